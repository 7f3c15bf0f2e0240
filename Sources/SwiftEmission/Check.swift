import SpecPlan
import SwiftText

extension CheckPlan {
    /// - Parameters:
    ///   - name: of the member that is checked, as errors point to it.
    ///   - value: what is checked.
    ///   - reader: the `JSONReader` that knows the rules.
    func statements(named name: String, _ value: SwiftSource, isOptional: Bool, reader: SwiftName = "reader") -> [SwiftSource] {
        let member: SwiftSource = isOptional ? "?." : "."
        switch self {
        case .items(let checks, let areNullable):
            return each(of: value, checks, areNullable, named: name, reader)
        case .values(let checks, let areNullable):
            return each(of: "\(value)\(member)values", checks, areNullable, named: name, reader)
        case .constant(let literal):
            let isMet: SwiftSource = "\(value) == \(literal.expression)\(isOptional ? " || \(value) == nil" : .nothing)"
            return ["\(reader).check(\(member: name), \(isMet), \(literal: literal.rule))"]
        case .uniqueItems:
            return ["\(reader).check(\(member: name), unique: \(value))"]
        case .length(_, .formatted), .pattern(_, .formatted):
            return ["\(reader).check(\(member: name), \(value)\(member)text, \(argument))"]
        case .length(_, .secret), .pattern(_, .secret):
            return ["\(reader).check(\(member: name), \(value)\(member)value, \(argument))"]
        default:
            return ["\(reader).check(\(member: name), \(value), \(argument))"]
        }
    }

    private func each(
        of value: SwiftSource,
        _ checks: [CheckPlan],
        _ areNullable: Bool,
        named name: String,
        _ reader: SwiftName
    ) -> [SwiftSource] {
        [
            """
            \(reader).check(each: \(value)) { \(reader), item in
                \(lines: checks.flatMap { $0.statements(named: name, "item", isOptional: areNullable, reader: reader) })
            }
            """
        ]
    }

    /// The label, and what it stands before.
    private var argument: SwiftSource {
        switch self {
        case .length(let bounds, _): "length: \(bounds.range { "\($0)" })"
        case .integer(let bounds): "range: \(bounds.range { "\($0)" })"
        case .exactInteger(let minimum, let maximum):
            "range: \(minimum.map { "(\(digits: $0))" } ?? .nothing)...\(maximum.map { "(\(digits: $0))" } ?? .nothing)"
        case .number(let bounds): "range: \(bounds.range { "\(number: $0)" })"
        case .above(let bound): "above: \(number: bound)"
        case .below(let bound): "range: ..<\(bound < 0 ? "(\(number: bound))" : "\(number: bound)")"
        case .multipleOfInteger(let divisor): "multipleOf: \(divisor)"
        case .multipleOf(let divisor): "multipleOf: ExactNumber(\(literal: divisor))"
        case .pattern(let pattern, _): "pattern: \(literal: pattern)"
        case .format(let name): "format: .\(member: name)"
        case .count(let bounds): "count: \(bounds.range { "\($0)" })"
        case .uniqueItems, .constant, .items, .values: .nothing
        }
    }
}

extension BoundsPlan where Bound: SignedNumeric & Comparable {
    /// A minus between dots and a number, or before a number with dots behind it, would be taken for another operator.
    func range(_ spell: (Bound) -> SwiftSource) -> SwiftSource {
        let lower = minimum.map { $0 < 0 && maximum == nil ? "(\(spell($0)))" : spell($0) }
        let upper = maximum.map { $0 < 0 ? "(\(spell($0)))" : spell($0) }
        return "\(lower ?? .nothing)...\(upper ?? .nothing)"
    }
}

extension LiteralPlan {
    /// What a value must be, as the end of a sentence.
    fileprivate var rule: String {
        switch self {
        case .string(let text): "must be '\(text)'"
        case .integer(let number): "must be \(number)"
        case .number(let number): "must be \(number)"
        case .bool(let value): "must be \(value)"
        case .enumCase, .array, .object, .structure, .unionCase, .null, .formatted: "must be the value of the specification"
        }
    }
}
