import CloudFlowRuntime
import FoundationEssentials
import Testing

@Suite struct ExactNumberTests {
    @Test(arguments: [
        "0", "-0", "12.50", "18446744073709551616", "1e400", "-1.5E-7", "0.1000000000000000055511151231257827",
        "100000000000000000000000000",
    ])
    func `every digit is kept`(text: String) throws {
        let number = try ExactNumber(json: text.bytes)
        #expect(number.text == text)
        #expect(try number.jsonText() == text)
        #expect(try [ExactNumber](json: "[ \(text) ,1]".bytes, strict: true).map(\.text) == [text, "1"])
        #expect(ExactNumber(text)?.description == text)
        #expect(ExactNumber(parameterText: text)?.parameterText == text)
    }

    @Test(arguments: ["", "01", "1.", ".5", "+1", "1e", "0x1", "1 ", " 1", "NaN", "Infinity", "1,5", "\"1\"", "١"])
    func `what JSON does not allow is no number`(text: String) {
        #expect(ExactNumber(text) == nil)
        #expect(ExactNumber(parameterText: text) == nil)
        #expect(throws: JSONError.self) { try [ExactNumber](json: "[\(text)]x".bytes) }
    }

    @Test func `equal numbers are equal however they are written`() throws {
        for (first, second) in [
            ("12.5", "12.50"), ("12.5", "1250e-2"), ("0", "-0.00e5"), ("1e3", "1000"), ("0.001", "1E-3"), ("-7", "-7.0"),
        ] {
            let (first, second) = (try #require(ExactNumber(first)), try #require(ExactNumber(second)))
            #expect(first == second)
            #expect(Set([first, second]).count == 1)
            #expect(!(first < second) && !(second < first))
        }
        #expect(ExactNumber("1e999999999999999999999") != ExactNumber("1e99"))
        #expect(ExactNumber("0.1") != ExactNumber("0.1000000000000000055511151231257827"))
    }

    @Test func `numbers are ordered to the last digit`() {
        let texts = [
            "-1e400", "-10", "-9.99", "-0.1", "0", "1e-400", "0.09", "0.1", "0.1000000000000000055511151231257827", "9.99", "10", "1e400",
        ]
        let numbers = texts.compactMap { ExactNumber($0) }
        for (position, number) in numbers.enumerated() {
            for (other, otherNumber) in numbers.enumerated() { #expect((number < otherNumber) == (position < other)) }
        }
    }

    @Test func `views are rounded or missing`() {
        #expect(ExactNumber("12.50")?.double == 12.5)
        #expect(ExactNumber("1e400")?.double == .infinity)
        #expect(ExactNumber("12.50")?.int == nil)
        #expect(ExactNumber("12.0")?.int == 12)
        #expect(ExactNumber("18446744073709551616")?.int == nil)
        #expect(ExactNumber("12.50")?.decimal == Decimal(string: "12.5"))
    }

    @Test func `literals are numbers of any size`() {
        for (number, text) in [
            (0 as ExactNumber, "0"), (12.5, "12.5"), (-3, "-3"), (18_446_744_073_709_551_616, "18446744073709551616"),
            (-9_223_372_036_854_775_809, "-9223372036854775809"), (1_000_000_000, "1000000000"),
            (-18_446_744_073_709_551_616, "-18446744073709551616"),
            (
                123_456_789_012_345_678_901_234_567_890_123_456_789_012_345_678_901_234_567_890,
                "123456789012345678901234567890123456789012345678901234567890"
            ),
            (9_223_372_036_854_775_808, "9223372036854775808"), (-1, "-1"),
        ] {
            #expect(number.text == text)
        }
        #expect(ExactNumber(Int.min).text == "-9223372036854775808")
        #expect(ExactNumber(0.1 + 0.2)?.text == "0.30000000000000004")
        #expect(ExactNumber(Double.nan) == nil)
    }

    @Test func `a decimal in a string is a number`() throws {
        #expect(try DecimalText(json: #""12.50""#.bytes).number == 12.5)
        #expect(try DecimalText(json: #""a lot""#.bytes).number == nil)
        #expect(try DecimalText(12.5).jsonText() == #""12.5""#)
    }

    @Test func `unsigned integers are parameters too`() {
        #expect(UInt64(parameterText: "18446744073709551615") == .max)
        #expect(UInt32(parameterText: "-1") == nil)
    }
}
