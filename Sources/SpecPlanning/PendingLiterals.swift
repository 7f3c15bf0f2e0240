import SpecPlan
import SpecYAML
import SwiftText

/// The default or the constant of a property, whose literal is known only when all types are: it may be a case of one.
struct PendingLiteral {
    var owner: SwiftName
    /// Its position in the object.
    var property: Int
    var wireName: String
    var type: ValueType
    var value: YAMLNode?
    var isConstant = false

    init(owner: SwiftName, property: Int, wireName: String, type: ValueType) {
        self.owner = owner
        self.property = property
        self.wireName = wireName
        self.type = type
    }

    func with(_ value: YAMLNode, isConstant: Bool) -> PendingLiteral {
        var pending = self
        pending.value = value
        pending.isConstant = isConstant
        return pending
    }
}

extension VersionPlanner {
    /// Gives properties the defaults and the constants that the spec has for them.
    mutating func applyLiterals() {
        let positions = Dictionary(models.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        for pending in pendingLiterals {
            guard let position = positions[pending.owner], case .object(var object) = models[position].shape, let value = pending.value,
                object.properties.indices.contains(pending.property)
            else { continue }
            // Null as the default of what may be null: left out, it is nil.
            if value.isNull { continue }
            let literal = LiteralPlan(value, as: pending.type.value) { name in positions[name].map { models[$0] } }
            if pending.isConstant {
                guard let literal else { continue }
                object.properties[pending.property].presence = .constant(literal)
            } else if let literal {
                object.properties[pending.property].presence = .defaulted(literal)
            } else {
                let problem = pending.type.value.canHaveDefault ? "is no value of its type" : "is not applied"
                warn(at: value.location, "the default of '\(pending.wireName)' \(problem); left out, the property is nil")
            }
            models[position].shape = .object(object)
        }
    }
}
