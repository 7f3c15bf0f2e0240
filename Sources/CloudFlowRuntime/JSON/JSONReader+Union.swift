extension JSONReader {
    /// Reads a value that is of none of a union's cases: a lenient reading keeps it, a strict one refuses it.
    public mutating func unmatched() -> JSONValue {
        let value: JSONValue = value()
        if isStrict { refuse("must be one of the alternatives of the specification") }
        return value
    }

    /// Reads an object of none of a union's cases, which a member tells apart. One that has another text there is kept, as a newer peer
    /// may send it; a strict reading refuses one without that member.
    public mutating func unmatched(by name: StaticString) -> JSONValue {
        let isTold = peekString(name) != nil
        let value: JSONValue = value()
        if isStrict, !isTold { refuse("must be an object with the member '\(name.memberName)', a text") }
        return value
    }

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
