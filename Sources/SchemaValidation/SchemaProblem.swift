/// What keeps a value from being of a schema. It says nothing of what the value holds: that may be secret.
public struct SchemaProblem: Error, Hashable, Sendable {
    /// Where in the value, as a JSON pointer; empty for the whole.
    public var pointer: String
    /// The keyword of the schema: `maxLength`.
    public var keyword: String
    /// As what follows the place: `is longer than 64 characters`.
    public var message: String

    public init(pointer: String, keyword: String, _ message: String) {
        self.pointer = pointer
        self.keyword = keyword
        self.message = message
    }
}

extension SchemaProblem: CustomStringConvertible {
    public var description: String { "\(pointer.isEmpty ? "the value" : pointer) \(message)" }
}
