import HTTPTypes
import SeededRandom
import Testing

@testable import CloudFlowRuntime

struct MultipartParserTests {
    private static let body = """
        preamble\r
        --b\r
        Content-Disposition: form-data; name="a"\r
        \r
        one\r
        --b-but not a boundary\r
        --bc\r
        \r
        --b  \t\r
        \r
        \r
        --b\r
        Content-Type: text/plain\r
        X-Note: x: y\r
        \r
        \r\r\n\n--b\r
        --b--
        epilogue
        --b
        """

    private static let events: [MultipartParser.Event] = [
        .header([.contentDisposition: #"form-data; name="a""#]), .bytes(Array("one\r\n--b-but not a boundary\r\n--bc\r\n".utf8)),
        .endOfPart,
        .header([:]), .endOfPart,
        .header([.contentType: "text/plain", HTTPField.Name("X-Note") ?? .accept: "x: y"]), .bytes(Array("\r\r\n\n--b".utf8)), .endOfPart,
        .end,
    ]

    /// Whatever the network makes of it.
    @Test(arguments: 1...80)
    func chunksOfAnySizeMakeTheSameParts(_ size: Int) throws {
        #expect(try events(of: Array(Self.body.utf8), size: size) == Self.events)
    }

    @Test
    func randomPartsAreFoundInRandomChunks() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let contents = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 0...40, using: &random)).map { _ in Array("\r\n-bX".utf8).randomElement(using: &random) ?? 0 }
            }
            // Random bytes may hold the boundary itself; then there is nothing to be told apart.
            if contents.contains(where: { ("\r\n" + String(decoding: $0, as: UTF8.self)).contains("\r\n--b") }) { continue }
            let body = contents.reduce(into: [UInt8]()) { $0 += Array("--b\r\n\r\n".utf8) + $1 + Array("\r\n".utf8) } + Array("--b--".utf8)
            var parser = MultipartParser(boundary: "b")
            var found: [[UInt8]] = []
            var rest = body[...]
            reading: while true {
                while let event = try parser.next() {
                    switch event {
                    case .header: found.append([])
                    case .bytes(let bytes): found[found.count - 1] += bytes
                    case .endOfPart: continue
                    case .end: break reading
                    }
                }
                try #require(!rest.isEmpty, "seed \(seed)")
                let chunk = rest.prefix(Int.random(in: 1...7, using: &random))
                rest = rest.dropFirst(chunk.count)
                parser.push(Array(chunk))
            }
            try #require(found == contents, "seed \(seed)")
        }
    }

    /// What is held back is a boundary at the most.
    @Test
    func contentIsNotGathered() throws {
        var parser = MultipartParser(boundary: "boundary")
        parser.push(Array("--boundary\r\n\r\n".utf8))
        _ = try parser.next()
        for _ in 0..<100 {
            parser.push(Array(repeating: 0x0D, count: 1_000))
            var count = 0
            while case .bytes(let bytes) = try parser.next() { count += bytes.count }
            #expect(count >= 990)
        }
    }

    @Test(
        arguments: [
            ("--b--", .noParts), ("", .brokenOff), ("--b\r\n\r\nabc", .brokenOff), ("--b\r\n\r\n\r\n--b", .brokenOff),
            ("--b\r\nnot a field\r\n\r\n", .malformedHeader), ("--b\r\n: x\r\n\r\n", .malformedHeader),
            ("--b\r\nX: \(String(repeating: "x", count: 9_000))\r\n\r\n", .headerTooLong(limit: 8_192)),
            ("--b\r\nX: \(String(repeating: "x", count: 9_000))", .headerTooLong(limit: 8_192)),
            (String(repeating: "--b\r\n\r\n\r\n", count: 4), .tooManyParts(limit: 3)),
        ] as [(String, MultipartError)]
    )
    func bodyThatIsNoneIsRefused(_ body: String, expected: MultipartError) {
        let error = #expect(throws: MultipartError.self) {
            try MultipartParser.parts(of: Array(body.utf8), boundary: "b", limits: MultipartLimits(parts: 3))
        }
        #expect(error == expected)
    }

    private func events(of body: [UInt8], size: Int) throws -> [MultipartParser.Event] {
        var parser = MultipartParser(boundary: "b")
        var events: [MultipartParser.Event] = []
        for start in stride(from: 0, to: body.count, by: size) {
            parser.push(Array(body[start..<min(start + size, body.count)]))
            while let event = try parser.next() {
                if case .bytes(let bytes) = event, case .bytes(let before)? = events.last {
                    events[events.count - 1] = .bytes(before + bytes)
                } else {
                    events.append(event)
                }
                if event == .end { return events }
            }
        }
        return events
    }
}
