import CloudFlowRuntime
import SeededRandom
import Testing

@Suite struct JSONErrorTests {
    /// A document that is not a `Terminal`, and the error that says why.
    struct Case: Sendable, CustomTestStringConvertible {
        let document: String
        let kind: JSONError.Kind
        let offset: Int
        let pointer: String

        init(_ document: String, _ kind: JSONError.Kind, _ offset: Int, _ pointer: String) {
            (self.document, self.kind, self.offset, self.pointer) = (document, kind, offset, pointer)
        }

        var testDescription: String { document }
    }

    /// The members of a valid document but for one.
    static let start = #"{"id":"T-1","slot":7,"ratio":0.25,"isActive":true,"state":"busy","#

    @Test(arguments: [
        // Wrong types, at the value.
        Case(#"[]"#, .wrongType(expected: .object, found: .array), 0, ""),
        Case(#" "a""#, .wrongType(expected: .object, found: .string), 1, ""),
        Case(#"{"id":7}"#, .wrongType(expected: .string, found: .number), 6, "/id"),
        Case(#"{"id":null}"#, .wrongType(expected: .string, found: .null), 6, "/id"),
        Case(#"{ "slot" : "7" , "id" : "a" }"#, .wrongType(expected: .number, found: .string), 11, "/slot"),
        Case(#"{"id":"a","slot":7,"ratio":true}"#, .wrongType(expected: .number, found: .boolean), 27, "/ratio"),
        Case(#"{"id":"a","slot":7,"ratio":1,"isActive":0}"#, .wrongType(expected: .boolean, found: .number), 40, "/isActive"),
        Case(start + #""owner":[]}"#, .wrongType(expected: .object, found: .array), 73, "/owner"),
        Case(start + #""owner":{"accountId":{}}}"#, .wrongType(expected: .string, found: .object), 86, "/owner/accountId"),
        Case(start + #""owner":{"accountId":"a"},"tags":["a",1]}"#, .wrongType(expected: .string, found: .number), 103, "/tags/1"),
        Case(
            start + #""owner":{"accountId":"a"},"owners":[{"accountId":"b"},{"accountId":false}]}"#,
            .wrongType(expected: .string, found: .boolean),
            132,
            "/owners/1/accountId"
        ),
        // Numbers.
        Case(#"{"id":"a","slot":1.5}"#, .notAnInteger, 17, "/slot"),
        Case(#"{"id":"a","slot":99999999999999999999}"#, .numberOutOfRange, 17, "/slot"),
        Case(#"{"id":"a","slot":1,"ratio":1e999}"#, .numberOutOfRange, 27, "/ratio"),
        Case(start + #""owner":{"accountId":"a","level":2147483648}}"#, .numberOutOfRange, 98, "/owner/level"),
        // Strings.
        Case(#"{"id":"\ud800"}"#, .loneSurrogate, 6, "/id"),
        Case(#"{"id":"a\x"}"#, .invalidEscape, 9, "/id"),
        Case(#"{"id":"\u00g0"}"#, .invalidEscape, 11, "/id"),
        Case("{\"id\":\"a\tb\"}", .controlCharacter, 8, "/id"),
        // Missing members, at the object, with the pointer to what should be there.
        Case(#"{}"#, .missingMember("id", isSpelledNearly: false), 0, "/id"),
        Case(#" {"Id":"a"}"#, .missingMember("id", isSpelledNearly: true), 1, "/id"),
        Case(#"{"id":"a","slots":1}"#, .missingMember("slot", isSpelledNearly: true), 0, "/slot"),
        Case(#"{"id":"a","tags":1}"#, .missingMember("slot", isSpelledNearly: false), 0, "/slot"),
        Case(start + #""owner":{"accountID":"a"}}"#, .missingMember("accountId", isSpelledNearly: true), 73, "/owner/accountId"),
        Case(start + #""owner":{"level":1}}"#, .missingMember("accountId", isSpelledNearly: false), 73, "/owner/accountId"),
        // Not JSON: that comes before everything else.
        Case("", .unexpectedEnd, 0, ""),
        Case(#"{"id":"a""#, .unexpectedEnd, 9, ""),
        Case(#"{"id":"a"#, .unexpectedEnd, 8, "/id"),
        Case(#"{"id":7,}"#, .syntax, 8, ""),
        Case(#"{"id":tru}"#, .syntax, 9, "/id"),
        Case(#"{"id":"a","slot":01}"#, .syntax, 18, ""),
        Case(#"{"id":"a","slot":-}"#, .syntax, 18, "/slot"),
        Case(start + #""owner":{"accountId":"a",}}"#, .syntax, 90, "/owner"),
        Case(start + #""owner":{"accountId":"a"},"tags":["a",,"b"]}"#, .syntax, 103, "/tags/1"),
        Case(Terminal.document + "x", .trailingBytes, Terminal.document.utf8.count, ""),
    ])
    func `an error says what, and where`(_ example: Case) {
        #expect(throws: JSONError(example.kind, offset: example.offset, pointer: example.pointer)) {
            try Terminal(json: example.document.bytes)
        }
    }

    @Test func `names that are not the specification's are not in the pointer`() {
        #expect(throws: JSONError(.wrongType(expected: .number, found: .string), offset: 13, pointer: "/*/1")) {
            try [String: [Int]](json: #"{"secret":[1,"hidden"]}"#.bytes)
        }
        #expect(throws: JSONError(.wrongType(expected: .number, found: .null), offset: 19, pointer: "/*")) {
            try Labels(json: #"{"id":"a","secret":null}"#.bytes)
        }
    }

    @Test func `names in the pointer are escaped`() {
        struct Slashed: JSONReadable {
            init(reading reader: inout JSONReader) {
                let object = reader.beginObject()
                _ = reader.string("a/b~c")
                reader.endObject(object)
            }
        }
        #expect(throws: JSONError(.wrongType(expected: .string, found: .number), offset: 9, pointer: "/a~1b~0c")) {
            try Slashed(json: #"{"a/b~c":1}"#.bytes)
        }
    }

    @Test func `a closed object refuses unknown members when read strictly`() throws {
        let unknown = #"{"accountId":"a","other":1}"#.bytes
        #expect(try Owner(json: unknown).accountId == "a")
        #expect(throws: JSONError(.unknownMember(nearest: nil), offset: 17, pointer: "/*")) { try Owner(json: unknown, strict: true) }
        let misspelt = #"{"accountId":"a","Level":1}"#.bytes
        #expect(throws: JSONError(.unknownMember(nearest: "level"), offset: 17, pointer: "/*")) { try Owner(json: misspelt, strict: true) }
        let repeated = #"{"accountId":"a","level":1,"level":2}"#.bytes
        #expect(try Owner(json: repeated, strict: true).level == 2)
    }

    @Test(arguments: [
        (
            JSONError.Kind.missingMember("requestId", isSpelledNearly: true),
            "'requestId' is missing; a member is spelt nearly so (names are case sensitive)"
        ),
        (.missingMember("requestId", isSpelledNearly: false), "'requestId' is missing"),
        (.wrongType(expected: .array, found: .null), "expected an array, found null"),
        (.depthLimit(512), "objects and arrays are nested more than 512 deep"),
        (.constraint("must have 1 to 64 characters"), "must have 1 to 64 characters"),
    ])
    func `descriptions are plain sentences`(kind: JSONError.Kind, sentence: String) {
        #expect(JSONError(kind, offset: 12, pointer: "/a/0").description == "at /a/0, byte 12: \(sentence)")
        #expect(JSONError(kind, offset: 12).description == "at byte 12: \(sentence)")
    }

    @Test func `no description holds content of the document`() {
        let seed: UInt64 = 0x5EED_0005
        var random = SeededGenerator(seed: seed)
        // Secrets of every kind that a document can hold, as values and as names.
        let secrets = ["Xq7Zk", "84731957", "W0v-9y"]
        let document =
            #"{"id":"Xq7Zk","slot":84731957,"ratio":84731957.5,"isActive":true,"state":"Xq7Zk","owner":{"accountId":"W0v-9y","Xq7Zk":84731957},"#
            + #""note":"W0v-9y","tags":["Xq7Zk"],"owners":[{"accountId":"Xq7Zk"}],"W0v-9y":{"Xq7Zk":["W0v-9y",84731957]}}"#
        var refused = 0
        for number in 0..<5_000 {
            var damaged = document.bytes
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                if random.chance(1, in: 2) {
                    damaged.remove(at: place)
                } else {
                    damaged[place] = random.element(of: Array("{}[]\":,1tn\\ ".utf8))
                }
            }
            for strict in [false, true] {
                for read in [{ _ = try Terminal(json: damaged, strict: strict) }, { _ = try [String: Int](json: damaged, strict: strict) }]
                {
                    do { try read() } catch {
                        refused += 1
                        let text = "\(error) \(String(reflecting: error))"
                        if secrets.contains(where: text.contains) { Issue.record("seed \(seed), document \(number)") }
                    }
                }
            }
        }
        #expect(refused > 5_000)
    }
}
