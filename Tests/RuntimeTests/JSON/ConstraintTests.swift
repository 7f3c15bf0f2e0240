import CloudFlowRuntime
import Testing

@Suite struct ConstraintTests {
    @Test(arguments: [
        (#""id":"""#, "id", 6, "must have 1 to 8 characters"),
        (#""id":"123456789""#, "id", 6, "must have 1 to 8 characters"),
        (#""slot":-1"#, "slot", 73, "must be 0 to 9000"),
        (#""tags":["a","b","c","d"]"#, "tags", 73, "must have at most 3 items"),
    ])
    func `constraints are checked strictly only`(member: String, name: String, offset: Int, rule: String) throws {
        var members = [
            #""id":"T-1""#, #""ratio":0.25"#, #""isActive":true"#, #""owner":{"accountId":"acme"}"#, #""slot":7"#, #""state":"x""#,
            #""note":"n""#,
        ]
        members.removeAll { $0.hasPrefix("\"\(name)\"") }
        members.insert(member, at: name == "id" ? 0 : 4)
        let document = "{\(members.joined(separator: ","))}".bytes
        #expect(throws: Never.self) { try Terminal(json: document) }
        let error = #expect(throws: JSONError.self) { try Terminal(json: document, strict: true) }
        #expect(error?.kind == .constraint(rule))
        #expect(error?.pointer == "/\(name)")
        #expect(error.map { document[$0.offset...].starts(with: member.dropFirst(name.count + 3).utf8) } == true)
    }

    @Test(arguments: ["12345678", "äöüäöüäö", "😀😀😀😀😀😀😀😀"])
    func `length counts characters as JSON Schema does, in Unicode scalars`(id: String) {
        let document = Terminal.document.replacing("T-1", with: id)
        #expect(throws: Never.self) { try Terminal(json: document.bytes, strict: true) }
        #expect(throws: JSONError.self) { try Terminal(json: document.replacing(id, with: id + "e\u{301}").bytes, strict: true) }
    }

    @Test func `every kind of range has words`() {
        #expect(Ranged(0.5).error == "must be at least 1.0 and less than 2.0")
        #expect(Ranged(1.5).error == nil)
        #expect(Ranged(-1).error == "must be at least 0.0")
        #expect(Ranged(2.5).error == "must be less than 2.5")
        #expect(Ranged(10).error == "must be a whole number")
    }

    @Test func `an absent value meets every rule`() {
        #expect(Ranged(nil).error == nil)
    }

    @Test func `a failure without a member is at the value`() {
        #expect(throws: JSONError(.constraint("must be even"), offset: 3, pointer: "/1")) { try [Even](json: "[2,3]".bytes) }
        #expect(throws: JSONError(.constraint("must be even"), offset: 1)) { try Even(json: " 3".bytes) }
        #expect(throws: JSONError(.constraint("must be even"), offset: 5, pointer: "/*")) { try [String: Even](json: "{\"a\":3}".bytes) }
    }
}

/// Which rule a number breaks.
private struct Ranged: JSONReadable {
    var error: String?

    init(_ number: Double?) {
        let document = number.map { "{\"number\":\($0)}" } ?? "{}"
        do throws(JSONError) {
            self = try Ranged(json: document.bytes, strict: true)
        } catch {
            self.error = error.reason
        }
    }

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        let number = reader.optionalDouble("number")
        if let number, number < 0 { reader.check("number", number, range: 0.0...) }
        if let number, number < 1 { reader.check("number", number, range: 1.0..<2.0) }
        if let number, number < 10 { reader.check("number", number, range: ..<2.5) }
        reader.check("number", number != 10, "must be a whole number")
        reader.endObject(object)
    }
}

private struct Even: JSONReadable {
    init(reading reader: inout JSONReader) {
        if !reader.int().isMultiple(of: 2) { reader.fail("must be even") }
    }
}
