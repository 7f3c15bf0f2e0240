public import FoundationEssentials

/// A number of any size and precision, kept digit for digit as it was written: `12.50`, `18446744073709551616`, `1e400`.
///
/// Two are equal when they are the same number, however they are written: 12.5, 12.50 and 1250e-2.
public struct ExactNumber: Sendable {
    /// The number as JSON writes it.
    public let text: String

    /// Takes a number as JSON writes it (RFC 8259, section 6); nil for anything else.
    public init?(_ text: String) {
        guard text.isJSONNumber else { return nil }
        self.text = text
    }

    /// A whole number of any size.
    public init(_ integer: some BinaryInteger) { text = String(integer) }

    /// The shortest number that reads back as the same `Double`; nil for an infinite number and for NaN.
    public init?(_ number: Double) {
        guard number.isFinite else { return nil }
        text = number.description
    }

    /// The nearest number that the type holds; infinite where that is out of its range.
    public var double: Double { Double(text) ?? .nan }

    /// Nil where it has a fraction or is too large.
    public var int: Int? { try? Int(json: Array(text.utf8)) }

    /// Nil where it is too large; rounded to the 38 digits that the type holds.
    public var decimal: Decimal? { Decimal(string: text) }
}

extension ExactNumber: Comparable, Hashable {
    public static func == (first: ExactNumber, second: ExactNumber) -> Bool {
        first.text == second.text || first.digits == second.digits
    }

    public static func < (first: ExactNumber, second: ExactNumber) -> Bool { first.digits < second.digits }

    public func hash(into hasher: inout Hasher) { hasher.combine(digits) }

    var digits: SignificantDigits { SignificantDigits(ofNumber: text) }

    /// Whether it is that many times a whole number, as both are written; nil where the divisor has more than 37 digits.
    package func isMultiple(of divisor: ExactNumber) -> Bool? { digits.isMultiple(of: divisor.digits) }
}

extension ExactNumber: JSONModel, ParameterValue, LosslessStringConvertible {
    public var description: String { text }

    public init(reading reader: inout JSONReader) { text = reader.numberText() }

    public func write(to writer: inout JSONWriter) {
        var text = text
        text.withUTF8 { writer.append(UnsafeRawBufferPointer($0).bytes) }
    }

    public var parameterText: String { text }
    public init?(parameterText: String) { self.init(parameterText) }
    public static var parameterForm: String { "a number" }
}

extension ExactNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Of any size.
    public init(integerLiteral value: StaticBigInt) { text = value.decimalDigits }

    /// A literal of more than 17 digits is rounded; there `ExactNumber("…")` keeps them all.
    public init(floatLiteral value: Double) { text = value.isFinite ? value.description : "0" }
}

extension JSONReader {
    /// The number at the cursor as it is written.
    fileprivate mutating func numberText() -> String {
        guard nextKind == .number else {
            mismatch(expected: .number)
            return "0"
        }
        do throws(Fault) {
            let start = cursor
            cursor = try bytes.scanNumber(at: start)
            return bytes.plainText(from: start, to: cursor)
        } catch {
            stop(error)
            return "0"
        }
    }
}

extension String {
    fileprivate var isJSONNumber: Bool {
        var text = self
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes).bytes
            return (try? bytes.scanNumber(at: 0)) == bytes.byteCount
        }
    }
}

extension StaticBigInt {
    /// The digits, by long division of the magnitude's words by 10^9.
    fileprivate var decimalDigits: String {
        let isNegative = signum() < 0
        var words = (0...bitWidth / UInt.bitWidth).map { isNegative ? ~self[$0] : self[$0] }
        if isNegative {
            // The magnitude is one more than the inverse.
            for index in words.indices {
                words[index] &+= 1
                if words[index] != 0 { break }
            }
        }
        var groups: [String] = []
        while words.contains(where: { $0 != 0 }) {
            var remainder: UInt = 0
            for index in words.indices.reversed() {
                (words[index], remainder) = UInt(1_000_000_000).dividingFullWidth((remainder, words[index]))
            }
            groups.append(String(fields: [(Int(remainder), 9, "")]))
        }
        let digits = groups.reversed().joined().drop { $0 == "0" }
        return digits.isEmpty ? "0" : (isNegative ? "-" : "") + digits
    }
}
