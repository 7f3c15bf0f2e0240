import CloudFlowRuntime
import Testing

private enum Level: OpenIntegerEnum, ParameterValue {
    case low, high, below
    case other(Int)
    static let table = EnumTable<Self>([("1", .low), ("20", .high), ("-3", .below)])
}

private enum Only: OpenIntegerEnum {
    case zero
    case other(Int)
    static let table = EnumTable<Self>([("0", .zero)])
}

@Suite struct OpenIntegerEnumTests {
    @Test(arguments: [
        (1, Level.low), (20, .high), (-3, .below), (2, .other(2)), (0, .other(0)), (Int.min, .other(.min)), (Int.max, .other(.max)),
    ])
    fileprivate func `each number is one value`(number: Int, level: Level) throws {
        #expect(try Level(json: number.json()) == level)
        #expect(Level(rawValue: number) == level)
        #expect(level.rawValue == number)
        #expect(level.description == String(number))
        #expect(try level.json() == number.json())
        #expect(Level(parameterText: String(number)) == level)
        #expect(level.parameterText == String(number))
    }

    @Test func `numbers may be written in other ways`() throws {
        #expect(try [Level](json: "[2e1,1.0,-3]".bytes) == [.high, .low, .below])
        #expect(try Only(json: "-0".bytes) == .zero)
    }

    @Test func `other kinds of values are refused`() {
        for text in ["\"1\"", "1.5", "null", "9223372036854775808"] { #expect(throws: JSONError.self) { try Level(json: text.bytes) } }
        #expect(Level(parameterText: "one") == nil)
    }

    @Test func `a literal is a value`() {
        let level: Level = 20
        #expect(level == .high)
        #expect(Set([Level.low, 1, 5, .other(5), .high]).count == 3)
    }
}

private enum Size: OpenValueEnum, ParameterValue {
    case automatic, half, two, off, none, quoted
    case other(JSONValue)
    static let table = EnumTable<Self>([
        (#""auto""#, .automatic), ("0.5", .half), ("2", .two), ("false", .off), ("null", .none), (#""a\"ö""#, .quoted),
    ])
}

@Suite struct OpenValueEnumTests {
    @Test(arguments: [
        (#""auto""#, Size.automatic), (#""a\u0075to""#, .automatic), ("0.5", .half), ("5e-1", .half), ("0.50", .half), ("2", .two),
        ("2.0", .two),
        ("false", .off), ("null", .none), (#""a\"ö""#, .quoted), (#""a\u0022\u00f6""#, .quoted),
    ])
    fileprivate func `values of the table are known however they are written`(text: String, size: Size) throws {
        #expect(try Size(json: text.bytes) == size)
        #expect(try Size(json: size.json()) == size)
    }

    @Test(arguments: [#""Auto""#, "0.51", "true", "{\"a\": [1]}", "[]", #""0.5""#, "20", "\"\""])
    func `values that are not known are kept`(text: String) throws {
        let size = try Size(json: text.bytes)
        #expect(try size == .other(JSONValue(json: text.bytes)))
        #expect(try size.jsonText() == text)
        #expect(Size(rawValue: size.rawValue) == size)
        #expect(!size.description.contains(text) || text == "[]")
    }

    @Test func `known values have descriptions and raw values`() throws {
        #expect(Size.half.description == "0.5")
        #expect(Size.automatic.rawValue == "auto")
        #expect(Size(rawValue: false) == .off)
        #expect(Size(rawValue: 2) == .two)
    }

    @Test func `parameters are plain text`() {
        #expect(Size.automatic.parameterText == "auto")
        #expect(Size.half.parameterText == "0.5")
        for (text, size) in [
            ("auto", Size.automatic), ("0.50", .half), ("false", .off), ("null", .none), ("big", .other("big")), ("7", .other(7)),
            ("[1]", .other("[1]")),
        ] {
            #expect(Size(parameterText: text) == size)
        }
    }

    @Test func `a broken document is an error`() {
        #expect(throws: JSONError.self) { try Size(json: #""auto"#.bytes) }
    }
}
