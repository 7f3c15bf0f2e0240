/// A member that fast mode passed over: offsets of the first byte of its name and of its value, and the length of the name.
struct SkippedMember {
    let name: UInt32
    let value: UInt32
    /// In bytes.
    let nameLength: UInt32
    var isRead = false
}

extension JSONReader {
    /// An object that is being read; from `beginObject` to `endObject`.
    public struct Object {
        /// Offset of its brace.
        let start: Int
        /// Where the skipped members of the object around it begin.
        let outerBase: Int
    }

    /// Where reading goes on behind a member's value.
    @usableFromInline
    struct MemberExit {
        /// An offset; -1: behind the value; -2: there is no such member.
        let offset: Int

        static var inOrder: Self { Self(offset: -1) }
        static var absent: Self { Self(offset: -2) }
        var isAbsent: Bool { offset == -2 }
    }

    /// Begins to read the object at the cursor.
    public mutating func beginObject() -> Object {
        let object = Object(start: cursor, outerBase: skippedBase)
        guard bytes.byte(cursor) == .openBrace else {
            mismatch(expected: .object)
            return object
        }
        guard enterContainer() else { return object }
        if let exact {
            exact.open(at: cursor, in: bytes)
        } else {
            skippedBase = skipped.count
            cursor = bytes.skippingSpace(from: cursor + 1)
            if bytes.byte(cursor) != .quote, bytes.byte(cursor) != .closeBrace { stop() }
        }
        return object
    }

    /// Ends the reading of an object: members that nobody asked for are ignored.
    ///
    /// - Parameter closed: Whether they are refused instead, when the reading is strict.
    public mutating func endObject(_ object: Object, closed: Bool = false) {
        if exact != nil {
            endExactly(closed: closed && isStrict)
        } else if bytes.byte(cursor) == .quote || skipped.count > skippedBase {
            passRest(of: object, closed: closed && isStrict)
        }
        guard !isStopped else { return }
        cursor += 1
        depth -= 1
        skippedBase = object.outerBase
    }

    mutating func enterContainer() -> Bool {
        depth += 1
        if depth > depthLimit { stop(Fault(.depthLimit, at: cursor)) }
        return !isStopped
    }

    // MARK: From member to member

    /// Moves the cursor to the value of a member that must be there.
    @inline(__always)
    @usableFromInline
    mutating func enter(_ name: StaticString) -> MemberExit {
        let exit = find(name)
        if exit.isAbsent { missing(name) }
        return exit
    }

    /// Moves the cursor to the value of a member; nil when it isn't there, or is null.
    ///
    /// A strict reading takes null for the wrong type: the schema of a member that may be null says so, and it is read with
    /// `presentValue`.
    @inline(__always)
    @usableFromInline
    mutating func enterOptional(_ name: StaticString) -> MemberExit? {
        let exit = find(name)
        if exit.isAbsent { return nil }
        guard !isStrict, bytes.byte(cursor) == .lowercaseN else { return exit }
        skipValue()
        leave(exit)
        return nil
    }

    /// Moves the cursor to the value of a member; nil when it isn't there.
    @usableFromInline
    mutating func enterPresent(_ name: StaticString) -> MemberExit? {
        let exit = find(name)
        return exit.isAbsent ? nil : exit
    }

    /// Moves on from the value of a member.
    @inline(__always)
    @usableFromInline
    mutating func leave(_ exit: MemberExit) {
        if exit.offset == -1 {
            endMember()
        } else if exit.offset >= 0, !isStopped {
            cursor = exit.offset
            exact?.leave()
        }
    }

    @inline(__always)
    private mutating func find(_ name: StaticString) -> MemberExit {
        assert(RawSpan(name).isSpeltName, "a name is not spelt as JSON spells it")
        if exact == nil, bytes.holdsName(name, at: cursor) {
            cursor = bytes.skippingSpace(from: cursor &+ name.utf8CodeUnitCount &+ 3)
            return .inOrder
        }
        return findElsewhere(name)
    }

    @inline(never)
    private mutating func findElsewhere(_ name: StaticString) -> MemberExit {
        guard exact == nil else { return findExactly(name) }
        for index in skippedBase..<skipped.count where !skipped[index].isRead {
            let member = skipped[index]
            guard member.nameLength == name.utf8CodeUnitCount, bytes.holds(name, at: Int(member.name)) else { continue }
            skipped[index].isRead = true
            let exit = MemberExit(offset: cursor)
            cursor = Int(member.value)
            return exit
        }
        while let member = passName() {
            if member.nameLength == name.utf8CodeUnitCount, bytes.holds(name, at: Int(member.name)) { return .inOrder }
            skipped.append(member)
            skipValue()
            endMember()
        }
        return .absent
    }

    /// Moves the cursor over the next member's name to its value; nil at the end of the object.
    mutating func passName() -> SkippedMember? {
        guard bytes.byte(cursor) == .quote else { return nil }
        do throws(Fault) {
            let name = try bytes.scanString(from: cursor)
            let value = try bytes.scanColon(from: name.close + 1)
            // Only the exact mode resolves escapes in names.
            guard !name.isEscaped else {
                stop()
                return nil
            }
            let member = SkippedMember(name: UInt32(cursor + 1), value: UInt32(value), nameLength: UInt32(name.close - cursor - 1))
            cursor = value
            return member
        } catch {
            stop(error)
            return nil
        }
    }

    /// Moves the cursor from behind a member's value to the next name or the closing brace.
    @inline(__always)
    mutating func endMember() {
        if bytes.byte(cursor) == .comma, bytes.byte(cursor &+ 1) == .quote {
            cursor &+= 1
        } else if bytes.byte(cursor) != .closeBrace {
            endMemberSlowly()
        }
    }

    @inline(never)
    private mutating func endMemberSlowly() {
        cursor = bytes.skippingSpace(from: cursor)
        if bytes.byte(cursor) == .closeBrace { return }
        guard bytes.byte(cursor) == .comma else { return stop() }
        cursor = bytes.skippingSpace(from: cursor + 1)
        if bytes.byte(cursor) != .quote { stop() }
    }
}
