/// A string enumeration that keeps values it does not know, so that a newer peer can use them.
///
///     enum TokenType: OpenEnum {
///         case jwt
///         case other(String)
///         static let table = EnumTable<Self>([("jwt", .jwt)])
///     }
///
/// There is one value for each text: `.other("jwt")` must not be made by hand, `TokenType(rawValue: "jwt")` is `.jwt`.
public protocol OpenEnum:
    RawRepresentable<String>, JSONModel, ParameterValue, Hashable, CustomStringConvertible
{
    /// The values that the specification names.
    static var table: EnumTable<Self> { get }
    /// A value that it does not name. The case `other(String)` is it.
    static func other(_ rawValue: String) -> Self
}

extension OpenEnum {
    /// The case of this name, or `other`.
    public init(rawValue: String) { self = Self.named(rawValue) ?? .other(rawValue) }
    /// The case of this name, or `other`.
    public init(_ description: String) { self = Self.named(description) ?? .other(description) }

    /// The name as it is sent.
    public var rawValue: String { Self.table.position(of: self).map { Self.table.names[$0].description } ?? payload(of: self) ?? "" }
    public var description: String { rawValue }

    public init(reading reader: inout JSONReader) {
        let table = Self.table
        if let position = reader.name(in: table.names) {
            self = table.values[position]
        } else {
            self = .other(reader.string())
            reader.meetUnnamedValue()
        }
    }

    public func write(to writer: inout JSONWriter) {
        let table = Self.table
        if let position = table.position(of: self) {
            writer.append(quoted: RawSpan(table.names[position]))
        } else {
            writer.string(rawValue)
        }
    }

    private static func named(_ text: String) -> Self? {
        var text = text
        let position = text.withUTF8 { table.names.position(of: UnsafeRawBufferPointer($0).bytes, from: 0, count: $0.count) }
        return position.map { table.values[$0] }
    }
}
