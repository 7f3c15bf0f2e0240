import CloudFlowRuntime
import SeededRandom
import Testing

@Suite struct NumberTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("1.0", 1), ("1e3", 1_000), ("1E+3", 1_000), ("1.5e1", 15), ("100e-2", 1),
        ("-2.50e1", -25),
        ("0.0", 0), ("0e999999999999999999999", 0), ("0.000e5", 0), ("12300e-2", 123), ("9223372036854775807", .max),
        ("-9223372036854775808", .min),
        ("9223372036854775807.0", .max), ("922337203685477580.7e1", .max), ("1000000000000000000", 1_000_000_000_000_000_000),
        ("1e18", 1_000_000_000_000_000_000),
        ("999999999999999999", 999_999_999_999_999_999), ("0.00001e5", 1),
    ])
    func `a number whose value is an integer is one`(text: String, value: Int) throws {
        #expect(try Int(json: text.bytes) == value)
        #expect(try [Int](json: "[\(text) , \(text)]".bytes) == [value, value])
    }

    @Test(arguments: ["0.5", "-0.1", "1e-1", "1.5", "15e-1", "1234567.8e0", "1e-999999999999", "9223372036854775807.5"])
    func `a number with a fraction is no integer`(text: String) {
        #expect(throws: JSONError(.notAnInteger, offset: 0)) { try Int(json: text.bytes) }
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e19", "1e400", "1e999999999999999999999",
        "99999999999999999999999999999",
    ])
    func `an integer that does not fit is refused`(text: String) {
        #expect(throws: JSONError(.numberOutOfRange, offset: 0)) { try Int(json: text.bytes) }
    }

    @Test func `each integer type has its range`() throws {
        #expect(try Int32(json: "2147483647".bytes) == .max)
        #expect(try Int32(json: "-2147483648".bytes) == .min)
        #expect(throws: JSONError.self) { try Int32(json: "2147483648".bytes) }
        #expect(throws: JSONError.self) { try Int32(json: "-2147483649".bytes) }
        #expect(try Int64(json: "-9223372036854775808".bytes) == .min)
        #expect(try UInt32(json: "4294967295".bytes) == .max)
        #expect(throws: JSONError.self) { try UInt32(json: "4294967296".bytes) }
        #expect(throws: JSONError.self) { try UInt32(json: "-1".bytes) }
        #expect(try UInt32(json: "-0".bytes) == 0)
        #expect(try UInt64(json: "18446744073709551615".bytes) == .max)
        #expect(try UInt64(json: "1844674407370955161.5e1".bytes) == .max)
        #expect(throws: JSONError.self) { try UInt64(json: "18446744073709551616".bytes) }
        #expect(throws: JSONError.self) { try UInt64(json: "-1".bytes) }
    }

    @Test func `doubles are rounded correctly`() throws {
        let seed: UInt64 = 0x5EED_0006
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20_000 {
            // Plain decimals of every length, around the limits of the exact conversion.
            var text = random.chance(1, in: 4) ? "-" : ""
            text += String(UInt64.random(in: 0...1 << UInt64.random(in: 1...63, using: &random), using: &random))
            if random.chance(1, in: 2) {
                text += ".\(UInt64.random(in: 0 ... 1 << UInt64.random(in: 1 ... 63, using: &random), using: &random))"
            }
            if random.chance(1, in: 4) { text += "e\(Int.random(in: -15 ... 15, using: &random))" }
            let (double, float) = (try Double(json: text.bytes), try Float(json: text.bytes))
            if double != Double(text) || float != Float(text) { Issue.record("seed \(seed): \(text)") }
        }
    }

    @Test(arguments: [
        "0.000000000001", "-0.00000000000001", "1.00000000000000", "0.10000000000", "16777217", "16777217.0", "9007199254740993.0",
        "123456789.5",
    ])
    func `short decimals are rounded correctly`(text: String) throws {
        #expect(try Double(json: text.bytes) == Double(text))
        #expect(try Float(json: text.bytes) == Float(text))
    }

    @Test func `doubles and floats come back as they were written`() throws {
        let seed: UInt64 = 0x5EED_0007
        var random = SeededGenerator(seed: seed)
        let limits = [
            0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .ulpOfOne, .pi, 1e21, 1e-7, 0.1, 1 / 3,
        ]
        let doubles = limits + (0..<10_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
        for double in doubles {
            let (read, readFloat) = (try Double(json: double.json()), try Float(json: Float(double.significand).json()))
            if read.bitPattern != double.bitPattern || readFloat != Float(double.significand) { Issue.record("seed \(seed): \(double)") }
        }
    }

    @Test func `integers come back as they were written`() throws {
        for value in [0, 1, -1, 9, 10, 99, 100, -100, 1_234_567_890, .max, .min] {
            #expect(try value.jsonText() == String(value))
            #expect(try Int(json: value.json()) == value)
        }
        #expect(try UInt64.max.jsonText() == "18446744073709551615")
        #expect(try Int32.min.jsonText() == "-2147483648")
        #expect(try UInt32.max.jsonText() == "4294967295")
    }

    @Test func `numbers that are not finite are not written`() {
        for value in [Double.nan, .infinity, -.infinity, .signalingNaN] {
            #expect(throws: JSONError(.notFinite, offset: 0)) { try value.json() }
            #expect(throws: JSONError(.notFinite, offset: 5)) { try [1, value].json() }
            #expect(throws: JSONError.self) { try ["a": value].json() }
        }
        #expect(throws: JSONError(.notFinite, offset: 0)) { try Float.infinity.json() }
    }

    @Test func `very long numbers are read in time that grows with their length`() throws {
        let digits = String(repeating: "1234567890", count: 20_000)
        #expect(try Double(json: "0.\(digits)".bytes) == 0.1234567890123456789)
        #expect(try Double(json: "\(digits)e-200000".bytes) == 0.1234567890123456789)
        #expect(throws: JSONError(.numberOutOfRange, offset: 0)) { try Double(json: digits.bytes) }
        #expect(throws: JSONError(.numberOutOfRange, offset: 0)) { try Int(json: digits.bytes) }
        #expect(try Int(json: "1\(String(repeating: "0", count: 100_000))e-100000".bytes) == 1)
        #expect(try Int(json: "7.\(String(repeating: "0", count: 100_000))".bytes) == 7)
    }
}
