/// Values that may be of one type or another, for unions that nothing but trying decides.
///
/// The fast mode tries nothing twice: where the first alternative fails, it leaves the document to the exact mode.
extension JSONReader {
    /// Reads the value at the cursor, if it can be read as that type; otherwise nothing is consumed.
    ///
    /// However deep attempts nest, each value is read at most once as each type.
    public mutating func attempt<Value: JSONReadable>(_ type: Value.Type = Value.self) -> Value? {
        if case .success(let value) = attempt(type, strict: isStrict) { value } else { nil }
    }

    /// Reads the value at the cursor by the first alternative that it can be read by.
    ///
    ///     self = reader.firstMatch(Self.card, Self.transfer) ?? .other(reader.value())
    ///
    /// A lenient reading tries all of them strictly first, so that formats and constraints tell them apart, and then leniently.
    ///
    /// - Returns: Nil, with nothing consumed, when no alternative fits. A strict reading has failed then, with the error of the
    ///   alternative that came furthest.
    public mutating func firstMatch<Union, each Payload: JSONReadable>(_ alternatives: repeat (each Payload) -> Union) -> Union? {
        var furthest: JSONError?
        for strict in isStrict ? [true] : [true, false] {
            for alternative in repeat each alternatives {
                switch match(alternative, strict: strict) {
                case .success(let union): return union
                case .failure(let failure):
                    if isStopped { return nil }
                    if let error = failure.error, error.offset > furthest?.offset ?? -1 { furthest = error }
                }
            }
        }
        if isStrict {
            exact?.error = furthest
            refuse("must be one of the alternatives of the specification")
        }
        return nil
    }

    private mutating func match<Union, Payload: JSONReadable>(
        _ alternative: (Payload) -> Union,
        strict: Bool
    ) -> Result<Union, AttemptFailure> {
        attempt(Payload.self, strict: strict).map(alternative)
    }

    /// Reads the value at the cursor as one of several types that share it, and stays in front of it.
    ///
    ///     base = reader.part()
    ///     details = reader.part()
    ///     reader.skip()
    public mutating func part<Value: JSONReadable>(_ type: Value.Type = Value.self) -> Value {
        let start = cursor
        switch attempt(type, strict: isStrict) {
        case .success(let value):
            goBack(to: start)
            return value
        case .failure(let failure):
            exact?.error = failure.error
            stop()
            return Value(reading: &self)
        }
    }

    /// Reads the value at the cursor as one of several types that may share it, and stays in front of it; nil if it is none of that
    /// type.
    public mutating func optionalPart<Value: JSONReadable>(_ type: Value.Type = Value.self) -> Value? {
        let start = cursor
        guard let value = attempt(type) else { return nil }
        goBack(to: start)
        return value
    }

    /// Passes over the value at the cursor.
    public mutating func skip() { skipValue() }

    /// Goes back to the value at `start`, to read it again.
    private mutating func goBack(to start: Int) {
        spend(cursor - start)
        guard !isStopped else { return }
        exact?.forgetReading(valueAt: start, in: bytes)
        cursor = start
    }
}

/// That a value is not of some type, and why, as far as that is known.
private struct AttemptFailure: Error {
    var error: JSONError?
}

extension JSONReader {
    private mutating func attempt<Value: JSONReadable>(_ type: Value.Type, strict: Bool) -> Result<Value, AttemptFailure> {
        guard !isStopped else { return .failure(AttemptFailure()) }
        guard let exact else {
            let value = read(type, strict: strict)
            return isStopped ? .failure(AttemptFailure()) : .success(value)
        }
        let key = AttemptRecord.Key(offset: cursor, type: ObjectIdentifier(type), isStrict: strict)
        switch exact.attempts[key] {
        case .value(let value, let end):
            guard let value = value as? Value else { break }
            cursor = end
            return .success(value)
        case .failure(let error): return .failure(AttemptFailure(error: error))
        case nil: break
        }
        let (start, outerDepth, document, mark) = (cursor, depth, bytes, exact.mark)
        exact.attempts.begin()
        let value = read(type, strict: strict)
        guard isStopped else {
            exact.attempts.end(key, .value(value, end: cursor))
            return .success(value)
        }
        let error = exact.error
        exact.attempts.end(key, .failure(error))
        (cursor, depth, bytes, isStopped) = (start, outerDepth, document, false)
        exact.goBack(to: mark, at: start, in: bytes)
        return .failure(AttemptFailure(error: error))
    }

    private mutating func read<Value: JSONReadable>(_ type: Value.Type, strict: Bool) -> Value {
        let isOuterStrict = isStrict
        isStrict = strict
        let value = Value(reading: &self)
        isStrict = isOuterStrict
        return value
    }
}
