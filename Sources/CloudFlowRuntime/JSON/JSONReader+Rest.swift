extension JSONReader {
    /// Reads the members that were not asked for so far, as `additionalProperties` has them.
    public mutating func rest<Value: JSONReadable>(of object: Object) -> [String: Value] {
        if let exact { return exactRest(exact) { _ in true } }
        var rest: [String: Value] = [:]
        let isWhole = cursor == bytes.skippingSpace(from: object.start + 1)
        if !isWhole, bytes.byte(cursor) == .quote || hasUnreadMembers, hasRepeatedNames(object) { stop() }
        for index in skippedBase..<skipped.count where !skipped[index].isRead && !isStopped {
            let name = name(of: skipped[index])
            rest[name] = valueSkipped(at: index)
        }
        while let name = nextName() {
            if rest.updateValue(Value(reading: &self), forKey: name) != nil { stop() }
            endMember()
        }
        return rest
    }

    /// Reads the members that were not asked for so far and whose names match a regular expression, as `patternProperties` has them.
    public mutating func rest<Value: JSONReadable>(of object: Object, matching pattern: StaticString) -> [String: Value] {
        let pattern = Pattern.compiled(pattern)
        if let exact { return exactRest(exact) { pattern?.matches($0) ?? true } }
        while let member = passName() {
            skipped.append(member)
            skipValue()
            endMember()
        }
        guard !isStopped else { return [:] }
        var rest: [String: Value] = [:]
        if hasUnreadMembers, hasRepeatedNames(object) { stop() }
        for index in skippedBase..<skipped.count where !skipped[index].isRead && !isStopped {
            let name = name(of: skipped[index])
            if pattern?.matches(name) ?? true { rest[name] = valueSkipped(at: index) }
        }
        return rest
    }

    private func name(of member: SkippedMember) -> String {
        bytes.extracting(Int(member.name)..<Int(member.name + member.nameLength)).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads the value of a member that was passed over, and stays where it is.
    private mutating func valueSkipped<Value: JSONReadable>(at index: Int) -> Value {
        let here = cursor
        defer { cursor = here }
        skipped[index].isRead = true
        cursor = Int(skipped[index].value)
        return Value(reading: &self)
    }

    /// Moves the cursor over the next member's name, whatever it is, to its value; nil at the end of the object.
    private mutating func nextName() -> String? {
        guard bytes.byte(cursor) == .quote else { return nil }
        let name = string()
        do throws(Fault) {
            cursor = try bytes.scanColon(from: cursor)
            return isStopped ? nil : name
        } catch {
            stop(error)
            return nil
        }
    }

    private mutating func exactRest<Value: JSONReadable>(_ exact: ExactReading, _ isMeant: (String) -> Bool) -> [String: Value] {
        var latest: [String: Int] = [:]
        var names: [(name: String, member: Int)] = []
        var candidate = exact.frames.last?.first
        while let member = candidate, !isStopped {
            candidate = exact.member(after: member)
            if exact.wasAsked(member, in: bytes) { continue }
            guard let name = exact.name(of: member, in: bytes) else {
                exact.keep(.loneSurrogate, at: Int(exact.index.members[member].name), step: .anyMember)
                stop()
                break
            }
            guard isMeant(name) else { continue }
            latest[name] = member
            names.append((name, member))
        }
        var rest: [String: Value] = [:]
        for (name, member) in names where latest[name] == member && !isStopped {
            let value = Int(exact.index.members[member].value)
            exact.markRead(member)
            exact.enter(.anyMember, at: value)
            cursor = value
            rest[name] = Value(reading: &self)
            if !isStopped { exact.leave() }
        }
        return rest
    }
}

// MARK: Members that nobody asked for, in fast mode

extension JSONReader {
    private var hasUnreadMembers: Bool { skipped[skippedBase...].contains { !$0.isRead } }

    /// Moves the cursor to the closing brace of an object; stops when an exact reading must decide what the object holds.
    mutating func passRest(of object: Object, closed: Bool) {
        while let member = passName() {
            skipped.append(member)
            skipValue()
            endMember()
        }
        guard !isStopped else { return }
        if hasUnreadMembers, closed || hasRepeatedNames(object) { return stop() }
        skipped.removeLast(skipped.count - skippedBase)
    }

    /// Whether two members of the object have the same name; true as well when that is for the exact mode to find out,
    /// because an object has many members or escapes in their names.
    private mutating func hasRepeatedNames(_ object: Object) -> Bool {
        let most = 32
        let end = cursor
        let base = skipped.count
        cursor = bytes.skippingSpace(from: object.start + 1)
        while let member = passName() {
            if skipped.count - base == most { return true }
            for other in skipped[base...] where other.nameLength == member.nameLength {
                if isSame(member, other) { return true }
            }
            skipped.append(member)
            skipValue()
            endMember()
        }
        guard !isStopped else { return true }
        skipped.removeLast(skipped.count - base)
        cursor = end
        return false
    }

    private func isSame(_ member: SkippedMember, _ other: SkippedMember) -> Bool {
        for index in 0..<Int(member.nameLength)
        where bytes.byte(Int(member.name) + index) != bytes.byte(Int(other.name) + index) {
            return false
        }
        return true
    }
}
