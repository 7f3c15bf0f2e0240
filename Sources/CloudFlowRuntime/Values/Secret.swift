/// A text that nobody should see (`password`). It is in no description, dump or error; whoever asks for its `value` takes care of it.
public struct Secret: JSONModel, ParameterValue, Hashable, ExpressibleByStringLiteral {
    /// The text itself. Handle it as the secret that it is.
    public let value: String

    /// A secret, which no description and no dump shows.
    public init(_ value: String) { self.value = value }
    public init(stringLiteral value: String) { self.value = value }

    public init(reading reader: inout JSONReader) { value = reader.string() }
    public func write(to writer: inout JSONWriter) { writer.string(value) }

    public var parameterText: String { value }
    public init?(parameterText: String) { value = parameterText }
    public static var parameterForm: String { "text" }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Secret" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
