import SpecDocument

/// The counts that schemas limit.
enum Limit: String, CaseIterable {
    case minLength, maxLength, minItems, maxItems, minProperties, maxProperties, minContains, maxContains

    var isLower: Bool { rawValue.hasPrefix("min") }
    var isOfContained: Bool { self == .minContains || self == .maxContains }

    var ruleName: String { (isLower ? "min-" : "max-") + rawValue.dropFirst(3).lowercased() }

    var noun: String {
        switch self {
        case .minLength, .maxLength: "characters of a text"
        case .minItems, .maxItems: "items"
        case .minProperties, .maxProperties: "properties"
        case .minContains, .maxContains: "items that 'contains' fits"
        }
    }

    /// What holds where nothing is said; `nil` for no limit.
    var standard: Int? {
        switch self {
        case .minLength, .minItems, .minProperties: 0
        case .minContains: 1
        default: nil
        }
    }

    /// Of the values that it counts something of.
    var type: TypeSet {
        switch self {
        case .minLength, .maxLength: .string
        case .minItems, .maxItems, .minContains, .maxContains: .array
        case .minProperties, .maxProperties: .object
        }
    }
}

extension Schema.Constraints {
    subscript(limit: Limit) -> Int? {
        switch limit {
        case .minLength: minLength
        case .maxLength: maxLength
        case .minItems: minItems
        case .maxItems: maxItems
        case .minProperties: minProperties
        case .maxProperties: maxProperties
        case .minContains: minContains
        case .maxContains: maxContains
        }
    }
}
