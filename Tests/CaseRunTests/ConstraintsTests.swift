import CloudFlowRuntime
import HTTPTypes
import Testing

private actor Takes: ConstraintsAPI.Service {
    func listThings(_ input: ConstraintsAPI.ListThings) async throws(ConstraintsAPI.ListThingsFailure) {}
    func putThings(_ input: ConstraintsAPI.PutThings) async throws(ConstraintsAPI.PutThingsFailure) {}
    func putBody(_ input: ConstraintsAPI.PutBody) async throws(ConstraintsAPI.PutBodyFailure) {}
    func postBody(_ input: ConstraintsAPI.PostBody) async throws(ConstraintsAPI.PostBodyFailure) {}
    func postLines(_ input: ConstraintsAPI.PostLines) async throws(ConstraintsAPI.PostLinesFailure) {}
}

@Suite struct ConstraintsTests {
    private let wire = RecordingTransport(InMemoryTransport(Takes().routes()))

    /// The status, and what is wrong.
    private func answer(_ method: String, _ path: String, _ type: String, _ body: String) async throws -> (status: Int, text: String) {
        let answer = try await wire.send(method, path, fields: [.contentType: type], body: Array(body.utf8))
        return (answer.head.status.code, String(decoding: answer.body.bytes ?? [], as: UTF8.self))
    }

    @Test(arguments: [
        ("PUT", "/things", "application/json", #"["a","b"]"#),
        ("PUT", "/bodies", "application/json", #"{"a":9}"#),
        ("PUT", "/bodies", "application/vnd.list+json", #"["ab",null]"#),
        ("PUT", "/bodies", "application/vnd.list+json", "null"),
        ("PUT", "/bodies", "text/plain", "abc"),
        ("POST", "/bodies", "application/json", "1"),
        ("POST", "/bodies", "application/json", ""),
    ])
    func whatMeetsTheRulesIsTaken(_ method: String, _ path: String, _ type: String, _ body: String) async throws {
        #expect(try await answer(method, path, type, body).status == 204)
    }

    @Test(arguments: [
        ("PUT", "/things", "application/json", #"["abcdef"]"#, "the body must have at most 5 characters"),
        ("PUT", "/things", "application/json", #"["a","b","c","d","e","f","g","h","i","j","k"]"#, "the body must have at most 10 items"),
        ("PUT", "/bodies", "application/json", "{}", "the body must have at least 1 items"),
        ("PUT", "/bodies", "application/json", #"{"a":10}"#, "the body must be at most 9"),
        ("PUT", "/bodies", "application/vnd.list+json", "[null]", "the body must have at least 2 items"),
        ("PUT", "/bodies", "application/vnd.list+json", #"[null,"a"]"#, "the body must have at least 2 characters"),
        ("PUT", "/bodies", "text/plain", "Abc", "the body must match the pattern"),
        ("POST", "/bodies", "application/json", "0", "the body must be at least 1"),
    ])
    func bodiesAreHeldToTheRulesForThemAsAWhole(
        _ method: String,
        _ path: String,
        _ type: String,
        _ body: String,
        _ reason: String
    ) async throws {
        let (status, text) = try await answer(method, path, type, body)
        #expect(status == 422)
        #expect(text.contains(reason))
    }

    @Test func propertiesWithoutNamesAreHeldToTheirRules() throws {
        _ = try ConstraintsAPI.Open(json: Array(#"{"id":"long enough","x":"ab"}"#.utf8), strict: true)
        #expect(throws: JSONError.self) { try ConstraintsAPI.Open(json: Array(#"{"id":"1","x":"abc"}"#.utf8), strict: true) }
        #expect(throws: Never.self) { try ConstraintsAPI.Open(json: Array(#"{"id":"1","x":"abc"}"#.utf8)) }
    }

    @Test(arguments: [
        (#""small":255,"smaller":-32768,"huge":18446744073709551615,"unsigned":18446744073709551615"#, true),
        (#""huge":-99999999999999999999"#, true), (#""small":256"#, false), (#""small":-1"#, false), (#""smaller":101"#, false),
        (#""huge":18446744073709551616"#, false), (#""huge":1.5"#, false), (#""unsigned":-1"#, false),
        (#""unclosed":"A","behind":"c""#, true),
    ])
    func integersAreHeldToTheirFormats(_ members: String, _ areTaken: Bool) {
        let json = Array(#"{"name":"a","code":"abc","items":["a"],\#(members)}"#.utf8)
        let thing = try? ConstraintsAPI.Thing(json: json, strict: true)
        #expect((thing != nil) == areTaken)
    }
}
