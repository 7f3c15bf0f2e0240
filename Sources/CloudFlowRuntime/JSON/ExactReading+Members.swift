extension ExactReading {
    /// Begins the object whose brace is at `start`.
    func open(at start: Int, in bytes: RawSpan) {
        let first = firstMember(ofObjectAt: start, in: bytes)
        frames.append(Frame(first: first, close: closingBrace(of: first, ofObjectAt: start, in: bytes), askedBase: asked.count))
    }

    /// Ends the object that was begun last.
    func close() {
        guard let frame = frames.popLast() else { return }
        asked.removeLast(asked.count - frame.askedBase)
    }

    /// The index of the first member of the object whose brace is at `start`.
    func firstMember(ofObjectAt start: Int, in bytes: RawSpan) -> Int? {
        index.member(namedAt: bytes.skippingSpace(from: start + 1))
    }

    /// The index of the member after `member` in the same object.
    func member(after member: Int) -> Int? {
        let next = Int(index.members[member].next)
        return next == 0 ? nil : next
    }

    /// The index of the member of that name, the last one if there are several, in the object whose first member is `first`.
    func member(_ name: StaticString, of first: Int?, in bytes: RawSpan) -> Int? {
        var found: Int?
        var candidate = first
        while let member = candidate {
            if isNamed(member, name, in: bytes) { found = member }
            candidate = self.member(after: member)
        }
        return found
    }

    /// Whether a member has that name, once the escapes in it are resolved.
    func isNamed(_ member: Int, _ name: StaticString, in bytes: RawSpan) -> Bool {
        let start = Int(index.members[member].name) + 1
        guard index.members[member].isEscaped else {
            return bytes.holds(name, at: start) && bytes.byte(start + name.utf8CodeUnitCount) == .quote
        }
        guard let text = self.name(of: member, in: bytes) else { return false }
        return text.utf8.elementsEqual(name.memberName.utf8)
    }

    /// The name of a member; nil when it is not text, for a lone surrogate.
    func name(of member: Int, in bytes: RawSpan) -> String? {
        let quote = Int(index.members[member].name)
        guard let extent = try? bytes.scanString(from: quote) else { return nil }
        return bytes.text(from: quote + 1, extent)
    }

    /// Whether the model asked for a name in the object that is being read.
    func wasAsked(_ member: Int, in bytes: RawSpan) -> Bool {
        guard let frame = frames.last else { return false }
        return index.members[member].isRead || asked[frame.askedBase...].contains { isNamed(member, $0, in: bytes) }
    }

    private func closingBrace(of first: Int?, ofObjectAt start: Int, in bytes: RawSpan) -> Int? {
        var end = start + 1
        if var last = first {
            while let next = member(after: last) { last = next }
            end = Int(index.members[last].end)
            if end == 0 { return nil }
        }
        let close = bytes.skippingSpace(from: end)
        return bytes.byte(close) == .closeBrace ? close : nil
    }
}
