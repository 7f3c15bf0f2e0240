import SpecDocument

extension Schema.Constraints {
    private typealias Bound = (number: SpecNumber, isExcluded: Bool)

    /// The least and the greatest integer allowed; nil where the type's own limit is as narrow.
    func integerBounds(within limits: ClosedRange<Int>) -> (minimum: Int?, maximum: Int?) {
        let minimum = lowest.map { $0.number.integer(.up, adding: $0.isExcluded ? 1 : 0, within: limits) }
        let maximum = highest.map { $0.number.integer(.down, adding: $0.isExcluded ? -1 : 0, within: limits) }
        return (minimum == limits.lowerBound ? nil : minimum, maximum == limits.upperBound ? nil : maximum)
    }

    /// The least and the greatest number allowed, and whether it is excluded itself; nil where the type holds no number beyond.
    func numberBounds(upTo limit: Double) -> (minimum: NumberBound?, maximum: NumberBound?) {
        let minimum = lowest.flatMap { $0.number.double > -limit ? NumberBound(min($0.number.double, limit), $0.isExcluded) : nil }
        let maximum = highest.flatMap { $0.number.double < limit ? NumberBound(max($0.number.double, -limit), $0.isExcluded) : nil }
        return (minimum, maximum)
    }

    private var lowest: Bound? {
        guard case .number(let bound)? = exclusiveMinimum else { return minimum.map { ($0, exclusiveMinimum == .flag(true)) } }
        if let minimum, minimum.double > bound.double { return (minimum, false) }
        return (bound, true)
    }

    private var highest: Bound? {
        guard case .number(let bound)? = exclusiveMaximum else { return maximum.map { ($0, exclusiveMaximum == .flag(true)) } }
        if let maximum, maximum.double < bound.double { return (maximum, false) }
        return (bound, true)
    }
}

/// A limit of numbers, and whether it is itself out of bounds.
struct NumberBound {
    var number: Double
    var isExcluded: Bool

    init(_ number: Double, _ isExcluded: Bool) {
        self.number = number
        self.isExcluded = isExcluded
    }
}

extension SpecNumber {
    /// The nearest integer in a direction, a step further where the number is one itself.
    fileprivate func integer(_ rule: FloatingPointRoundingRule, adding step: Int, within limits: ClosedRange<Int>) -> Int {
        let isInteger = int != nil || double == double.rounded()
        let integer = int ?? Int(exactly: double.rounded(rule)) ?? (double < 0 ? Int.min : Int.max)
        let (sum, overflows) = integer.addingReportingOverflow(isInteger ? step : 0)
        return min(max(overflows ? integer : sum, limits.lowerBound), limits.upperBound)
    }
}
