/// A JSON number by its digits: digits * 10^exponent, without zeros at either end of the digits.
struct DecimalDigits: ~Escapable {
    private let bytes: RawSpan
    private var isNegative = false
    /// The significant digits, offsets in `bytes`; the decimal point may be among them.
    private var first = 0
    private var end = 0
    private var digitCount = 0
    private var exponent = 0

    /// - Parameter bytes: A number that the grammar accepts.
    @_lifetime(copy bytes)
    init(_ bytes: RawSpan) {
        self.bytes = bytes
        var offset = 0
        if bytes.byte(0) == .minus {
            isNegative = true
            offset = 1
        }
        var fraction = false
        var zeros = 0
        while bytes.byte(offset).isDigit || bytes.byte(offset) == .period {
            let byte = bytes.byte(offset)
            offset += 1
            if byte == .period {
                fraction = true
                continue
            }
            if fraction { exponent -= 1 }
            if byte == .zero {
                zeros += 1
                continue
            }
            if digitCount == 0 { first = offset - 1 } else { digitCount += zeros }
            digitCount += 1
            zeros = 0
            end = offset
        }
        exponent += zeros
        if offset < bytes.byteCount { exponent += writtenExponent(from: offset + 1) }
    }

    var isInteger: Bool { digitCount == 0 || exponent >= 0 }

    /// The value, if the type holds it; nil too when it is no integer.
    func integer<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
        guard digitCount > 0 else { return 0 }
        // No type here has more than 20 digits.
        guard isInteger, digitCount + exponent <= 20 else { return nil }
        var magnitude: UInt64 = 0
        for digit in digits + Array(repeating: 0, count: exponent) {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
            if overflow || carry { return nil }
            magnitude = sum
        }
        guard isNegative else { return Integer(exactly: magnitude) }
        return Int64(exactly: -Int128(magnitude)).flatMap { Integer(exactly: $0) }
    }

    private var digits: [UInt8] {
        (first..<end).compactMap { bytes.byte($0).isDigit ? bytes.byte($0) - .zero : nil }
    }

    /// The exponent behind the letter; very large ones are cut to what no number of digits can make up for.
    private func writtenExponent(from start: Int) -> Int {
        var offset = start
        let isNegative = bytes.byte(offset) == .minus
        if isNegative || bytes.byte(offset) == .plus { offset += 1 }
        var exponent = 0
        while bytes.byte(offset).isDigit {
            if exponent < 1 << 40 { exponent = exponent * 10 + Int(bytes.byte(offset) - .zero) }
            offset += 1
        }
        return isNegative ? -exponent : exponent
    }
}

/// A type that a short decimal converts to with a single rounding.
protocol DecimalRounding: BinaryFloatingPoint, LosslessStringConvertible {
    /// The largest number up to which all integers are held.
    static var largestExactInteger: UInt64 { get }
    /// The powers of ten that are held exactly.
    static var exactPowersOfTen: [Self] { get }
}

extension DecimalRounding {
    /// The number, if its digits and its power of ten are both held exactly: then one multiplication or division rounds as
    /// it should (Clinger, 1990). Nil if not.
    init?(exactDecimal bytes: RawSpan) {
        var digits: UInt64 = 0
        var exponent = 0
        var isFraction = false
        let isNegative = bytes.byte(0) == .minus
        for offset in (isNegative ? 1 : 0)..<bytes.byteCount {
            let byte = bytes.byte(offset)
            if byte.isDigit {
                digits = digits &* 10 &+ UInt64(byte &- .zero)
                if isFraction { exponent -= 1 }
            } else if byte == .period {
                isFraction = true
            } else {
                return nil
            }
        }
        let powers = Self.exactPowersOfTen
        guard bytes.byteCount < 18, digits <= Self.largestExactInteger, -exponent < powers.count else { return nil }
        let magnitude = Self(digits) / powers[-exponent]
        self = isNegative ? -magnitude : magnitude
    }
}

extension Double: DecimalRounding {
    static var largestExactInteger: UInt64 { 1 << 53 }
    static let exactPowersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}

extension Float: DecimalRounding {
    static var largestExactInteger: UInt64 { 1 << 24 }
    static let exactPowersOfTen: [Float] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
}
