/// More rules that a specification has for values; see `check(_:_:length:)`.
extension JSONReader {
    /// `pattern`. One that can't be read is not checked: see `Pattern`.
    public mutating func check(_ name: StaticString, _ text: String?, pattern: StaticString) {
        guard isStrict, let text, let compiled = Pattern.compiled(pattern) else { return }
        if !compiled.matches(text) { refuse(name, "must match the pattern \(pattern)") }
    }

    /// `format`, of those that have no type of their own.
    public mutating func check(_ name: StaticString, _ text: String?, format: StringFormat) {
        guard isStrict, let text, !format.accepts(text) else { return }
        refuse(name, "must be \(format.inWords)")
    }

    /// `multipleOf`
    public mutating func check<Number: BinaryInteger>(_ name: StaticString, _ number: Number?, multipleOf divisor: Number) {
        guard isStrict, let number, !number.isMultiple(of: divisor) else { return }
        refuse(name, "must be a multiple of \(divisor)")
    }

    /// `multipleOf`, of the number as it is written: 0.3 is a multiple of 0.1. Divisors of more than 37 digits are not checked.
    public mutating func check(_ name: StaticString, _ number: ExactNumber?, multipleOf divisor: ExactNumber?) {
        guard isStrict, let number, let divisor, number.digits.isMultiple(of: divisor.digits) == false else { return }
        refuse(name, "must be a multiple of \(divisor)")
    }

    /// `multipleOf`, of the shortest number that is read as the same `Double`.
    public mutating func check(_ name: StaticString, _ number: Double?, multipleOf divisor: ExactNumber?) {
        guard isStrict else { return }
        check(name, number.flatMap(ExactNumber.init), multipleOf: divisor)
    }

    /// `multipleOf`, of the shortest number that is read as the same `Float`.
    public mutating func check(_ name: StaticString, _ number: Float?, multipleOf divisor: ExactNumber?) {
        guard isStrict else { return }
        check(name, number.flatMap { ExactNumber($0.description) }, multipleOf: divisor)
    }

    /// `exclusiveMinimum`; `exclusiveMaximum` is a range: `..<100`.
    public mutating func check<Number: Comparable>(_ name: StaticString, _ number: Number?, above bound: Number) {
        guard isStrict, let number, number <= bound else { return }
        refuse(name, "must be greater than \(bound)")
    }

    /// `uniqueItems`: no two elements may be written as the same JSON.
    public mutating func check(_ name: StaticString, unique items: [some JSONWritable]?) {
        guard isStrict, let items else { return }
        var seen: Set<[UInt8]> = []
        if !items.allSatisfy({ item in (try? item.json()).map { seen.insert($0).inserted } ?? true }) {
            refuse(name, "must not have two equal items")
        }
    }

    /// What holds for each item of an array, or each value of a map.
    ///
    ///     reader.check(each: tags) { reader, item in
    ///         reader.check("tags", item, length: 1...64)
    ///     }
    public mutating func check<Items: Sequence>(each items: Items?, _ check: (inout JSONReader, Items.Element) -> Void) {
        guard isStrict, let items else { return }
        for item in items { check(&self, item) }
    }

    /// `minProperties` and `maxProperties` of the object that is being read.
    public mutating func check(_ object: Object, members range: some RangeExpression<Int>) {
        guard isStrict, !isStopped, !range.contains(memberCount(of: object)) else { return }
        refuse("must have \(range.inWords) members")
    }

    /// How many names the members have. Two of the same name leave the object to the exact mode anyway.
    private mutating func memberCount(of object: Object) -> Int {
        if let exact { return exact.memberCount(in: bytes) }
        let end = cursor
        cursor = bytes.skippingSpace(from: object.start + 1)
        var count = 0
        while passName() != nil {
            count += 1
            skipValue()
            endMember()
        }
        cursor = end
        return count
    }
}

extension ExactReading {
    fileprivate func memberCount(in bytes: RawSpan) -> Int {
        var names: Set<String> = []
        var unnamed = 0
        var candidate = frames.last?.first
        while let member = candidate {
            if let name = name(of: member, in: bytes) { names.insert(name) } else { unnamed += 1 }
            candidate = self.member(after: member)
        }
        return names.count + unnamed
    }
}
