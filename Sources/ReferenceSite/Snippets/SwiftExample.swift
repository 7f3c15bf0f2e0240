import SchemaValidation
import SpecExamples
import SpecPlan
import SwiftText

/// Example values as expressions of generated types.
struct SwiftExample {
    let module: ModulePlan
    let namespace: SwiftName

    /// Nil where the value is not one of the type's, or the type has no initializer that shows it.
    func expression(of value: SchemaValue, as type: SwiftType) -> SwiftSource? {
        switch (type, value) {
        case (.string, .string(let text)): "\(literal: text)"
        case (.bool, .bool(let flag)): flag ? "true" : "false"
        case (.int, .number(let text)), (.int32, .number(let text)), (.int64, .number(let text)), (.uint32, .number(let text)),
            (.uint64, .number(let text)):
            Int(text).map { "\($0)" }
        case (.double, .number(let text)), (.float, .number(let text)): Double(text).map { "\(number: $0)" }
        case (.json, _): json(value)
        case (.optional(.json), .null), (.nullable, .null), (.optional, .null): "nil"
        case (.optional(let wrapped), _): expression(of: value, as: wrapped)
        case (.array(let element), .array(let items)): list(items.map { expression(of: $0, as: element) })
        case (.dictionary(let element), .object(let members)): dictionary(members) { expression(of: $0, as: element) }
        case (.runtime(let name), _): formatted(value, name)
        case (.named(let name), _):
            model(name, in: namespace).flatMap { expression(of: value, as: $0.model, named: name, in: $0.namespace) }
        default: nil
        }
    }

    /// The type as it is named outside of its namespace.
    func qualified(_ type: SwiftType) -> SwiftSource {
        switch type {
        case .named(let name): name == "APIError" ? "APIError" : "\(namespace).\(member: name)"
        case .array(let element): "[\(qualified(element))]"
        case .dictionary(let value): "[String: \(qualified(value))]"
        case .optional(let wrapped): "\(qualified(wrapped))?"
        case .nullable(let wrapped): "Nullable<\(qualified(wrapped))>"
        case .generic(let name, let argument): "\(name)<\(qualified(argument))>"
        default: "\(type)"
        }
    }

    private func list(_ items: [SwiftSource?]) -> SwiftSource? {
        items.contains(nil) ? nil : "[\(items.compactMap { $0 }.joined(by: ", "))]"
    }

    private func dictionary(_ members: [SchemaValue.Member], _ value: (SchemaValue) -> SwiftSource?) -> SwiftSource? {
        if members.isEmpty { return "[:]" }
        return list(members.map { member in value(member.value).map { "\(literal: member.name): \($0)" } })
    }

    private func json(_ value: SchemaValue) -> SwiftSource? {
        switch value {
        case .null: "nil"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text): Int(text).map { "\($0)" } ?? Double(text).map { "\(number: $0)" }
        case .string(let text): "\(literal: text)"
        case .array(let items): list(items.map(json))
        case .object(let members): dictionary(members, json)
        }
    }

    /// A type of the runtime: a text of a format, a secret, an exact number.
    private func formatted(_ value: SchemaValue, _ name: SwiftName) -> SwiftSource? {
        switch (name, value) {
        case ("URIText", .string(let text)), ("Secret", .string(let text)): "\(literal: text)"
        case ("ExactNumber", .number(let text)): Double(text).map { "\(number: $0)" }
        case (_, .string(let text)) where Self.texts.contains(name): "\(name)(verbatim: \(literal: text))"
        default: nil
        }
    }

    private static let texts: Set<SwiftName> = ["DateTime", "CalendarDate", "TimeOfDay", "UUIDText", "ISODuration", "Base64Bytes"]

    /// A model, and the version that declares it.
    private func model(_ name: SwiftName, in namespace: SwiftName) -> (model: ModelPlan, namespace: SwiftName)? {
        guard let found = module.versions.first(where: { $0.namespace == namespace })?.models.first(where: { $0.name == name }) else {
            return nil
        }
        if case .unchanged(let older) = found.shape { return model(name, in: older) }
        return (found, namespace)
    }

    private func expression(of value: SchemaValue, as model: ModelPlan, named name: SwiftName, in declaring: SwiftName) -> SwiftSource? {
        switch (model.shape, value) {
        case (.object(let object), .object): expression(of: value, as: object, named: name)
        case (.enumeration(let enumeration), .string(let text)) where enumeration.raw == .string:
            enumeration.cases.first { $0.wireValue == text }.map { ".\(member: $0.name)" }
        case (.alias(let type), _): expression(of: value, as: type)
        case (.union(let union), _):
            union.cases.lazy.compactMap { alternative in
                expression(of: value, as: alternative.type).map { ".\(member: alternative.name)(\($0))" }
            }.first
        default: nil
        }
    }

    private func expression(of value: SchemaValue, as object: ObjectPlan, named name: SwiftName) -> SwiftSource? {
        var arguments: [SwiftSource] = []
        for property in object.properties {
            guard let member = value[property.wireName] else {
                if property.presence == .required { return nil }
                continue
            }
            if case .constant = property.presence { continue }
            guard let expression = expression(of: member, as: property.type) else { return nil }
            arguments.append("\(member: property.name): \(expression)")
        }
        return "\(namespace).\(member: name)(\(list: arguments, limit: 100)"
    }
}
