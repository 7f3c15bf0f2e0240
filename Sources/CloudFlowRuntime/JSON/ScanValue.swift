/// Learns of the members that a scan passes.
protocol ScanObserver {
    mutating func openedContainer(at offset: Int, isObject: Bool)
    /// A member's name and value begin at these offsets.
    mutating func foundMember(name: Int, isEscaped: Bool, value: Int)
    /// A value in the container opened last ended before `offset`.
    mutating func endedValue(at offset: Int)
    mutating func closedContainer()
}

/// Observes nothing: for values that are only skipped.
struct Skipping: ScanObserver {
    func openedContainer(at offset: Int, isObject: Bool) {}
    func foundMember(name: Int, isEscaped: Bool, value: Int) {}
    func endedValue(at offset: Int) {}
    func closedContainer() {}
}

extension RawSpan {
    /// Checks the whole value at `start` and returns the offset behind it.
    ///
    /// It keeps its own stack, of a bit for each level, so that no depth limit can exhaust the thread's.
    ///
    /// - Parameters:
    ///   - depth: How many containers the value is in.
    ///   - limit: How many there may be, those of the value included.
    func scanValue<Observer: ScanObserver>(
        from start: Int,
        depth: Int,
        limit: Int,
        observer: inout Observer
    ) throws(Fault) -> Int {
        var offset = start
        var open = ContainerStack()
        while true {
            // At a value.
            let byte = byte(offset)
            if byte == .quote {
                offset = try scanString(from: offset).close + 1
            } else if byte == .openBrace || byte == .openBracket {
                let isObject = byte == .openBrace
                guard depth + open.count < limit else { throw Fault(.depthLimit, at: offset) }
                observer.openedContainer(at: offset, isObject: isObject)
                open.push(isObject: isObject)
                offset = skippingSpace(from: offset + 1)
                if self.byte(offset) != byte + 2 {  // The closing bracket comes two after the opening one in ASCII.
                    if isObject { offset = try scanName(at: offset, observer: &observer) }
                    continue
                }
                observer.closedContainer()
                open.pop()
                offset += 1
            } else {
                offset = try scanScalarValue(at: offset)
            }
            // Behind a value: on to the next one, or out of the containers that end here.
            while true {
                if open.count == 0 { return offset }
                observer.endedValue(at: offset)
                offset = skippingSpace(from: offset)
                if self.byte(offset) == .comma {
                    offset = skippingSpace(from: offset + 1)
                    if open.isInObject { offset = try scanName(at: offset, observer: &observer) }
                    break
                }
                guard self.byte(offset) == (open.isInObject ? .closeBrace : .closeBracket) else { throw unexpected(at: offset) }
                observer.closedContainer()
                open.pop()
                offset += 1
            }
        }
    }

    /// Checks a member's name and colon; returns the offset of its value.
    private func scanName<Observer: ScanObserver>(at offset: Int, observer: inout Observer) throws(Fault) -> Int {
        guard byte(offset) == .quote else { throw unexpected(at: offset) }
        let name = try scanString(from: offset)
        let value = try scanColon(from: name.close + 1)
        observer.foundMember(name: offset, isEscaped: name.isEscaped, value: value)
        return value
    }

    /// The offset of the value behind the colon that must come next.
    func scanColon(from start: Int) throws(Fault) -> Int {
        let colon = skippingSpace(from: start)
        guard byte(colon) == .colon else { throw unexpected(at: colon) }
        return skippingSpace(from: colon + 1)
    }

    /// Checks a number, `true`, `false` or `null`.
    private func scanScalarValue(at offset: Int) throws(Fault) -> Int {
        switch byte(offset) {
        case .lowercaseT: try scanLiteral("true", at: offset)
        case .lowercaseF: try scanLiteral("false", at: offset)
        case .lowercaseN: try scanLiteral("null", at: offset)
        default: try scanNumber(at: offset)
        }
    }

    /// Checks that `literal` stands at `offset`.
    func scanLiteral(_ literal: StaticString, at offset: Int) throws(Fault) -> Int {
        if holds(literal, at: offset) { return offset + literal.utf8CodeUnitCount }
        let letters = RawSpan(literal)
        var index = 0
        while byte(offset + index) == letters.byte(index) { index += 1 }
        throw unexpected(at: offset + index)
    }

    /// Checks the grammar of the number at `offset`: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    func scanNumber(at start: Int) throws(Fault) -> Int {
        var offset = start
        if byte(offset) == .minus { offset += 1 }
        if byte(offset) == .zero {
            offset += 1
        } else {
            offset = try scanDigits(at: offset)
        }
        if byte(offset) == .period { offset = try scanDigits(at: offset + 1) }
        if byte(offset) | 0x20 == .lowercaseE {
            offset += 1
            if byte(offset) == .plus || byte(offset) == .minus { offset += 1 }
            offset = try scanDigits(at: offset)
        }
        return offset
    }

    private func scanDigits(at start: Int) throws(Fault) -> Int {
        guard byte(start).isDigit else { throw unexpected(at: start) }
        var offset = start + 1
        while byte(offset).isDigit { offset += 1 }
        return offset
    }
}

/// Which of the open containers are objects, innermost last.
struct ContainerStack {
    private(set) var count = 0
    private var top: UInt64 = 0
    private var below: [UInt64] = []

    var isInObject: Bool { top & 1 == 1 }

    mutating func push(isObject: Bool) {
        if count & 63 == 0, count > 0 { below.append(top) }
        top = top << 1 | (isObject ? 1 : 0)
        count += 1
    }

    mutating func pop() {
        count -= 1
        top >>= 1
        if count & 63 == 0, count > 0 { top = below.removeLast() }
    }
}
