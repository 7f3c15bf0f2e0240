import CloudFlowRuntime
import Testing

/// What JSON becomes where values tell the alternatives of a union apart.
@Suite struct UnionValuesTests {
    private typealias API = UnionValuesAPI

    /// The case that a text is read as.
    private func name(_ union: some Any) -> String { Mirror(reflecting: union).children.first?.label ?? "" }

    private func read<Value: JSONReadable>(_ json: String, strict: Bool, as type: Value.Type) throws -> String {
        name(try Value(json: Array(json.utf8), strict: strict))
    }

    @Test(
        arguments: [
            (#"{"type":1,"label":"a"}"#, "row"), (#"{"label":"a","type":2}"#, "button"), (#"{"type":4}"#, "link"),
            (#"{"type":7}"#, "other"),
        ],
        [true, false]
    )
    func integersDecide(_ example: (json: String, name: String), strict: Bool) throws {
        #expect(try read(example.json, strict: strict, as: API.Component.self) == example.name)
    }

    @Test(arguments: [(#"{"type":1}"#, "row"), (#"{"type":2}"#, "button"), (#"{"type":9}"#, "other")], [true, false])
    func integersAreMapped(_ example: (json: String, name: String), strict: Bool) throws {
        #expect(try read(example.json, strict: strict, as: API.Mapped.self) == example.name)
    }

    @Test(arguments: [(#"{"ok":true}"#, "yes"), (#"{"ok":false,"value":"a"}"#, "no")], [true, false])
    func truthDecides(_ example: (json: String, name: String), strict: Bool) throws {
        #expect(try read(example.json, strict: strict, as: API.Flag.self) == example.name)
    }

    @Test(
        arguments: [
            (#"{"op":"eq","to":"a"}"#, "single"), (#"{"op":"in","to":["a"]}"#, "listed"), (#"{"op":"ne","to":"a"}"#, "single"),
            (#"{"op":"ne","to":["a"]}"#, "listed"),
        ],
        [true, false]
    )
    func aSharedValueIsTried(_ example: (json: String, name: String), strict: Bool) throws {
        #expect(try read(example.json, strict: strict, as: API.Comparison.self) == example.name)
    }

    @Test(arguments: [true, false]) func enumerationsTellApartWhatIsTried(strict: Bool) throws {
        guard case .choiceArray = try API.Levels(json: Array(#"["low"]"#.utf8), strict: strict) else {
            Issue.record("not the first")
            return
        }
        #expect(
            try read(#"["red","green"]"#, strict: strict, as: API.Levels.self) != read(#"["low"]"#, strict: strict, as: API.Levels.self)
        )
    }

    @Test(arguments: [("never", "never"), ("2026-11-26", "date"), ("soon", "string")], [true, false])
    func aSingleTextIsNoOtherText(_ example: (text: String, name: String), strict: Bool) throws {
        #expect(try read("\"\(example.text)\"", strict: strict, as: API.When.self) == example.name)
    }

    @Test(
        arguments: [
            (#"{"type":"created","path":"a"}"#, "fileEvent"), (#"{"type":"deleted","at":"a"}"#, "fileEvent"), (#"{"type":"ping"}"#, "ping"),
            (#"{"type":"FileEvent"}"#, "other"),
        ]
    )
    func aUnionIsMeantByItsAlternatives(_ json: String, _ name: String) throws {
        #expect(try read(json, strict: false, as: API.Event.self) == name)
    }

    @Test(arguments: ["5", #""text""#, "[1]", "{}"], [true, false]) func alternativesOfThemselvesEnd(_ json: String, strict: Bool) {
        _ = try? API.Itself(json: Array(json.utf8), strict: strict)
        _ = try? API.First(json: Array(json.utf8), strict: strict)
        _ = try? API.Second(json: Array(json.utf8), strict: strict)
    }
}
