import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// What a case is called: as the schema it refers to, its title, the value that tells it apart, the property that only it requires, or as
    /// its type.
    mutating func wantedName(
        of alternative: Referenced<Schema>,
        _ schema: Schema,
        among others: [Schema],
        discriminator: Discriminator?
    ) -> SwiftName {
        if let reference = alternative.reference ?? alternative.inline?.describedReference?.reference {
            if let name = componentName(of: reference) { return SwiftName(member: name) }
            if let last = reference.text.split(separator: "/").last, last.contains(where: \.isLetter) {
                return SwiftName(member: String(last))
            }
        }
        if let title = alternative.inline?.title, title.count <= 60 { return SwiftName(member: title) }
        if let value = distinctiveValue(of: schema, preferring: discriminator?.propertyName) { return SwiftName(member: value) }
        if let constant = schema.constant, constant.kind == .scalar { return SwiftName(member: constant.text) }
        if case .object = schema.form, schema.isStruct {
            let isOwn = { (name: String) in others.allSatisfy { $0.properties[name] == nil } }
            if let own = schema.required.first(where: { isOwn($0) && schema.properties[$0] != nil }) { return SwiftName(member: own) }
            if let own = schema.properties.keys.first(where: isOwn) { return SwiftName(member: own) }
        }
        return typeName(of: schema, among: others)
    }

    /// The one text of a required property.
    private mutating func distinctiveValue(of schema: Schema, preferring discriminator: String?) -> String? {
        for name in [discriminator].compactMap(\.self) + schema.required {
            guard let property = schema.properties[name], let values = settled(property)?.fixedValues, values.count == 1 else { continue }
            if let text = values[0].string, text.contains(where: \.isLetter) { return text }
        }
        return nil
    }

    private mutating func typeName(of schema: Schema, among others: [Schema]) -> SwiftName {
        switch schema.form {
        case .any: return "json"
        case .boolean: return "bool"
        case .integer: return others.contains { $0.form.isNumber } ? "integer" : "int"
        case .number: return "number"
        case .string:
            let hasOthers = others.contains { if case .string = $0.form { true } else { false } }
            return hasOthers ? schema.format.map { SwiftName(member: $0) } ?? "string" : "string"
        case .enumeration: return "choice"
        case .tuple: return "tuple"
        case .object: return schema.isStruct ? "object" : "map"
        case .union: return "value"
        case .array:
            guard let items = schema.items, others.contains(where: { if case .array = $0.form { true } else { false } }) else {
                return "array"
            }
            let item = settled(items) ?? Schema(location: schema.location)
            let name = items.reference.flatMap { componentName(of: $0) }.map { SwiftName(member: $0) } ?? typeName(of: item, among: [])
            return name.adding("Array")
        }
    }
}

extension SchemaForm {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }
}
