import CloudFlowRuntime
import Testing

@Suite struct TupleTests {
    private struct Point: JSONModel, Hashable {
        var x: Double
        var name: String
        var label: String?
        var rest: [JSONValue]

        init(reading reader: inout JSONReader) {
            var tuple = reader.beginTuple()
            x = reader.element(of: &tuple)
            name = reader.element(of: &tuple)
            label = reader.optionalElement(of: &tuple)
            rest = reader.rest(of: &tuple)
            reader.endTuple(tuple)
        }

        func write(to writer: inout JSONWriter) {
            writer.beginArray()
            writer.element(x)
            writer.element(name)
            writer.optionalElement(label)
            writer.elements(rest)
            writer.endArray()
        }
    }

    private struct Pair: JSONReadable, Hashable {
        var first: Int
        var second: Int?

        init(reading reader: inout JSONReader) {
            var tuple = reader.beginTuple()
            first = reader.element(of: &tuple)
            second = reader.optionalElement(of: &tuple)
            reader.endTuple(tuple, closed: true)
        }
    }

    @Test(arguments: [#"[1.5,"a"]"#, #"[1.5,"a","b"]"#, #"[1.5,"a","b",{"c": 1},null]"#])
    func `elements have types of their own, and further ones are kept`(text: String) throws {
        #expect(try Point(json: text.bytes, strict: true).jsonText() == text)
        #expect(try [Point](json: "[\(text), \(text)]".bytes).count == 2)
    }

    @Test func `missing elements are refused at the array`() {
        let error = #expect(throws: JSONError.self) { try [Point](json: #"[[1,"a"],[1]]"#.bytes) }
        #expect(error == JSONError(.constraint("must have at least 2 items"), offset: 9, pointer: "/1"))
        #expect(throws: JSONError.self) { try Point(json: "[]".bytes) }
        #expect(throws: JSONError(.wrongType(expected: .array, found: .object), offset: 0)) { try Point(json: "{}".bytes) }
    }

    @Test func `an element of the wrong type is refused at its place`() {
        let error = #expect(throws: JSONError.self) { try Point(json: #"[1,2]"#.bytes) }
        #expect(error == JSONError(.wrongType(expected: .string, found: .number), offset: 3, pointer: "/1"))
    }

    @Test func `further elements are ignored, or refused strictly`() throws {
        #expect(try Pair(json: "[1,2,3]".bytes).second == 2)
        #expect(throws: JSONError(.constraint("must have at most 2 items"), offset: 1, pointer: "/0")) {
            try [Pair](json: "[[1,2,3]]".bytes, strict: true)
        }
    }

    @Test func `null is nothing for a client`() throws {
        #expect(try Pair(json: "[1,null]".bytes).second == nil)
        #expect(throws: JSONError.self) { try Pair(json: "[1,null]".bytes, strict: true) }
    }

    @Test func `a broken array is an error`() {
        let document = #"[1.5,"a","b",{"c":1}]"#.bytes
        for end in document.indices { #expect(throws: JSONError.self) { try Point(json: document[..<end]) } }
    }
}
