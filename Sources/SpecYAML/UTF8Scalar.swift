/// The scalar that stands at some place of a text in UTF-8.
struct UTF8Scalar {
    let value: UInt32
    /// In bytes.
    let length: Int

    /// Decodes the sequence that starts at an offset by table 3-7 of the Unicode Standard; `nil` if it is none.
    init?(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        func continuation(_ distance: Int, in range: ClosedRange<UInt8> = 0x80...0xBF) -> UInt32? {
            guard offset + distance < bytes.count, range.contains(bytes[offset + distance]) else { return nil }
            return UInt32(bytes[offset + distance] & 0x3F)
        }
        let lead = bytes[offset]
        switch lead {
        case 0..<0x80:
            (value, length) = (UInt32(lead), 1)
        case 0xC2...0xDF:
            guard let second = continuation(1) else { return nil }
            (value, length) = (UInt32(lead & 0x1F) << 6 | second, 2)
        case 0xE0...0xEF:
            let range: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
            guard let second = continuation(1, in: range), let third = continuation(2) else { return nil }
            (value, length) = (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3)
        case 0xF0...0xF4:
            let range: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            guard let second = continuation(1, in: range), let third = continuation(2), let fourth = continuation(3) else { return nil }
            (value, length) = (UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
        default:
            return nil
        }
    }
}
