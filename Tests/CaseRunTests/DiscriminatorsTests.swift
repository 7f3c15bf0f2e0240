import CloudFlowRuntime
import Testing

@Suite struct DiscriminatorsTests {
    @Test(arguments: [true, false]) func integersTellApart(strictly: Bool) throws {
        guard case .button(let button) = try DiscriminatorsAPI.Component(json: Array(#"{"label":"a","type":2}"#.utf8), strict: strictly)
        else {
            Issue.record("no button")
            return
        }
        #expect(button.label == "a")
        guard case .row = try DiscriminatorsAPI.Component(json: Array(#"{"type":1}"#.utf8), strict: strictly) else {
            Issue.record("no row")
            return
        }
        guard case .other = try DiscriminatorsAPI.Component(json: Array(#"{"type":3}"#.utf8), strict: strictly) else {
            Issue.record("not kept")
            return
        }
    }

    @Test func truthValuesTellApart() throws {
        guard case .no(let no) = try DiscriminatorsAPI.Answer(json: Array(#"{"ok":false,"reason":"none"}"#.utf8), strict: true) else {
            Issue.record("not a no")
            return
        }
        #expect(no.reason == "none")
        #expect(throws: JSONError.self) { try DiscriminatorsAPI.Answer(json: Array(#"{"ok":null}"#.utf8), strict: true) }
    }

    @Test func whoMakesOneNeedNotSayWhatTellsItApart() {
        #expect(DiscriminatorsAPI.Button(label: "a").asText == #"{"type":2,"label":"a"}"#)
        #expect(DiscriminatorsAPI.No().asText == #"{"ok":false}"#)
    }
}
