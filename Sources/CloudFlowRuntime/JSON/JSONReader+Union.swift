extension JSONReader {
    /// The text of a member of the object at the cursor, of which nothing is consumed: what decides a union.
    ///
    /// - Returns: Nil when there is no object at the cursor, no such member in it, or no string in that member.
    public mutating func peekString(_ name: StaticString) -> String? {
        guard bytes.byte(cursor) == .openBrace else { return nil }
        let start = cursor
        defer { cursor = start }
        if let exact {
            let first = exact.firstMember(ofObjectAt: start, in: bytes)
            guard let member = exact.member(name, of: first, in: bytes) else { return nil }
            cursor = Int(exact.index.members[member].value)
            return textAtCursor()
        }
        cursor = bytes.skippingSpace(from: start + 1)
        while let member = passName() {
            if member.nameLength == name.utf8CodeUnitCount, bytes.holds(name, at: Int(member.name)) { return textAtCursor() }
            skipValue()
            endMember()
        }
        return nil
    }

    private func textAtCursor() -> String? {
        guard bytes.byte(cursor) == .quote, let extent = try? bytes.scanString(from: cursor) else {
            return bareExtent().map { bytes.plainText(from: $0.lowerBound, to: $0.upperBound) }
        }
        return bytes.text(from: cursor + 1, extent)
    }
}
