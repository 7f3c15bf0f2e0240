extension JSONReader {
    /// Stops the reading: fast mode leaves it to the exact one to say why, and that one has usually said so before.
    @inline(never)
    mutating func stop() {
        if let exact, !isStopped { exact.keep(Fault(.syntax, at: cursor), depthLimit: depthLimit) }
        isStopped = true
        bytes = RawSpan()
    }

    /// Stops with a definitive error, at the value that is being read.
    mutating func stop(_ kind: JSONError.Kind, at offset: Int) {
        exact?.keep(kind, at: offset)
        stop()
    }

    @inline(never)
    mutating func stop(_ fault: Fault) {
        if let exact { exact.keep(fault, depthLimit: depthLimit) }
        stop()
    }

    /// The value at the cursor is not of the kind wanted, or none at all.
    @inline(never)
    mutating func mismatch(expected: JSONKind) {
        guard let exact, !isStopped else { return stop() }
        do throws(Fault) {
            var observer = Skipping()
            _ = try bytes.scanValue(from: cursor, depth: depth, limit: depthLimit, observer: &observer)
            if let found = nextKind { exact.keep(.wrongType(expected: expected, found: found), at: cursor) }
        } catch {
            exact.keep(error, depthLimit: depthLimit)
        }
        stop()
    }

    /// Refuses the value that is being read, strict or not.
    ///
    /// - Parameter rule: What the value must be, as "must be a date"; it becomes a part of the error's description.
    public mutating func fail(_ rule: StaticString) { refuse(rule.description) }

    /// Refuses a member of the object that is being read, strict or not.
    public mutating func fail(_ name: StaticString, _ rule: StaticString) { refuse(name, rule.description) }

    /// Refuses the value that is being read, for a rule that is spelt when it is needed.
    mutating func refuse(_ rule: @autoclosure () -> String) {
        guard !isStopped else { return }
        exact?.keepConstraint(rule())
        stop()
    }

    mutating func refuse(_ name: StaticString, _ rule: @autoclosure () -> String) {
        guard !isStopped else { return }
        exact?.keepConstraint(rule(), of: name, in: bytes)
        stop()
    }
}
