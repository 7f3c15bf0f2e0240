/// How the exact mode goes from member to member.
extension JSONReader {
    mutating func findExactly(_ name: StaticString) -> MemberExit {
        guard let exact, let frame = exact.frames.last, !isStopped else { return .absent }
        exact.asked.append(name)
        guard let member = exact.member(name, of: frame.first, in: bytes) else { return .absent }
        exact.markRead(member)
        let exit = MemberExit(offset: cursor)
        cursor = Int(exact.index.members[member].value)
        exact.enter(.member(name), at: cursor)
        return exit
    }

    /// Stops because a member that must be there is not.
    @inline(never)
    mutating func missing(_ name: StaticString) {
        guard let exact, let frame = exact.frames.last, !isStopped else { return stop() }
        guard frame.close != nil else { return stopAtBreak() }
        let isSpelledNearly = exact.error == nil && exact.hasMember(nearTo: name, in: bytes)
        exact.keep(
            .missingMember(name.memberName, isSpelledNearly: isSpelledNearly),
            at: exact.offset,
            step: .member(name)
        )
        stop()
    }

    /// Ends the reading of an object in exact mode, up to its closing brace.
    mutating func endExactly(closed: Bool) {
        guard let exact, let frame = exact.frames.last, !isStopped else { return }
        guard let close = frame.close else { return stopAtBreak() }
        if closed, let unknown = exact.unknownMember(in: bytes) {
            let nearest = exact.askedName(nearTo: unknown, in: bytes)
            exact.keep(.unknownMember(nearest: nearest), at: Int(exact.index.members[unknown].name), step: .anyMember)
            return stop()
        }
        exact.close()
        cursor = close
    }

    /// Stops where the document is broken.
    private mutating func stopAtBreak() {
        if let fault = exact?.index.fault { stop(fault) } else { stop() }
    }
}
