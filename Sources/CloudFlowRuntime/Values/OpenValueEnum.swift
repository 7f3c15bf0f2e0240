/// An enumeration of JSON values of any kind that keeps values it does not know. Its table is that of an `OpenEnum`, with the
/// values as JSON texts without white space.
///
///     enum Size: OpenValueEnum {
///         case automatic, half, none
///         case other(JSONValue)
///         static let table = EnumTable<Self>([(#""auto""#, .automatic), ("0.5", .half), ("false", .none)])
///     }
///
/// Numbers are the same however they are written, and so are strings. Objects and arrays must have the bytes of the table.
/// There is one value for each JSON value: `.other("auto")` must not be made by hand, `Size(rawValue: "auto")` is `.automatic`.
public protocol OpenValueEnum: RawRepresentable<JSONValue>, JSONModel, ParameterValue, Hashable, CustomStringConvertible {
    /// The values that the specification names.
    static var table: EnumTable<Self> { get }
    /// A value that it does not name. The case `other(JSONValue)` is it.
    static func other(_ rawValue: JSONValue) -> Self
}

extension OpenValueEnum {
    /// The case of this value, or `other`.
    public init(rawValue: JSONValue) { self = .value(of: rawValue) }

    /// The value as it is sent.
    public var rawValue: JSONValue {
        Self.table.name(of: self).map { JSONValue(unchecked: Array($0.utf8)) } ?? payload(of: self) ?? .null
    }

    /// The JSON text of a value that the specification names; of others only the kind and the length.
    public var description: String { Self.table.name(of: self) ?? rawValue.description }

    public init(reading reader: inout JSONReader) {
        self = .value(of: reader.value())
        if payload(of: self) != nil { reader.meetUnnamedValue() }
    }
    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    /// The text of a string, and the JSON of anything else.
    public var parameterText: String { rawValue.string ?? String(decoding: rawValue.bytes, as: UTF8.self) }

    /// Text that is no string of the table is read as JSON, if it is a number, `true`, `false` or `null`.
    public init?(parameterText: String) {
        let (text, json) = (JSONValue(parameterText), try? JSONValue(json: Array(parameterText.utf8)))
        let isScalar = [.number, .boolean, .null].contains(json?.kind)
        self = Self.table.value(equalTo: text) ?? .value(of: isScalar ? json ?? text : text)
    }
    public static var parameterForm: String { "text" }

    private static func value(of rawValue: JSONValue) -> Self { table.value(equalTo: rawValue) ?? .other(rawValue) }
}

extension EnumTable {
    fileprivate func value(equalTo value: JSONValue) -> Value? {
        if value.kind == .number, let number = ExactNumber(String(decoding: value.bytes, as: UTF8.self)) {
            return values.indices.first { ExactNumber(names[$0].description) == .some(number) }.map { values[$0] }
        }
        let canonical = value.string.map { JSONValue($0) } ?? value
        return self.value(named: String(decoding: canonical.bytes, as: UTF8.self))
    }
}
