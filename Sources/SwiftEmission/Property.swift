import SpecPlan
import SwiftText

extension PropertyPlan {
    private var storedType: SwiftType {
        if case .optional = presence { .optional(type) } else { type }
    }

    /// Of a property that may be left out and may be null, `String??` tells the two apart.
    private var noticedDoc: DocComment {
        if case .optional(.optional) = storedType { doc.adding("`nil` leaves it out, `.some(nil)` is null.") } else { doc }
    }

    /// A deprecated property is a window on one that generated code can use without a warning.
    var storedName: SwiftName {
        isDeprecated ? name.underscored : name
    }

    var declaration: SwiftSource {
        if !isDeprecated { return "\(doc: noticedDoc)\npublic var \(name): \(storedType)" }
        return """
            \(doc: noticedDoc)
            \(SwiftSource.deprecated)
            public var \(name): \(storedType) {
                get { \(storedName) }
                set { \(storedName) = newValue }
            }
            private var \(storedName): \(storedType)
            """
    }

    var parameter: SwiftSource {
        switch presence {
        case .required: "\(parameter: name): \(type)"
        case .optional: "\(parameter: name): \(storedType) = nil"
        case .defaulted(let value): "\(parameter: name): \(type) = \(value.expression)"
        }
    }

    var reading: SwiftSource {
        let property = storedName.used(besides: ["object", "reader"])
        let method = type.jsonMethod
        return switch presence {
        case .required: "\(property) = reader.\(method.required)(\(literal: wireName))"
        case .optional: "\(property) = reader.\(method.optional)(\(literal: wireName))"
        case .defaulted(let value): "\(property) = reader.\(method.optional)(\(literal: wireName)) ?? \(value.expression)"
        }
    }

    var checking: [SwiftSource] {
        let property = storedName.used(besides: ["object", "reader"])
        let value: SwiftSource = if case .optional(.optional) = storedType { "\(property) ?? nil" } else { property }
        return checks.map { "reader.check(\(literal: wireName), \(value), \($0.arguments))" }
    }

    var writing: SwiftSource {
        let method: SwiftName = if case (.required, .optional) = (presence, type) { "nullableValue" } else { type.jsonMethod.required }
        return "writer.\(method)(\(literal: wireName), \(storedName.used(besides: ["writer"])))"
    }
}

extension CheckPlan {
    /// The label, and the bounds as a range.
    var arguments: SwiftSource {
        switch self {
        case .length(let minimum, let maximum): "length: \(range(minimum, maximum) { "\($0)" })"
        case .integer(let minimum, let maximum): "range: \(range(minimum, maximum) { "\($0)" })"
        case .number(let minimum, let maximum): "range: \(range(minimum, maximum) { "\(number: $0)" })"
        case .count(let minimum, let maximum): "count: \(range(minimum, maximum) { "\($0)" })"
        }
    }

    /// A minus between dots and a number, or before a number with dots behind it, would be taken for another operator.
    private func range<Bound: SignedNumeric & Comparable>(_ minimum: Bound?, _ maximum: Bound?, _ spell: (Bound) -> SwiftSource)
        -> SwiftSource
    {
        let lower = minimum.map { $0 < 0 && maximum == nil ? "(\(spell($0)))" : spell($0) }
        let upper = maximum.map { $0 < 0 ? "(\(spell($0)))" : spell($0) }
        return "\(lower ?? .nothing)...\(upper ?? .nothing)"
    }
}
