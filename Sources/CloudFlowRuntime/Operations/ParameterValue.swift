/// A value that stands in a path, a query or a header as plain text.
public protocol ParameterValue: Sendable {
    /// The value's text, before any percent-encoding.
    var parameterText: String { get }
    /// Reads the text; nil where it is not a value of this type.
    init?(parameterText: String)
    /// What the text should have been, for the message of a refusal: `an integer`.
    static var parameterForm: String { get }
}

extension String: ParameterValue {
    public var parameterText: String { self }
    public init?(parameterText: String) { self = parameterText }
    public static var parameterForm: String { "text" }
}

extension Bool: ParameterValue {
    public var parameterText: String { self ? "true" : "false" }
    public init?(parameterText: String) { self.init(parameterText) }
    public static var parameterForm: String { "true or false" }
}

extension ParameterValue where Self: FixedWidthInteger {
    public var parameterText: String { String(self) }
    public init?(parameterText: String) { self.init(parameterText, radix: 10) }
    public static var parameterForm: String { "an integer" }
}

extension Int: ParameterValue {}
extension Int32: ParameterValue {}
extension Int64: ParameterValue {}

extension Double: ParameterValue {
    public var parameterText: String { String(self) }
    public init?(parameterText: String) {
        guard let value = Double(parameterText), value.isFinite else { return nil }
        self = value
    }
    public static var parameterForm: String { "a number" }
}

extension Float: ParameterValue {
    public var parameterText: String { String(self) }
    public init?(parameterText: String) {
        guard let value = Float(parameterText), value.isFinite else { return nil }
        self = value
    }
    public static var parameterForm: String { "a number" }
}

extension OpenEnum {
    public var parameterText: String { rawValue }
    public init?(parameterText: String) { self.init(rawValue: parameterText) }
    public static var parameterForm: String { "text" }
}
