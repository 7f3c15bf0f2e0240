/// The six kinds of JSON values.
public enum JSONKind: String, Sendable, Hashable {
    /// Members with names.
    case object
    /// Items in an order.
    case array
    /// Text.
    case string
    /// A number, whole or not.
    case number
    /// True or false.
    case boolean
    /// Nothing, said explicitly.
    case null

    /// The kind of value that starts with `byte`; nil if none does.
    init?(startingWith byte: UInt8) {
        switch byte {
        case .openBrace: self = .object
        case .openBracket: self = .array
        case .quote: self = .string
        case .minus, .zero ... .nine: self = .number
        case .lowercaseT, .lowercaseF: self = .boolean
        case .lowercaseN: self = .null
        default: return nil
        }
    }

    /// "an array", "null": as part of a sentence.
    var withArticle: String {
        switch self {
        case .object, .array: "an \(rawValue)"
        case .string, .number, .boolean: "a \(rawValue)"
        case .null: rawValue
        }
    }
}
