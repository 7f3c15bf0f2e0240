extension RawSpan {
    /// The text between two quotes that `scanString` accepted; nil when it holds a lone surrogate.
    func text(from start: Int, _ extent: StringExtent) -> String? {
        guard extent.isEscaped else {
            return extracting(start ..< extent.close).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
        return extracting(start ..< extent.close).withUnsafeBytes { source in
            var isWhole = true
            // No escape is shorter than what it stands for, so the capacity suffices.
            let text = String(unsafeUninitializedCapacity: source.count) { target in
                guard let count = unescape(source, into: target) else {
                    isWhole = false
                    return 0
                }
                return count
            }
            return isWhole ? text : nil
        }
    }
}

/// Copies `source`, a checked string body, with its escapes resolved.
///
/// - Returns: How many bytes were written; nil when there is a lone surrogate.
private func unescape(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    var read = 0
    var written = 0
    while read < source.count {
        let byte = source[read]
        guard byte == .backslash else {
            target[written] = byte
            read += 1
            written += 1
            continue
        }
        let kind = source[read + 1]
        read += 2
        guard kind == .lowercaseU else {
            target[written] = unescaped(kind)
            written += 1
            continue
        }
        guard let scalar = scalar(in: source, at: &read), let encoded = UTF8.encode(scalar) else { return nil }
        for unit in encoded {
            target[written] = unit
            written += 1
        }
    }
    return written
}

private func unescaped(_ kind: UInt8) -> UInt8 {
    switch kind {
    case .lowercaseB: 0x08
    case .lowercaseF: 0x0C
    case .lowercaseN: .lineFeed
    case .lowercaseR: .carriageReturn
    case .lowercaseT: .tab
    default: kind
    }
}

/// The scalar whose hexadecimal digits start at `offset`; moves the offset behind them, or behind the pair's.
private func scalar(in source: UnsafeRawBufferPointer, at offset: inout Int) -> Unicode.Scalar? {
    let first = codeUnit(in: source, at: offset)
    offset += 4
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
    guard offset + 6 <= source.count, source[offset] == .backslash, source[offset + 1] == .lowercaseU else { return nil }
    let second = codeUnit(in: source, at: offset + 2)
    guard second & 0xFC00 == 0xDC00 else { return nil }
    offset += 6
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 | second & 0x3FF)
}

private func codeUnit(in source: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in offset ..< offset + 4 {
        unit = unit << 4 | UInt32(source[index].hexadecimalValue ?? 0)
    }
    return unit
}
