import SpecPlan
import SwiftText

extension SwiftType {
    /// The attribute of a property that keeps a value of this type on the heap.
    var box: SwiftSource { isOptional ? "@BoxedOptional " : "@Boxed " }
}

extension PropertyPlan {
    /// Of a property that may be left out and may be null, `Nullable<String>?` tells the two apart.
    private var storedType: SwiftType {
        switch (presence, type) {
        case (.optional, .optional(let wrapped)): .optional(.nullable(wrapped))
        case (.optional, _), (.optionalConstant, _): .optional(type)
        default: type
        }
    }

    private var noticedDoc: DocComment {
        if case .optional(.nullable) = storedType { doc.adding("`nil` leaves it out, `.null` is null.") } else { doc }
    }

    /// A deprecated property is a window on one that generated code can use without a warning.
    var storedName: SwiftName {
        isDeprecated ? name.underscored : name
    }

    private var wrapper: SwiftSource {
        isBoxed ? storedType.box : .nothing
    }

    var declaration: SwiftSource {
        if !isDeprecated { return "\(doc: noticedDoc)\n\(wrapper)public var \(name): \(storedType)" }
        return """
            \(doc: noticedDoc)
            \(SwiftSource.deprecated)
            public var \(name): \(storedType) {
                get { \(storedName) }
                set { \(storedName) = newValue }
            }
            \(wrapper)private var \(storedName): \(storedType)
            """
    }

    var parameter: SwiftSource {
        switch presence {
        case .required: "\(parameter: name): \(type)"
        case .optional: "\(parameter: name): \(storedType) = nil"
        case .optionalConstant(let value): "\(parameter: name): \(storedType) = \(value.expression)"
        case .defaulted(let value), .constant(let value): "\(parameter: name): \(type) = \(value.expression)"
        }
    }

    var reading: SwiftSource {
        let property = storedName.used(besides: ["object", "reader"])
        let method = type.jsonMethod
        return switch (presence, type) {
        case (.required, _), (.constant, _): "\(property) = reader.\(method.required)(\(member: wireName))"
        case (.optional, .optional): "\(property) = reader.optionalNullable(\(member: wireName))"
        case (.optional, _), (.optionalConstant, _): "\(property) = reader.\(method.optional)(\(member: wireName))"
        case (.defaulted(let value), .optional): "\(property) = reader.nullable(\(member: wireName), default: \(value.expression))"
        case (.defaulted(let value), _): "\(property) = reader.\(method.optional)(\(member: wireName)) ?? \(value.expression)"
        }
    }

    var writing: SwiftSource {
        let method: SwiftName =
            switch (presence, type) {
            case (.optional, .optional): "optionalNullable"
            case (_, .optional): "nullable"
            default: type.jsonMethod.required
            }
        return "writer.\(method)(\(member: wireName), \(storedName.used(besides: ["writer"])))"
    }

    var checking: [SwiftSource] {
        let property = storedName.used(besides: ["object", "reader"])
        let isOptional = storedType != type || type.isOptional
        let value: SwiftSource = if case .optional(.nullable) = storedType { "\(property)?.value" } else { property }
        return checks.flatMap { $0.statements(named: wireName, value, isOptional: isOptional) }
    }
}
