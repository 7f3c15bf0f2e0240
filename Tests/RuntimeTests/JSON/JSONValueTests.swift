import CloudFlowRuntime
import Testing

@Suite struct JSONValueTests {
    @Test(arguments: [
        #"{"b":1, "a" : [ 1.0, 1e2,-0 ],"a":"\u0041\/", "x":"\ud800"}"#, "[ ]", " 1.50 ", "\n\"é\\u00e9\"\t", "null",
        "{\"deep\":[[[[{}]]]]}",
    ])
    func `bytes are kept exactly`(text: String) throws {
        let bytes = text.trimmed.bytes
        let value = try JSONValue(json: text.bytes)
        #expect(value.bytes == bytes)
        #expect(try value.json() == bytes)
        // Inside of another document too.
        let request = #"{"type":"request","id":"1","payload":\#(text)}"#
        #expect(try Frame(json: request.bytes).jsonText() == #"{"type":"request","id":"1","payload":\#(text.trimmed)}"#)
    }

    @Test func `parts are found by name and index`() throws {
        let value = try JSONValue(json: #"{"a":[1,{"b":"x"},null],"é":true,"n":2.5,"a b":{}}"#.bytes)
        #expect(value["a"]?[0]?.int == 1)
        #expect(value["a"]?[1]?["b"]?.string == "x")
        #expect(value["a"]?[2]?.isNull == true)
        #expect(value["a"]?[3] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["é"]?.bool == true)
        #expect(value["n"]?.double == 2.5)
        #expect(value["n"]?.int == nil)
        #expect(value["a b"]?.object == [:])
        #expect(value["none"] == nil)
        #expect(value[0] == nil)
        #expect(value["a"]?.array?.count == 3)
        #expect(value["a"]?["b"] == nil)
        #expect(value.object?.count == 4)
    }

    @Test func `each view is for its kind`() throws {
        let values = try [JSONValue](json: #"[{}, [], "1", 1, true, null]"#.bytes)
        #expect(values.map(\.kind) == [.object, .array, .string, .number, .boolean, .null])
        #expect(values.map { $0.object != nil } == [true, false, false, false, false, false])
        #expect(values.map { $0.array != nil } == [false, true, false, false, false, false])
        #expect(values.map { $0.string != nil } == [false, false, true, false, false, false])
        #expect(values.map { $0.int != nil } == [false, false, false, true, false, false])
        #expect(values.map { $0.double != nil } == [false, false, false, true, false, false])
        #expect(values.map { $0.bool != nil } == [false, false, false, false, true, false])
        #expect(values.map(\.isNull) == [false, false, false, false, false, true])
    }

    @Test func `literals are values`() throws {
        let value: JSONValue = ["a": [1, 2.5, "x\n", true, nil], "b": ["c": [:], "d": []]]
        #expect(try value.jsonText() == #"{"a":[1,2.5,"x\n",true,null],"b":{"c":{},"d":[]}}"#)
        #expect(JSONValue.null == nil)
        #expect(JSONValue("a").string == "a")
        #expect(JSONValue(floatLiteral: .infinity) == nil)
    }

    @Test func `any model becomes a value and back`() throws {
        let owner = try Owner(json: #"{"accountId":"a","level":1}"#.bytes)
        let value = try JSONValue(encoding: owner)
        #expect(value["level"]?.int == 1)
        #expect(try Owner(json: value.bytes) == owner)
        #expect(throws: JSONError.self) { try JSONValue(encoding: Double.nan) }
    }

    @Test func `values are equal when their bytes are`() throws {
        let values = try ["1.0", "1.0", "1", #""\u0041""#, #""A""#].map { try JSONValue(json: $0.bytes) }
        #expect(values[0] == values[1])
        #expect(values[0] != values[2])
        #expect(values[3] != values[4])
        #expect(Set(values).count == 4)
    }

    @Test func `nothing that is printed holds the content`() throws {
        let request = try Frame(json: #"{"type":"request","id":"1","payload":{"pan":"4111111111111111"}}"#.bytes)
        var dumped = ""
        dump(request, to: &dumped)
        let digits = "4111111111111111".utf8.prefix(4).map { String($0) }.joined(separator: ", ")
        for text in ["\(request)", String(reflecting: request), dumped] {
            #expect(!text.contains("4111"))
            #expect(!text.contains(digits))
        }
        #expect(JSONValue("secret").description == "JSON string, 8 bytes")
    }

    @Test func `a value is checked when it is read`() {
        #expect(throws: JSONError.self) { try JSONValue(json: "[1,]".bytes) }
        #expect(throws: JSONError.self) { try JSONValue(json: Array("\"".utf8) + [0xFF] + Array("\"".utf8)) }
    }
}

extension String {
    fileprivate var trimmed: String {
        let kept = drop(while: \.isWhitespace)
        return String(kept.reversed().drop(while: \.isWhitespace).reversed())
    }
}
