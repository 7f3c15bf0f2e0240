/// Which names were probably meant: names are case sensitive, and some are written in the wrong case or mistyped.
extension ExactReading {
    /// Whether the current object has a member whose name is nearly `name`.
    func hasMember(nearTo name: StaticString, in bytes: RawSpan) -> Bool {
        let wanted = Array(name.description.utf8)
        var candidate = frames.last?.first
        // A hint must not cost more than the document deserves.
        var left = 256
        while let member = candidate, left > 0 {
            if let found = shortName(of: member, in: bytes), found.isSpelledNearly(like: wanted) { return true }
            candidate = self.member(after: member)
            left -= 1
        }
        return false
    }

    /// The name, of those the model asked for, that is nearly the name of a member.
    func askedName(nearTo member: Int, in bytes: RawSpan) -> String? {
        guard let frame = frames.last, let found = shortName(of: member, in: bytes) else { return nil }
        return asked[frame.askedBase...].first { found.isSpelledNearly(like: Array($0.description.utf8)) }?.description
    }

    /// The first member of the current object that the model did not ask for.
    func unknownMember(in bytes: RawSpan) -> Int? {
        var candidate = frames.last?.first
        while let member = candidate {
            if !wasAsked(member, in: bytes) { return member }
            candidate = self.member(after: member)
        }
        return nil
    }

    private func shortName(of member: Int, in bytes: RawSpan) -> [UInt8]? {
        let extent = index.members[member].value - index.members[member].name
        guard extent < 100, let name = name(of: member, in: bytes) else { return nil }
        return Array(name.utf8)
    }
}

extension [UInt8] {
    /// Whether two names differ by case, hyphens and underscores only, by a letter, or, when they are long, by two.
    func isSpelledNearly(like other: [UInt8]) -> Bool {
        if self == other { return false }
        let (own, others) = (foldedName, other.foldedName)
        if own == others { return true }
        let allowed = Swift.min(own.count, others.count) < 8 ? 1 : 2
        guard Swift.min(own.count, others.count) > 2, abs(own.count - others.count) <= allowed else { return false }
        return own.editDistance(to: others) <= allowed
    }

    private var foldedName: [UInt8] {
        compactMap { byte in
            switch byte {
            case UInt8(ascii: "A") ... UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "-"), UInt8(ascii: "_"): nil
            default: byte
            }
        }
    }

    /// How many bytes must be inserted, removed or replaced (Levenshtein).
    private func editDistance(to other: [UInt8]) -> Int {
        var previous = Array<Int>(0 ... other.count)
        for (row, byte) in enumerated() {
            var current = [row + 1]
            for (column, otherByte) in other.enumerated() {
                let replaced = previous[column] + (byte == otherByte ? 0 : 1)
                current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[other.count]
    }
}
