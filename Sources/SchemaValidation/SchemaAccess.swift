/// In which direction a value goes.
public enum SchemaAccess: Sendable, Hashable {
    /// In a request: without what is `readOnly`.
    case request
    /// In an answer: without what is `writeOnly`.
    case response
}
