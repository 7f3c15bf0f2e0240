extension RawSpan {
    /// The text between two offsets, which is ASCII without escapes.
    @inline(__always)
    func plainText(from start: Int, to end: Int) -> String {
        extracting(start..<end).withUnsafeBytes { source in
            guard source.count <= 15 else { return String(decoding: source, as: UTF8.self) }
            // Texts of up to fifteen bytes are stored without an allocation, and are made faster this way.
            return String(unsafeUninitializedCapacity: source.count) { target in
                UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
                return source.count
            }
        }
    }

    /// The text between two quotes that `scanString` accepted; nil when it holds a lone surrogate.
    func text(from start: Int, _ extent: StringExtent) -> String? {
        let source = extracting(start..<extent.close)
        guard extent.isEscaped else { return String(checked: source) }
        return source.withUnsafeBytes { source in
            // No escape is shorter than what it stands for, so the space suffices.
            withUnsafeTemporaryAllocation(byteCount: source.count, alignment: 1) { space in
                var target = space.mutableBytes
                return target.unescape(source.bytes).map { String(checked: space.bytes.extracting(first: $0)) }
            }
        }
    }
}

extension String {
    /// Text from bytes that were checked to be UTF-8; where the standard library allows, they are not checked again.
    fileprivate init(checked bytes: RawSpan) {
        if #available(macOS 26, *) {
            self.init(copying: UTF8Span(unchecked: Span(_bytes: bytes)))
        } else {
            self = bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
    }
}

extension MutableRawSpan {
    /// Copies a checked string body with its escapes resolved.
    ///
    /// - Returns: How many bytes were written; nil when there is a lone surrogate.
    @_lifetime(self: copy self)
    mutating func unescape(_ source: RawSpan) -> Int? {
        var read = 0
        var written = 0
        while true {
            // In a string body only the backslash is a character that must be escaped.
            let plain = copyPlain(source.extracting(droppingFirst: read), to: written)
            read += plain
            written += plain
            guard read < source.byteCount else { return written }
            let letter = source.byte(read + 1)
            read += 2
            if letter == .lowercaseU {
                guard let scalar = source.scalar(at: &read), let encoded = UTF8.encode(scalar) else { return nil }
                for unit in encoded {
                    storeBytes(of: unit, toByteOffset: written, as: UInt8.self)
                    written += 1
                }
            } else {
                storeBytes(of: letter.unescaped, toByteOffset: written, as: UInt8.self)
                written += 1
            }
        }
    }
}

extension RawSpan {
    /// The scalar whose hexadecimal digits start at `offset`, which moves behind them, or behind those of the pair.
    fileprivate func scalar(at offset: inout Int) -> Unicode.Scalar? {
        let first = codeUnit(at: offset)
        offset += 4
        guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
        guard byte(offset) == .backslash, byte(offset + 1) == .lowercaseU else { return nil }
        let second = codeUnit(at: offset + 2)
        guard second & 0xFC00 == 0xDC00 else { return nil }
        offset += 6
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 | second & 0x3FF)
    }

    private func codeUnit(at offset: Int) -> UInt32 {
        var unit: UInt32 = 0
        for index in offset..<offset + 4 {
            unit = unit << 4 | UInt32(byte(index).hexadecimalValue ?? 0)
        }
        return unit
    }
}

extension UInt8 {
    /// The character that this letter stands for behind a backslash.
    fileprivate var unescaped: UInt8 {
        switch self {
        case .lowercaseB: 0x08
        case .lowercaseF: 0x0C
        case .lowercaseN: .lineFeed
        case .lowercaseR: .carriageReturn
        case .lowercaseT: .tab
        default: self
        }
    }
}
