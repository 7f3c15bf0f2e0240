/// A number as digits * 10^exponent, without zeros at either end of the digits, so that a number has one such form.
struct SignificantDigits: Hashable {
    private(set) var isNegative = false
    private(set) var digits: [UInt8] = []
    private(set) var exponent = 0

    /// - Parameter text: A number that the grammar of JSON accepts.
    init(ofNumber text: String) {
        var isFraction = false
        var bytes = text.utf8[...]
        if bytes.first == .minus { isNegative = bytes.popFirst() != nil }
        while let byte = bytes.first, byte.isDigit || byte == .period {
            bytes.removeFirst()
            if byte == .period {
                isFraction = true
                continue
            }
            if isFraction { exponent -= 1 }
            if byte > .zero || !digits.isEmpty { digits.append(byte - .zero) }
        }
        exponent += Self.writtenExponent(bytes.dropFirst())
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    /// An exponent of more than 15 digits is cut: no number of digits makes up for it.
    private static func writtenExponent(_ text: Substring.UTF8View) -> Int {
        let digits = text.drop { $0 == .minus || $0 == .plus || $0 == .zero }
        let magnitude = digits.prefix(15).reduce(0) { $0 * 10 + Int($1 - .zero) }
        return text.first == .minus ? -magnitude : magnitude
    }

    /// Whether it is that many times a whole number; nil where the divisor has more than 37 digits.
    func isMultiple(of divisor: SignificantDigits) -> Bool? {
        if digits.isEmpty { return true }
        // Neither ends in zeros, so those behind the divisor must be made up for by the other's.
        guard let last = divisor.digits.last, last > 0, exponent >= divisor.exponent else { return false }
        guard divisor.digits.count <= 37 else { return nil }
        let modulus = divisor.digits.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
        var remainder = digits.reduce(UInt128(0)) { ($0 * 10 + UInt128($1)) % modulus }
        // As many zeros as the divisor has bits take all twos and fives out of it; more of them change nothing.
        for _ in 0..<Swift.min(exponent - divisor.exponent, 128) { remainder = remainder * 10 % modulus }
        return remainder == 0
    }
}

extension SignificantDigits: Comparable {
    static func < (first: SignificantDigits, second: SignificantDigits) -> Bool {
        if first.isNegative != second.isNegative { return first.isNegative }
        return first.isNegative ? second.isCloserToZero(than: first) : first.isCloserToZero(than: second)
    }

    private func isCloserToZero(than other: SignificantDigits) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.count < other.digits.count }
        let (power, otherPower) = (digits.count + exponent, other.digits.count + other.exponent)
        return power == otherPower ? digits.lexicographicallyPrecedes(other.digits) : power < otherPower
    }
}
