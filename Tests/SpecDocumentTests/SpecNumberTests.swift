import SpecDocument
import Testing

@Suite struct SpecNumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "-0"), ("+5", "5"), ("007", "7"), ("0x1F", "31"), ("0o17", "15"), (".5", "0.5"), ("-.5", "-0.5"), ("5.", "5"),
        ("5.e1", "5e1"), ("1e3", "1e3"), ("1.50", "1.50"), ("18446744073709551615", "18446744073709551615"),
        ("-9223372036854775809", "-9223372036854775809"), ("1e400", "1e400"),
        ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
    ]) func keepsWhatIsWrittenInTheNotationOfJSON(_ written: String, _ text: String) throws {
        #expect(try schema("minimum: \(written)").constraints?.minimum?.text == text)
    }

    @Test func hasViewsAsIntAndDouble() {
        #expect(SpecNumber(text: "12").int == 12)
        #expect(SpecNumber(text: "18446744073709551615").int == nil)
        #expect(SpecNumber(text: "1e3").int == nil)
        #expect(SpecNumber(text: "1e3").double == 1000)
        #expect(SpecNumber(text: "18446744073709551615").double == 18446744073709551616)
    }
}
