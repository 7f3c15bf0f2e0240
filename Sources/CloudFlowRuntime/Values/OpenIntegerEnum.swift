/// An integer enumeration that keeps values it does not know. Its table is that of an `OpenEnum`, with the numbers as texts.
///
///     enum Level: OpenIntegerEnum {
///         case low, high
///         case other(Int)
///         static let table = EnumTable<Self>([("1", .low), ("2", .high)])
///     }
///
/// There is one value for each number: `.other(1)` must not be made by hand, `Level(rawValue: 1)` is `.low`.
public protocol OpenIntegerEnum: RawRepresentable<Int>, JSONModel, ParameterValue, Hashable, CustomStringConvertible,
    ExpressibleByIntegerLiteral
{
    /// The values that the specification names.
    static var table: EnumTable<Self> { get }
    /// A value that it does not name. The case `other(Int)` is it.
    static func other(_ rawValue: Int) -> Self
}

extension OpenIntegerEnum {
    /// The case of this number, or `other`.
    public init(rawValue: Int) { self = .value(of: rawValue) }
    /// The case of this number, or `other`.
    public init(integerLiteral value: Int) { self = .value(of: value) }

    /// The number as it is sent.
    public var rawValue: Int { Self.table.name(of: self).flatMap(Int.init) ?? payload(of: self) ?? 0 }
    public var description: String { String(rawValue) }

    public init(reading reader: inout JSONReader) {
        self = .value(of: reader.int())
        if payload(of: self) != nil { reader.meetUnnamedValue() }
    }
    public func write(to writer: inout JSONWriter) { writer.int(rawValue) }

    public var parameterText: String { String(rawValue) }
    public init?(parameterText: String) {
        guard let rawValue = Int(parameterText: parameterText) else { return nil }
        self = .value(of: rawValue)
    }
    public static var parameterForm: String { Int.parameterForm }

    private static func value(of rawValue: Int) -> Self { table.value(named: String(rawValue)) ?? .other(rawValue) }
}

extension EnumTable {
    func value(named name: String) -> Value? {
        var name = name
        let position = name.withUTF8 { names.position(of: UnsafeRawBufferPointer($0).bytes, from: 0, count: $0.count) }
        return position.map { values[$0] }
    }

    func name(of value: Value) -> String? { position(of: value).map { names[$0].description } }
}

/// What the case `other` of an enumeration holds, which no protocol can ask it for.
func payload<RawValue>(of value: Any) -> RawValue? { Mirror(reflecting: value).children.first?.value as? RawValue }
