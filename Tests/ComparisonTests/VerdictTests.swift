import SchemaValidation
import SpecComparison
import SpecDocument
import Testing

/// Verdicts against values: what no longer fits, or newly fits, shows what a change does.
@Suite struct VerdictTests {
    @Test(arguments: [UInt64](1...12)) func aChangeThatValuesTellOfIsNotCompatible(seed: UInt64) throws {
        var random = RandomSchemas(seed: seed)
        for number in 0..<60 {
            let old = random.schema()
            let new = random.change(of: old)
            let witnesses = try witnesses(old.jsonLine, new.jsonLine, (0..<150).map { _ in random.value() })
            let story: Comment = "seed \(seed), pair \(number): \(old.jsonLine) -> \(new.jsonLine)"
            let sent = try Specs.comparison(Specs.request(old.jsonLine), Specs.request(new.jsonLine)).changes
            // That nobody sends what a schema does not name is taken for granted.
            if let value = witnesses.refused, !sent.contains(where: { $0.rule == "request-optional-property-added" }) {
                #expect(sent.contains { $0.level > .compatible }, "\(story) refuses \(value.jsonLine)")
            }
            guard let value = witnesses.allowed else { continue }
            let answered = try Specs.comparison(Specs.response(old.jsonLine), Specs.response(new.jsonLine)).changes
            #expect(answered.contains { $0.level > .compatible }, "\(story) allows \(value.jsonLine)")
        }
    }

    /// Of the values, one that fits the older schema alone, and one that fits the newer one alone.
    private func witnesses(_ old: String, _ new: String, _ values: [SchemaValue]) throws -> (refused: SchemaValue?, allowed: SchemaValue?) {
        let before = try judge(old)
        let after = try judge(new)
        let judged = values.map { (value: $0, before: before($0), after: after($0)) }
        return (judged.first { $0.before && !$0.after }?.value, judged.first { !$0.before && $0.after }?.value)
    }

    private func judge(_ schema: String) throws -> (SchemaValue) -> Bool {
        let document = try Specs.document(Specs.request("true", "S: \(schema)"), named: "schema.yaml")
        let root = try #require(document.components.schemas["S"])
        let validator = SchemaValidator(document, .request)
        return { validator.accepts($0, root) }
    }
}
