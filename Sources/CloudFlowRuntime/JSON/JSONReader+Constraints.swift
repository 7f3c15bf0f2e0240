/// The rules that a specification has for values. They are checked by strict readings only, between `beginObject` and
/// `endObject` of the object whose member is meant; nil is for an absent member and meets every rule.
extension JSONReader {
    /// `minLength` and `maxLength`, in Unicode scalars.
    public mutating func check(_ name: StaticString, _ text: String?, length range: some RangeExpression<Int>) {
        guard isStrict, let text, !range.contains(text.unicodeScalars.count) else { return }
        refuse(name, "must have \(range.inWords) characters")
    }

    /// `minItems` and `maxItems`, `minProperties` and `maxProperties`.
    public mutating func check(_ name: StaticString, _ items: (some Collection)?, count range: some RangeExpression<Int>) {
        guard isStrict, let items, !range.contains(items.count) else { return }
        refuse(name, "must have \(range.inWords) items")
    }

    /// `minimum` and `maximum`.
    public mutating func check<Number: Comparable>(_ name: StaticString, _ number: Number?, range: some RangeExpression<Number>) {
        guard isStrict, let number, !range.contains(number) else { return }
        refuse(name, "must be \(range.inWords)")
    }

    /// Any other rule.
    ///
    /// - Parameter rule: What the value must be, as "must be a multiple of 5".
    public mutating func check(_ name: StaticString, _ isMet: @autoclosure () -> Bool, _ rule: StaticString) {
        guard isStrict, !isMet() else { return }
        refuse(name, rule.description)
    }
}

extension RangeExpression {
    /// "1 to 64", "at least 1", "at most 64".
    var inWords: String {
        switch self {
        case let range as ClosedRange<Bound>: "\(range.lowerBound) to \(range.upperBound)"
        case let range as Range<Bound>: "at least \(range.lowerBound) and less than \(range.upperBound)"
        case let range as PartialRangeFrom<Bound>: "at least \(range.lowerBound)"
        case let range as PartialRangeThrough<Bound>: "at most \(range.upperBound)"
        case let range as PartialRangeUpTo<Bound>: "less than \(range.upperBound)"
        default: "in range"
        }
    }
}
