/// A value or null, for a property that may be null and may be left out as well.
///
/// The property is a `Nullable<Value>?`: nil leaves it out.
///
///     patch.note = .null                  // {"note": null}
///     patch.note = "at the door"          // {"note": "at the door"}
///     patch.note = nil                    // {}
///     let text = patch.note?.value        // String?, for who need not tell the two apart
public enum Nullable<Value> {
    /// Null, which is not the same as missing.
    case null
    /// A value.
    case value(Value)

    /// Null for nil.
    public init(_ value: Value?) { self = value.map(Self.value) ?? .null }

    /// Nil for null.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Nullable: Sendable where Value: Sendable {}
extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}

extension Nullable: JSONReadable where Value: JSONReadable {
    public init(reading reader: inout JSONReader) {
        self = reader.null() ? .null : .value(Value(reading: &reader))
    }
}

extension Nullable: JSONWritable where Value: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .value(let value): value.write(to: &writer)
        }
    }
}

// Literals stand for values. There is none for null: `nil` must go on meaning that the property is left out.

extension Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) { self = .value(Value(unicodeScalarLiteral: value)) }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}
