public import SwiftText

/// A value in the path, the query, a header field or a cookie.
public struct ParameterPlan: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
        case path, query, header, cookie
    }

    /// How the value is put into text.
    public enum Coding: Hashable, Sendable {
        /// As the text of a scalar.
        case plain
        /// As the text of a scalar, or empty where it sets a flag: OpenAPI's `allowEmptyValue`.
        case plainOrEmpty
        /// In a style of OpenAPI; `explode` is nil for what is usual with the style.
        case styled(SwiftName, explode: Bool?, allowsReserved: Bool)
        /// As a JSON text.
        case json
        /// As a JSON text that is the whole query.
        case wholeQuery
    }

    public enum Presence: Hashable, Sendable {
        case required
        /// Left out, it is nil.
        case optional
        /// Left out, it has the schema's default.
        case defaulted(LiteralPlan)
    }

    public var wireName: String
    public var name: SwiftName
    public var place: Place
    public var type: SwiftType
    public var coding: Coding
    public var presence: Presence
    /// What the server checks.
    public var checks: [CheckPlan]
    /// Whether it is an object whose members stand in the query by their own names: it takes those that no other parameter takes.
    public var takesTheRest: Bool
    public var doc: DocComment

    public init(
        wireName: String,
        name: SwiftName,
        place: Place,
        type: SwiftType,
        coding: Coding = .plain,
        presence: Presence,
        checks: [CheckPlan] = [],
        takesTheRest: Bool = false,
        doc: DocComment
    ) {
        self.wireName = wireName
        self.name = name
        self.place = place
        self.type = type
        self.coding = coding
        self.presence = presence
        self.checks = checks
        self.takesTheRest = takesTheRest
        self.doc = doc
    }
}
