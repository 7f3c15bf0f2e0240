extension StaticString {
    /// The name that is spelt like this between the quotes of a member.
    var memberName: String {
        let bytes = RawSpan(self)
        guard (0..<bytes.byteCount).contains(where: { bytes.byte($0) == .backslash }) else { return description }
        return bytes.text(from: 0, StringExtent(close: bytes.byteCount, isEscaped: true, isASCII: false)) ?? description
    }
}
