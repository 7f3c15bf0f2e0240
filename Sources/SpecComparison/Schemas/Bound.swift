import SpecDocument
import SpecYAML

/// The lower or the upper end of the numbers that a schema allows, in the dialect of either version of OpenAPI.
struct Bound {
    var number: SpecNumber
    var isExcluded: Bool
    var isLower: Bool
    var location: Location

    static func lower(of constraints: Schema.Constraints, at location: Location) -> Bound? {
        bound(constraints.minimum, constraints.exclusiveMinimum, isLower: true, location)
    }

    static func upper(of constraints: Schema.Constraints, at location: Location) -> Bound? {
        bound(constraints.maximum, constraints.exclusiveMaximum, isLower: false, location)
    }

    private static func bound(_ number: SpecNumber?, _ exclusive: Schema.ExclusiveBound?, isLower: Bool, _ location: Location) -> Bound? {
        var bound = number.map { Bound(number: $0, isExcluded: exclusive == .flag(true), isLower: isLower, location: location) }
        guard case .number(let limit)? = exclusive else { return bound }
        let other = Bound(number: limit, isExcluded: true, isLower: isLower, location: location)
        guard let known = bound else { return other }
        if isLower ? known.isBelow(other) : other.isBelow(known) { bound = other }
        return bound
    }

    /// Whether this end comes before another one of the same kind on the line of numbers.
    func isBelow(_ other: Bound) -> Bool {
        if !number.isEqual(to: other.number) { return number.isLess(than: other.number) }
        return isLower ? !isExcluded && other.isExcluded : isExcluded && !other.isExcluded
    }
}

extension Bound: CustomStringConvertible {
    var description: String { isExcluded ? "\(number.text) (excluded)" : number.text }
}

extension SpecNumber {
    func isEqual(to other: SpecNumber) -> Bool {
        if let int, let other = other.int { return int == other }
        if isWhole, other.isWhole { return text == other.text }
        return text == other.text || double == other.double
    }

    func isLess(than other: SpecNumber) -> Bool {
        if let int, let other = other.int { return int < other }
        if isWhole, other.isWhole { return isBelow(other) }
        return double < other.double
    }

    /// Whether it is a whole number, written with digits alone.
    private var isWhole: Bool { text.drop { $0 == "-" }.allSatisfy { ("0"..."9").contains($0) } }

    /// Of whole numbers of any size.
    private func isBelow(_ other: SpecNumber) -> Bool {
        let (isNegative, isOtherNegative) = (text.hasPrefix("-"), other.text.hasPrefix("-"))
        if isNegative != isOtherNegative { return isNegative }
        let isSmaller = (text.count, text) < (other.text.count, other.text)
        return isNegative ? !isSmaller && text != other.text : isSmaller
    }

    /// Whether it is a whole number of times another one.
    func isMultiple(of other: SpecNumber) -> Bool {
        if let int, let other = other.int { return other != 0 && int.isMultiple(of: other) }
        let quotient = double / other.double
        return quotient.isFinite && abs(quotient - quotient.rounded()) < 1e-9 * max(1, abs(quotient))
    }
}

extension YAMLNode {
    /// One text for each value: equal values have equal texts, however they are written.
    var canonicalText: String {
        switch kind {
        case .mapping:
            let members = entries.map { "\"\($0.key.text)\": \($0.value.canonicalText)" }
            return "{\(members.sorted().joined(separator: ", "))}"
        case .sequence: return "[\(items.map(\.canonicalText).joined(separator: ", "))]"
        case .scalar:
            switch scalarType {
            case .string, nil: return "\"\(text)\""
            case .null: return "null"
            case .bool: return text.lowercased()
            case .integer: return integer.map(String.init) ?? text
            case .float:
                guard let double, double == double.rounded(), abs(double) < 1e15 else { return text }
                return String(Int(double))
            }
        }
    }
}
