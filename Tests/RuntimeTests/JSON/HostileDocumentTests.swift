import CloudFlowRuntime
import Testing

/// Documents made to exhaust the stack, the memory or the time. The time limits are far above what linear work takes, and
/// far below what quadratic work would take.
@Suite(.timeLimit(.minutes(10))) struct HostileDocumentTests {
    @Test func `containers may nest as deep as the limit`() throws {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            for (depth, limit) in [(512, 512), (3, 3), (1, 1)] {
                let document = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
                #expect(throws: Never.self) { try JSONValue(json: document.bytes, depthLimit: limit) }
                #expect(throws: Never.self) { try Tree(json: document.bytes, depthLimit: limit) }
                let deeper = (open + document + close).bytes
                let error = JSONError(.depthLimit(limit), offset: open.utf8.count * depth)
                #expect(throws: error) { try JSONValue(json: deeper, depthLimit: limit) }
                let pointer = (0..<depth).map { _ in open == "[" ? "/0" : "/*" }.joined()
                #expect(throws: JSONError(error.kind, offset: error.offset, pointer: pointer)) { try Tree(json: deeper, depthLimit: limit) }
            }
        }
        #expect(try Int(json: "1".bytes, depthLimit: 0) == 1)
        #expect(throws: JSONError(.depthLimit(0), offset: 0)) { try [Int](json: "[]".bytes, depthLimit: 0) }
    }

    @Test func `skipped values count for the depth`() {
        let deep = String(repeating: "[", count: 511) + String(repeating: "]", count: 511)
        #expect(throws: Never.self) { try Owner(json: "{\"x\":\(deep),\"accountId\":\"a\"}".bytes) }
        #expect(throws: JSONError(.depthLimit(512), offset: 516)) { try Owner(json: "{\"x\":[\(deep)],\"accountId\":\"a\"}".bytes) }
        #expect(throws: JSONError(.depthLimit(512), offset: 532)) { try Owner(json: "{\"accountId\":\"a\",\"x\":[\(deep)]}".bytes) }
    }

    @Test func `a million open brackets do not exhaust the stack`() {
        let open = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: JSONError(.depthLimit(512), offset: 512)) { try JSONValue(json: open) }
        #expect(throws: JSONError(.unexpectedEnd, offset: 1_000_000)) { try JSONValue(json: open, depthLimit: .max) }
        #expect(throws: Never.self) {
            try JSONValue(json: open + [UInt8](repeating: UInt8(ascii: "]"), count: 1_000_000), depthLimit: .max)
        }
    }

    @Test func `an object of 100,000 members is read in time that grows with its size`() throws {
        let members = (0..<100_000).map { "\"member \($0)\":\($0)" }
        let dictionary = try [String: Int](json: "{\(members.joined(separator: ","))}".bytes)
        #expect(dictionary.count == 100_000)
        #expect(dictionary["member 99999"] == 99_999)

        let unknown = "{\(members.joined(separator: ",")),\"accountId\":\"a\"}".bytes
        #expect(try Owner(json: unknown).accountId == "a")
        #expect(throws: JSONError(.unknownMember(nearest: nil), offset: 1, pointer: "/*")) { try Owner(json: unknown, strict: true) }
        let missing = "{\(members.joined(separator: ","))}".bytes
        #expect(throws: JSONError(.missingMember("accountId", isSpelledNearly: false), offset: 0, pointer: "/accountId")) {
            try Owner(json: missing)
        }
    }

    @Test func `100,000 members of one name are read in time that grows with their number`() throws {
        let repeated = (0..<100_000).map { _ in "\"level\":1" }.joined(separator: ",")
        #expect(try Owner(json: "{\(repeated),\"accountId\":\"a\",\"level\":2}".bytes).level == 2)
        #expect(try [String: Int](json: "{\(repeated),\"level\":3}".bytes) == ["level": 3])
        let escaped = (0..<50_000).map { _ in #""l\u0065vel":1"# }.joined(separator: ",")
        #expect(try Owner(json: "{\(escaped),\"accountId\":\"a\"}".bytes).level == 1)
    }

    @Test func `long names that differ at the end only are told apart`() throws {
        let name = String(repeating: "n", count: 1_000)
        let members = (0..<2_000).map { "\"\(name)\($0)\":1" }.joined(separator: ",")
        #expect(try Owner(json: "{\(members),\"accountId\":\"a\"}".bytes).accountId == "a")
        #expect(try [String: Int](json: "{\(members)}".bytes).count == 2_000)
    }

    @Test func `members out of order at every level do not multiply the work`() throws {
        // Each level is skipped before it is read, because `id` comes behind it.
        let ballast = String(repeating: "x", count: 200_000)
        var document = "{\"text\":\"\(ballast)\",\"id\":0}"
        for level in 1...200 {
            document = "{\"next\":[\(document)],\"id\":\(level)}"
        }
        var chain = try Chain(json: document.bytes)
        #expect(chain.id == 200)
        var depth = 1
        while let next = chain.next?.first {
            chain = next
            depth += 1
        }
        #expect(depth == 201)
    }

    @Test func `many errors in a row end at the first`() {
        let document = "[\((0 ..< 100_000).map { _ in "\"x\"" }.joined(separator: ","))]".bytes
        #expect(throws: JSONError(.wrongType(expected: .number, found: .string), offset: 1, pointer: "/0")) { try [Int](json: document) }
        let objects = "[\((0 ..< 20_000).map { _ in "{}" }.joined(separator: ","))]".bytes
        #expect(throws: JSONError.self) { try [Terminal](json: objects) }
    }
}
