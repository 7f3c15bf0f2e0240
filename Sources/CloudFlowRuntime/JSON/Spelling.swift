/// Which names were probably meant: names are case sensitive, and some are written in the wrong case or mistyped.
extension ExactReading {
    /// Whether the current object has a member that nobody asked for so far and whose name is nearly `name`.
    func hasMember(nearTo name: StaticString, in bytes: RawSpan) -> Bool {
        var candidate = frames.last?.first
        // A hint must not cost more than the document deserves.
        var left = 64
        while let member = candidate, left > 0 {
            if !wasAsked(member, in: bytes), let found = shortName(of: member, in: bytes),
                nearestName(to: found, among: [name.memberName]) != nil
            {
                return true
            }
            candidate = self.member(after: member)
            left -= 1
        }
        return false
    }

    /// The name, of those the model asked for, that is nearly the name of a member.
    func askedName(nearTo member: Int, in bytes: RawSpan) -> String? {
        guard let frame = frames.last, let found = shortName(of: member, in: bytes) else { return nil }
        return nearestName(to: found, among: asked[frame.askedBase...].map(\.memberName))
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

    /// The name of a member; nil if it is too long to be a misspelt one.
    private func shortName(of member: Int, in bytes: RawSpan) -> String? {
        let extent = index.members[member].value - index.members[member].name
        return extent < 80 ? name(of: member, in: bytes) : nil
    }
}
