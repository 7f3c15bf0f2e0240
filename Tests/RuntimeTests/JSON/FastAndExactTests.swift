import SeededRandom
import Testing

@testable import CloudFlowRuntime

/// Whatever the fast mode accepts, the exact one must read the same way.
@Suite struct FastAndExactTests {
    @Test func `both modes agree on documents of a model, valid or not`() {
        let seed: UInt64 = 0x5EED_0001
        var documents = RandomTerminal(seed: seed)
        var accepted = 0
        for number in 0..<10_000 {
            let document = documents.next()
            for strict in [false, true] {
                let usual = Result { () throws(JSONError) in try Terminal(json: document, strict: strict) }
                let exact = Result { () throws(JSONError) in try Terminal(exactly: document.span.bytes, strict: strict, depthLimit: 512) }
                if usual != exact {
                    Issue.record("seed \(seed), document \(number): \(String(decoding: document, as: UTF8.self))")
                    return
                }
                if case .success = usual { accepted += 1 }
            }
        }
        // Otherwise the documents would test one side only.
        #expect((5_000...15_000).contains(accepted))
    }

    @Test func `both modes agree on any documents`() {
        let seed: UInt64 = 0x5EED_0002
        var documents = RandomDocument(seed: seed)
        for number in 0..<20_000 {
            let document = number.isMultiple(of: 2) ? documents.valid() : documents.damaged()
            let usual = Result { () throws(JSONError) in try Tree(json: document) }
            let exact = Result { () throws(JSONError) in try Tree(exactly: document.span.bytes, strict: false, depthLimit: 512) }
            if usual != exact {
                Issue.record("seed \(seed), document \(number): \(String(decoding: document, as: UTF8.self))")
                return
            }
        }
    }
}

extension FastAndExactTests {
    @Test func `the fast mode reads what comes in order, or nearly`() {
        for text in [Terminal.document, Terminal.document.replacing(#""id":"T-1","slot":7"#, with: #""slot":7,"x":[{}],"id":"T-1""#)] {
            let bytes = text.bytes
            var reader = JSONReader(bytes.span.bytes, strict: false, depthLimit: 512)
            _ = Terminal(reading: &reader)
            let reachedEnd = reader.reachedEnd()
            #expect(reachedEnd)
        }
    }

    @Test func `the fast mode gives up when it would skip the same bytes again and again`() {
        var document = #"{"text":"\#(String(repeating: "x", count: 1_000))","id":0}"#
        for level in 1...20 {
            document = #"{"next":[\#(document)],"id":\#(level)}"#
        }
        let bytes = document.bytes
        var reader = JSONReader(bytes.span.bytes, strict: false, depthLimit: 512)
        _ = Chain(reading: &reader)
        let reachedEnd = reader.reachedEnd()
        #expect(!reachedEnd)
        #expect(throws: Never.self) { try Chain(json: bytes) }
    }
}

/// Documents that are a `Terminal`, or nearly.
private struct RandomTerminal {
    var random: SeededGenerator
    var documents: RandomDocument

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        documents = RandomDocument(seed: seed ^ 1)
    }

    mutating func next() -> [UInt8] {
        var members = [
            [#""id":"T-1""#, #""id":"a much longer id, with \n""#, #""i\u0064":"x""#],
            [#""slot":7"#, #""slot":1e2"#, #""slot": 9999"#],
            [#""ratio":0.25"#, #""ratio":-1e-7"#],
            [#""isActive":true"#, #""isActive": false"#],
            [#""state":"busy""#, #""state":"off""#, #""st\u0061te":"b\u0075sy""#],
            [#""owner":{"accountId":"acme","level":3}"#, #""owner":{ "level" : null , "accountId" : "x", "y": [1] }"#],
            [#""note":"caf\u00e9""#, #""note":null"#, ""],
            [#""tags":["a","b"]"#, #""tags":[]"#, #""tags":null"#, #""tags":["a","b","c","d"]"#, ""],
            [#""owners":[{"accountId":"x"},{"level":-1,"accountId":"y"}]"#, #""owners":[]"#, ""],
        ].map { random.element(of: $0) }.filter { !$0.isEmpty }
        if random.chance(1, in: 2) { members.shuffle(using: &random) }
        if random.chance(1, in: 6) { members.append(random.element(of: members)) }
        if random.chance(1, in: 6) {
            members.append(random.element(of: [#""x":{"id":1,"id":2}"#, #""Id":0"#, #""owner":{"accountId":"b","accountId":"c"}"#]))
        }
        if random.chance(1, in: 6) { members.swapAt(0, members.count - 1) }
        if random.chance(1, in: 12) { members.removeLast() }
        if random.chance(1, in: 12) { members.insert(#""slot":"7""#, at: 0) }
        if random.chance(1, in: 12) { members.insert(#""z":"# + String(decoding: documents.valid(), as: UTF8.self), at: members.count / 2) }
        var bytes = Array("{\(members.joined(separator: random.chance(1, in: 4) ? " ,\n" : ","))}".utf8)
        if random.chance(1, in: 8) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7F, using: &random)
        }
        return bytes
    }
}
