/// What decides a union: members of the object at the cursor, of which nothing is consumed. Where there is no object at the cursor,
/// it has no members.
extension JSONReader {
    /// Whether the object has members of all these names, null or not.
    public mutating func hasMembers(_ names: StaticString...) -> Bool {
        guard bytes.byte(cursor) == .openBrace else { return false }
        if let exact {
            let first = exact.firstMember(ofObjectAt: cursor, in: bytes)
            return names.allSatisfy { exact.member($0, of: first, in: bytes) != nil }
        }
        var missing = names
        visitMembers { reader, member in
            missing.removeAll { reader.isNamed(member, $0) }
            return missing.isEmpty
        }
        return missing.isEmpty && !isStopped
    }

    /// Whether the object has a member of one of these names, null or not.
    public mutating func hasAnyMember(_ names: StaticString...) -> Bool {
        guard bytes.byte(cursor) == .openBrace else { return false }
        if let exact {
            let first = exact.firstMember(ofObjectAt: cursor, in: bytes)
            return names.contains { exact.member($0, of: first, in: bytes) != nil }
        }
        var isFound = false
        visitMembers { reader, member in
            isFound = isFound || names.contains { reader.isNamed(member, $0) }
            return isFound
        }
        return isFound
    }

    /// What kind of value a member is; nil when there is no such member.
    public mutating func peekKind(_ name: StaticString) -> JSONKind? {
        offset(of: name).flatMap { JSONKind(startingWith: bytes.byte($0)) }
    }

    /// A member, if it can be read as that type: for numbers and truth values that decide a union.
    public mutating func peekMember<Value: JSONReadable>(_ name: StaticString, as type: Value.Type = Value.self) -> Value? {
        guard let offset = offset(of: name) else { return nil }
        let start = cursor
        cursor = offset
        let value = optionalPart(type)
        cursor = start
        return value
    }

    /// Where the value of a member begins.
    private mutating func offset(of name: StaticString) -> Int? {
        guard bytes.byte(cursor) == .openBrace else { return nil }
        if let exact {
            let first = exact.firstMember(ofObjectAt: cursor, in: bytes)
            return exact.member(name, of: first, in: bytes).map { Int(exact.index.members[$0].value) }
        }
        var offset: Int?
        visitMembers { reader, member in
            if reader.isNamed(member, name) { offset = Int(member.value) }
            return offset != nil
        }
        return offset
    }

    /// Fast mode: goes through the members of the object at the cursor until `isEnough`, and back.
    private mutating func visitMembers(_ isEnough: (borrowing JSONReader, SkippedMember) -> Bool) {
        let start = cursor
        cursor = bytes.skippingSpace(from: start + 1)
        while let member = passName(), !isEnough(self, member) {
            skipValue()
            endMember()
        }
        cursor = start
    }

    private func isNamed(_ member: SkippedMember, _ name: StaticString) -> Bool {
        member.nameLength == name.utf8CodeUnitCount && bytes.holds(name, at: Int(member.name))
    }
}
