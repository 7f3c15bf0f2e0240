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

    /// Reads an object of none of a union's cases, which a member tells apart that may be a number or a truth value.
    public mutating func unmatched(byScalar name: StaticString) -> JSONValue {
        let isTold = peekScalar(name) != nil
        let value: JSONValue = value()
        if isStrict, !isTold { refuse("must be an object with the member '\(name.memberName)', a text, a number or a truth value") }
        return value
    }

    /// The text of a member of the object at the cursor, of which nothing is consumed: what decides a union.
    ///
    /// - Returns: Nil when there is no object at the cursor, no such member in it, or no string in that member.
    public mutating func peekString(_ name: StaticString) -> String? {
        peek(name, takesScalars: exact?.holdsTexts == true)
    }

    /// As ``peekString(_:)``, and a number or a truth value as it is spelt: of a union that integers or truth values tell apart.
    ///
    /// - Returns: Nil when there is no object at the cursor, no such member in it, or neither a text nor a number nor a truth value.
    public mutating func peekScalar(_ name: StaticString) -> String? {
        peek(name, takesScalars: true)
    }

    private mutating func peek(_ name: StaticString, takesScalars: Bool) -> String? {
        guard bytes.byte(cursor) == .openBrace else { return nil }
        let start = cursor
        defer { cursor = start }
        if let exact {
            let first = exact.firstMember(ofObjectAt: start, in: bytes)
            guard let member = exact.member(name, of: first, in: bytes) else { return nil }
            cursor = Int(exact.index.members[member].value)
            return textAtCursor(takesScalars)
        }
        cursor = bytes.skippingSpace(from: start + 1)
        while let member = passName() {
            if member.nameLength == name.utf8CodeUnitCount, bytes.holds(name, at: Int(member.name)) { return textAtCursor(takesScalars) }
            skipValue()
            endMember()
        }
        return nil
    }

    private func textAtCursor(_ takesScalars: Bool) -> String? {
        guard bytes.byte(cursor) == .quote, let extent = try? bytes.scanString(from: cursor) else {
            return (takesScalars ? scalarExtent() : nil).map { bytes.plainText(from: $0.lowerBound, to: $0.upperBound) }
        }
        return bytes.text(from: cursor + 1, extent)
    }
}
