import CloudFlowRuntime
import Testing

@Suite struct ConformanceTests {
    @Test func `the table has more than 250 cases`() {
        let cases = ConformanceTable.accepted + ConformanceTable.rejected
        #expect(Set(cases.map { Array($0.utf8) }).count == cases.count)
        #expect(cases.count + Self.notUTF8.count >= 250)
    }

    @Test(arguments: ConformanceTable.accepted)
    func `what the grammar allows is read`(text: String) throws {
        let document = Array(text.utf8)
        #expect(throws: Never.self) { try JSONValue(json: document) }
        // As a part of something that is skipped, and of something that is read.
        #expect(try JSONValue(json: Array("{\"skipped\":\(text)}".utf8)).object?.count == 1)
        #expect(try [JSONValue](json: Array("[1,\(text)]".utf8)).count == 2)
        #expect(throws: Never.self) { try Ignorant(json: document) }
    }

    @Test(arguments: ConformanceTable.rejected)
    func `what the grammar does not allow is refused`(text: String) {
        let document = Array(text.utf8)
        #expect(throws: JSONError.self) { try JSONValue(json: document) }
        #expect(throws: JSONError.self) { try Tree(json: document) }
        #expect(throws: JSONError.self) { try Ignorant(json: document) }
    }

    @Test(arguments: ConformanceTable.rejected)
    func `what the grammar does not allow is refused in a skipped member`(text: String) {
        // Some texts become valid between other bytes: white space, or a whole member list.
        if (try? JSONValue(json: Array("[\(text)]".utf8))) != nil { return }
        #expect(throws: JSONError.self) { try Named(json: Array("{\"x\":[\(text)],\"name\":\"a\"}".utf8)) }
    }

    // MARK: UTF-8 (RFC 3629)

    /// What stands between two quotes.
    static let notUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0x80, 0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xC2, 0xC2], [0xDF, 0x7F], [0xE0, 0x80, 0x80],
        [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x20], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF],
        [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80], [0xF0, 0x90, 0x80, 0x20], [0xF4, 0x90, 0x80, 0x80],
        [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFF, 0xFE],
        [0x61, 0x62, 0x63, 0xE9, 0x64, 0x65, 0x66, 0x67],
    ]

    @Test(arguments: notUTF8)
    func `bytes that are not UTF-8 are refused, skipped or not`(bytes: [UInt8]) {
        let text = [0x22] + bytes + [0x22]
        #expect(throws: JSONError(.invalidUTF8, offset: 1 + (bytes.count > 3 && bytes[0] == 0x61 ? 3 : 0))) { try String(json: text) }
        #expect(throws: JSONError.self) { try JSONValue(json: text) }
        #expect(throws: JSONError.self) { try Named(json: Array("{\"x\":".utf8) + text + Array(",\"name\":\"a\"}".utf8)) }
        #expect(throws: JSONError.self) { try Named(json: Array("{".utf8) + text + Array(":1,\"name\":\"a\"}".utf8)) }
    }

    @Test(arguments: ["\"a\"", "[1]", "{}"])
    func `UTF-16 and UTF-32 are refused`(text: String) {
        let littleEndian = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let bigEndian = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        for document in [littleEndian, bigEndian, [0xFF, 0xFE] + littleEndian, [0xFE, 0xFF] + bigEndian] {
            #expect(throws: JSONError.self) { try JSONValue(json: document) }
        }
        let wide = text.unicodeScalars.flatMap { scalar -> [UInt8] in [UInt8(scalar.value), 0, 0, 0] }
        #expect(throws: JSONError.self) { try JSONValue(json: wide) }
    }

    // MARK: Where RFC 8259 leaves the choice to the implementation

    @Test func `one byte order mark before the value is ignored`() throws {
        #expect(try Int(json: Array("\u{FEFF}7".utf8)) == 7)
        #expect(try Named(json: Array("\u{FEFF} {\"name\":\"a\"}".utf8)).name == "a")
        #expect(try JSONValue(json: Array("\u{FEFF}[1]".utf8)).bytes == Array("[1]".utf8))
    }

    @Test(arguments: [
        #"\ud800"#, #"\udbff"#, #"\udc00"#, #"\udfff"#, #"\ud83d\ud83d"#, #"\ude00\ud83d"#, #"\ud83dx"#, #"\ud83d\n"#, #"a\ud83d"#,
        #"\ud800\u0041"#,
    ])
    func `half a surrogate pair is kept in raw values and refused as text`(text: String) throws {
        let document = Array("\"\(text)\"".utf8)
        #expect(try JSONValue(json: document).bytes == document)
        #expect(throws: Never.self) { try Named(json: Array("{\"x\":\"\(text)\",\"name\":\"a\"}".utf8)) }
        #expect(throws: JSONError(.loneSurrogate, offset: 0)) { try String(json: document) }
        #expect(throws: JSONError.self) { try [String: Int](json: Array("{\"\(text)\":1}".utf8)) }
    }

    @Test func `numbers that no double holds are refused as such and kept in raw values`() throws {
        #expect(throws: JSONError(.numberOutOfRange, offset: 0)) { try Double(json: Array("1e400".utf8)) }
        #expect(throws: JSONError(.numberOutOfRange, offset: 0)) { try Double(json: Array("-1e400".utf8)) }
        #expect(try Double(json: Array("1e-400".utf8)) == 0)
        #expect(try JSONValue(json: Array("1e400".utf8)).bytes == Array("1e400".utf8))
    }

    @Test func `of members of the same name the last one counts`() throws {
        #expect(try Named(json: Array("{\"name\":\"a\",\"name\":\"b\"}".utf8)).name == "b")
    }
}

/// Reads a value without looking at it.
private struct Ignorant: JSONReadable {
    init(reading reader: inout JSONReader) { _ = JSONValue(reading: &reader) }
}

/// An object of which one member matters.
private struct Named: JSONReadable {
    let name: String

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        name = reader.string("name")
        reader.endObject(object)
    }
}
