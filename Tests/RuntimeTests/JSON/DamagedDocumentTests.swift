import CloudFlowRuntime
import SeededRandom
import Testing

@Suite struct DamagedDocumentTests {
    @Test func `every truncation of a document is refused, where it ends`() {
        let document = Terminal.document.bytes
        for count in 0..<document.count {
            let truncated = Array(document.prefix(count))
            #expect(throws: JSONError.self) { try Terminal(json: truncated) }
            #expect(throws: JSONError.self) { try Tree(json: truncated) }
            let error = #expect(throws: JSONError.self) { try JSONValue(json: truncated) }
            #expect(error?.kind == .unexpectedEnd)
            #expect((0...count).contains(error?.offset ?? -1))
        }
    }

    @Test func `every truncation in the middle of a character is refused`() {
        let document = "[\"aé€😀\"]".bytes
        for count in 0..<document.count {
            let error = #expect(throws: JSONError.self) { try [String](json: Array(document.prefix(count))) }
            #expect(error?.kind == .unexpectedEnd)
        }
    }

    @Test func `flipped bytes never crash`() throws {
        let seed: UInt64 = 0x5EED_0003
        var random = SeededGenerator(seed: seed)
        let document = Terminal.document.bytes
        for number in 0..<10_000 {
            var damaged = document
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // Either it is refused, with an offset in the document, or what it holds can be written and read again.
            let isSound: Bool
            do throws(JSONError) {
                let terminal = try Terminal(json: damaged)
                isSound = try Terminal(json: terminal.json()) == terminal
            } catch {
                isSound = (0...damaged.count).contains(error.offset)
            }
            if !isSound { Issue.record("seed \(seed), document \(number)") }
            _ = try? Tree(json: damaged)
            _ = try? Frame(json: damaged)
            _ = try? Labels(json: damaged)
        }
    }

    @Test func `random bytes never crash`() {
        var random = SeededGenerator(seed: 0x5EED_0004)
        for _ in 0..<10_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = try? Tree(json: bytes)
            _ = try? Terminal(json: bytes)
        }
    }
}
