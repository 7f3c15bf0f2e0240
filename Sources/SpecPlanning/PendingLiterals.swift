import SpecPlan
import SpecYAML
import SwiftText

/// The default or the constant of a property, whose literal is known only when all types are: it may be a case of one.
struct PendingLiteral {
    var owner: SwiftName
    /// Its position in the object.
    var property: Int
    var type: ValueType
    var value: YAMLNode
    var isConstant: Bool
}

/// What a discriminator has for a type: the value of a property that whoever makes one need not say.
struct DiscriminatorTag {
    var type: SwiftType
    var wireName: String
    var value: String

    fileprivate var place: Place { Place(type: type, wireName: wireName) }

    fileprivate struct Place: Hashable {
        var type: SwiftType
        var wireName: String
    }
}

extension VersionPlanner {
    /// Gives properties the defaults and the constants that the spec has for them.
    mutating func applyLiterals() {
        let positions = Dictionary(models.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        for pending in pendingLiterals {
            // Null as the default of what may be null: left out, it is nil.
            guard !pending.value.isNull, let position = positions[pending.owner], case .object(var object) = models[position].shape,
                object.properties.indices.contains(pending.property)
            else { continue }
            let literal = LiteralPlan(pending.value, as: pending.type.value) { name in positions[name].map { models[$0] } }
            let property = object.properties[pending.property]
            if let literal {
                object.properties[pending.property].presence =
                    !pending.isConstant
                    ? .defaulted(literal) : property.presence == .required ? .constant(literal) : .optionalConstant(literal)
            } else if !pending.isConstant {
                reportDefault(pending, of: property)
            }
            models[position].shape = .object(object)
        }
        applyTags(positions)
    }

    private mutating func reportDefault(_ pending: PendingLiteral, of property: PropertyPlan) {
        warn(at: pending.value.location, "the default of '\(property.wireName)' is no value of its type; left out, the property is nil")
    }

    private mutating func applyTags(_ positions: [SwiftName: Int]) {
        // A type that two unions know by different values has neither for its own.
        let values = Dictionary(grouping: tags, by: \.place).mapValues { Set($0.map(\.value)) }
        for tag in tags where values[tag.place]?.count == 1 {
            guard case .named(let name) = tag.type, let position = positions[name], case .object(var object) = models[position].shape,
                let index = object.properties.firstIndex(where: { $0.wireName == tag.wireName })
            else { continue }
            let property = object.properties[index]
            guard let literal = literal(tag.value, as: property.type, positions) else { continue }
            switch property.presence {
            case .required: object.properties[index].presence = .constant(literal)
            case .optional: object.properties[index].presence = .optionalConstant(literal)
            case .constant, .optionalConstant, .defaulted: continue
            }
            models[position].shape = .object(object)
        }
    }

    private func literal(_ text: String, as type: SwiftType, _ positions: [SwiftName: Int]) -> LiteralPlan? {
        switch type {
        case .string: return .string(text)
        case .int, .int32, .int64: return Int(text).map { .integer($0) }
        case .bool: return Bool(text).map { .bool($0) }
        case .named(let name):
            guard let position = positions[name], case .enumeration(let plan) = models[position].shape else { return nil }
            return plan.cases.first { $0.wireValue == text }.map { .enumCase(name, $0.name) }
        default: return nil
        }
    }
}
