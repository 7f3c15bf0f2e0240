/// Reads a text of a fixed format from front to back. A step that finds something else is nil, or false.
struct FormatScanner: ~Escapable {
    private let bytes: RawSpan
    private var offset = 0

    @_lifetime(copy bytes)
    fileprivate init(_ bytes: RawSpan) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.byteCount }

    /// The byte that comes next; 0 at the end.
    var next: UInt8 { bytes.byte(offset) }

    mutating func take(_ byte: UInt8) -> Bool {
        guard !isAtEnd, next == byte else { return false }
        offset += 1
        return true
    }

    /// Takes a letter in either case.
    mutating func take(letter: Unicode.Scalar) -> Bool {
        let letter = UInt8(ascii: letter)
        return take(letter) || take(letter | 0x20)
    }

    /// A number of just as many digits.
    mutating func number(digits count: Int) -> Int? {
        let start = offset
        guard let number = number(maximumDigits: count), offset == start + count else { return nil }
        return number
    }

    /// A number of as many digits as there are, at most `count`, which is at most 18.
    mutating func number(maximumDigits count: Int) -> Int? {
        let start = offset
        var number = 0
        while next.isDigit, offset - start < count {
            number = number * 10 + Int(next - .zero)
            offset += 1
        }
        return offset > start ? number : nil
    }

    mutating func hexadecimal(digits count: Int) -> Bool {
        for _ in 0..<count {
            guard next.hexadecimalValue != nil else { return false }
            offset += 1
        }
        return true
    }

    /// The digits behind a decimal point as billionths; those after the ninth are passed over.
    mutating func billionths() -> Int? {
        guard next.isDigit else { return nil }
        var billionths = 0
        var unit = 100_000_000
        while next.isDigit {
            billionths += Int(next - .zero) * unit
            unit /= 10
            offset += 1
        }
        return billionths
    }
}

extension String {
    /// Numbers in decimal, with zeros before them, each with what stands behind it.
    init(fields: [(number: Int, digits: Int, separator: StaticString)]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for field in fields {
            var unit = 1
            for _ in 1..<field.digits { unit *= 10 }
            while unit > 0 {
                bytes.append(.zero + UInt8(field.number / unit % 10))
                unit /= 10
            }
            field.separator.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }

    /// Reads the whole text; nil where something is left of it.
    func scanned<Value>(_ read: (inout FormatScanner) -> Value?) -> Value? {
        var text = self
        return text.withUTF8 { bytes in
            var scanner = FormatScanner(UnsafeRawBufferPointer(bytes).bytes)
            guard let value = read(&scanner), scanner.isAtEnd else { return nil }
            return value
        }
    }
}
