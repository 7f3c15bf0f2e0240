import CloudFlowRuntime
import Testing

@Suite struct PeekingTests {
    private enum Shape: JSONReadable, Hashable {
        case circle(radius: Int), square(side: Int), versioned(Int), flagged, listed, other(JSONValue)

        init(reading reader: inout JSONReader) {
            if reader.hasMembers("radius", "unit") {
                self = .circle(radius: Shape.member("radius", &reader))
            } else if reader.hasMembers("side") {
                self = .square(side: Shape.member("side", &reader))
            } else if let version: Int = reader.peekMember("version") {
                reader.skip()
                self = .versioned(version)
            } else if reader.peekMember("flag") == true {
                reader.skip()
                self = .flagged
            } else if reader.peekKind("list") == .array {
                reader.skip()
                self = .listed
            } else {
                self = .other(reader.value())
            }
        }

        private static func member(_ name: StaticString, _ reader: inout JSONReader) -> Int {
            let object = reader.beginObject()
            defer { reader.endObject(object) }
            return reader.int(name)
        }
    }

    @Test(arguments: [
        (#"{"radius":1,"unit":null}"#, Shape.circle(radius: 1)), (#"{"unit":"m", "x" : [1] ,"radius":2}"#, .circle(radius: 2)),
        (#"{"radius":1,"side":3}"#, .square(side: 3)), (#"{"side":3}"#, .square(side: 3)), (#"{"\u0073ide":3}"#, .square(side: 3)),
        (#"{"version":4}"#, .versioned(4)), (#"{"version":4.0,"x":{"version":5}}"#, .versioned(4)), (#"{"flag":true}"#, .flagged),
        (#"{"list":[]}"#, .listed), (#"{"version":"x","flag":true}"#, .flagged),
    ])
    private func `members decide a union`(text: String, shape: Shape) throws {
        #expect(try Shape(json: text.bytes) == shape)
        #expect(try [String: [Shape]](json: #"{"a":[\#(text),\#(text)]}"#.bytes) == ["a": [shape, shape]])
    }

    @Test(arguments: ["{}", "[1]", "7", #"{"flag":false}"#, #"{"list":{}}"#, #"{"version":1.5}"#, #"{"x":{"side":3}}"#, #""side""#])
    func `what nothing decides is left`(text: String) throws {
        #expect(try Shape(json: text.bytes) == .other(JSONValue(json: text.bytes)))
    }

    @Test func `a broken document is an error`() {
        let document = #"{"radius":1,"unit":"m"}"#.bytes
        for end in document.indices { #expect(throws: JSONError.self) { try Shape(json: document[..<end]) } }
    }
}
