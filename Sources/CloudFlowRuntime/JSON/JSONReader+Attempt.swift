/// Values that may be of one type or another, for unions that nothing but trying decides.
///
/// The fast mode tries nothing twice: where the first alternative fails, it leaves the document to the exact mode.
extension JSONReader {
    /// Reads the value at the cursor, if it can be read as that type; otherwise nothing is consumed.
    ///
    /// However deep attempts nest, each value is read at most once as each type.
    public mutating func attempt<Value: JSONReadable>(_ type: Value.Type = Value.self) -> Value? {
        attempt(type, manner).value
    }

    /// Reads the value at the cursor by the first alternative that it can be read by.
    ///
    ///     self = reader.firstMatch(Self.card, Self.transfer) ?? .other(reader.value())
    ///
    /// All of them are tried with only what the specification names first, so that the values of enumerations tell them apart, then strictly,
    /// so that formats and constraints do, and then, in a lenient reading, leniently.
    ///
    /// - Returns: Nil, with nothing consumed, when no alternative fits. A strict reading has failed then, with the error of the
    ///   alternative that came furthest.
    public mutating func firstMatch<Union, each Payload: JSONReadable>(_ alternatives: repeat (each Payload) -> Union) -> Union? {
        for manner in isClosed ? [.closed] : isStrict ? [.closed, .strict] : [.closed, .strict, .lenient] as [AttemptRecord.Manner] {
            for alternative in repeat each alternatives {
                if let union = match(alternative, manner) { return union }
            }
        }
        guard isStrict, !isStopped else { return nil }
        if let exact, exact.error == nil {
            var furthest: JSONError?
            for alternative in repeat each alternatives {
                guard let error = error(of: alternative) else { continue }
                if error.offset > furthest?.offset ?? -1 { furthest = error }
            }
            exact.error = furthest
        }
        refuse("must be one of the alternatives of the specification")
        return nil
    }

    private mutating func match<Union, Payload: JSONReadable>(
        _ alternative: (Payload) -> Union,
        _ manner: AttemptRecord.Manner
    ) -> Union? {
        attempt(Payload.self, manner).value.map(alternative)
    }

    private mutating func error<Union, Payload: JSONReadable>(of alternative: (Payload) -> Union) -> JSONError? {
        attempt(Payload.self, manner, silently: false).error
    }

    /// Reads the value at the cursor as one of several types that share it, and stays in front of it.
    ///
    ///     base = reader.part()
    ///     details = reader.part()
    ///     reader.skip()
    public mutating func part<Value: JSONReadable>(_ type: Value.Type = Value.self) -> Value {
        let outcome = attempt(type, manner, silently: false, consuming: false)
        if let value = outcome.value { return value }
        exact?.error = exact?.error ?? outcome.error
        stop()
        return Value(reading: &self)
    }

    /// Reads the value at the cursor as one of several types that may share it, and stays in front of it; nil if it is none of that
    /// type.
    public mutating func optionalPart<Value: JSONReadable>(_ type: Value.Type = Value.self) -> Value? {
        attempt(type, manner, consuming: false).value
    }

    /// Passes over the value at the cursor.
    public mutating func skip() { skipValue() }

    /// A value of an enumeration has been read that the specification doesn't name.
    mutating func meetUnnamedValue() {
        if isClosed { refuse("must be one of the values of the specification") }
    }
}

/// What came of an attempt: a value, or an error unless it was silent.
private struct AttemptOutcome<Value> {
    var value: Value?
    var error: JSONError?
}

extension JSONReader {
    private mutating func attempt<Value: JSONReadable>(
        _ type: Value.Type,
        _ manner: AttemptRecord.Manner,
        silently isSilent: Bool = true,
        consuming: Bool = true
    ) -> AttemptOutcome<Value> {
        guard !isStopped else { return AttemptOutcome() }
        let start = cursor
        guard let exact else {
            // Where attempts at one place don't end, the exact mode finds out.
            guard attemptDepth < 64 else {
                stop()
                return AttemptOutcome()
            }
            attemptDepth += 1
            let value = read(type, manner)
            attemptDepth -= 1
            if !consuming {
                spend(cursor - start)
                cursor = start
            }
            return AttemptOutcome(value: isStopped ? nil : value)
        }
        let key = AttemptRecord.Key(offset: start, type: ObjectIdentifier(type), manner: manner)
        switch exact.attempts[key] {
        case .value(let value, let end):
            guard let value = value as? Value else { break }
            if consuming { cursor = end }
            return AttemptOutcome(value: value)
        case .failure(let error):
            if isSilent || error != nil { return AttemptOutcome(error: error) }
        case .underway: return AttemptOutcome()
        case nil: break
        }
        let (document, outerDepth) = (bytes, depth)
        let attempt = exact.beginAttempt(key, silently: isSilent)
        let value = read(type, manner)
        if isStopped {
            let error = isSilent ? nil : exact.error
            exact.endAttempt(attempt, key, .failure(error), forgetting: true)
            (bytes, cursor, depth, isStopped) = (document, start, outerDepth, false)
            return AttemptOutcome(error: error)
        }
        exact.endAttempt(attempt, key, .value(value, end: cursor), forgetting: !consuming)
        if !consuming { cursor = start }
        return AttemptOutcome(value: value)
    }

    private mutating func read<Value: JSONReadable>(_ type: Value.Type, _ manner: AttemptRecord.Manner) -> Value {
        let outer = (isStrict, isClosed)
        (isStrict, isClosed) = (manner != .lenient, manner == .closed)
        let value = Value(reading: &self)
        (isStrict, isClosed) = outer
        return value
    }

    private var manner: AttemptRecord.Manner { isClosed ? .closed : isStrict ? .strict : .lenient }
}
