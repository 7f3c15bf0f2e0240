/// Private characters that stand in for what libyaml refuses or misreads, though documents have it: they go into the parser, and the
/// scalars that come out get the real thing back. One character for one, so that columns stay right.
///
/// - DEL, the C1 control characters, U+FEFF, U+FFFE and U+FFFF: libyaml refuses them, JSON allows them.
/// - NEL, U+2028 and U+2029: line breaks to YAML 1.1 and so to libyaml, plain characters to YAML 1.2 and JSON.
/// - The backslash of `\uD83D`: libyaml refuses the surrogate pairs that JSON writes characters beyond U+FFFF with.
enum StandIn {
    private static let base: UInt32 = 0x10_0000
    private static let backslash = UInt32(UInt8(ascii: "\\"))
    /// The first byte of every stand-in in UTF-8.
    static let lead: UInt8 = 0xF4

    /// Whether a character needs one.
    static func isNeeded(for scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a document's own character would be taken for one.
    static func isStandIn(_ scalar: UInt32) -> Bool {
        scalar >= base && (isNeeded(for: scalar - base) || scalar - base == backslash)
    }

    /// Whether `\uD800` to `\uDFFF` stands at an offset, in either case.
    static func isSurrogateEscape(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        codeUnit(bytes, at: offset).map { (0xD800...0xDFFF).contains($0) } ?? false
    }

    /// Appends the stand-in for a character.
    static func append(for scalar: UInt32, to output: inout [UInt8]) { append(base + scalar, inUTF8To: &output) }

    /// Appends the text of a scalar with the real characters in place of their stand-ins.
    static func restore(_ text: UnsafeBufferPointer<UInt8>, doubleQuoted: Bool, to output: inout [UInt8]) {
        var offset = 0
        while offset < text.count {
            guard text[offset] == lead, let scalar = UTF8Scalar(in: text, at: offset), isStandIn(scalar.value) else {
                output.append(text[offset])
                offset += 1
                continue
            }
            offset += scalar.length
            if doubleQuoted, scalar.value == base + backslash, let unit = codeUnit(text, afterBackslashAt: offset) {
                offset += escapeLength
                append(unescaped(unit, text, &offset), inUTF8To: &output)
            } else {
                append(scalar.value - base, inUTF8To: &output)
            }
        }
    }

    /// The scalar of a surrogate and, if it is the first half of a pair, of the other half behind it; U+FFFD for half a pair.
    private static func unescaped(_ unit: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
        guard (0xD800...0xDBFF).contains(unit), offset < text.count, text[offset] == lead,
            let next = UTF8Scalar(in: text, at: offset), next.value == base + backslash,
            let second = codeUnit(text, afterBackslashAt: offset + next.length), (0xDC00...0xDFFF).contains(second)
        else { return 0xFFFD }
        offset += next.length + escapeLength
        return 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
    }

    /// `uD83D`
    private static let escapeLength = 5

    private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32? {
        codeUnit(bytes, afterBackslashAt: offset + 1)
    }

    private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, afterBackslashAt offset: Int) -> UInt32? {
        guard offset + escapeLength <= bytes.count, bytes[offset] == UInt8(ascii: "u") else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[offset + 1..<offset + escapeLength] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    private static func append(_ scalar: UInt32, inUTF8To output: inout [UInt8]) {
        output.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
}
