/// Any JSON value, with its bytes exactly as they came: white space, the order of members and the digits of numbers
/// included.
///
/// Two values are equal when their bytes are. Its description never prints the content.
public struct JSONValue: JSONModel, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The value in UTF-8, valid JSON, without white space around it.
    public let bytes: [UInt8]

    /// The value null.
    public static let null = JSONValue(unchecked: Array("null".utf8))

    /// - Parameter bytes: what is known to be JSON.
    package init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Writes a value as JSON.
    public init(encoding value: some JSONWritable) throws(JSONError) {
        bytes = try value.json()
    }

    public init(reading reader: inout JSONReader) {
        let start = reader.cursor
        reader.skipValue()
        guard !reader.isStopped else {
            self = .null
            return
        }
        bytes = reader.bytes.extracting(start..<reader.cursor).withUnsafeBytes { Array($0) }
    }

    public func write(to writer: inout JSONWriter) {
        writer.append(bytes.span.bytes)
    }

    /// Of what type the value is.
    public var kind: JSONKind { bytes.first.flatMap { JSONKind(startingWith: $0) } ?? .null }

    public var description: String { "JSON \(kind), \(bytes.count) bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

// MARK: Views

extension JSONValue {
    /// Nil for another kind of value, and for text that holds half a surrogate pair.
    public var string: String? { kind == .string ? try? String(json: bytes) : nil }
    /// Nil for another kind of value, and for a number that is no integer or too large.
    public var int: Int? { kind == .number ? try? Int(json: bytes) : nil }
    /// Nil for another kind of value, and for a number that is too large.
    public var double: Double? { kind == .number ? try? Double(json: bytes) : nil }
    /// The value of a boolean; nil for anything else.
    public var bool: Bool? { kind == .boolean ? bytes.count == 4 : nil }
    /// Whether it is null.
    public var isNull: Bool { kind == .null }
    /// The items of an array; nil for anything else.
    public var array: [JSONValue]? { kind == .array ? try? [JSONValue](json: bytes, depthLimit: .max) : nil }
    /// Of members of the same name the last one counts.
    public var object: [String: JSONValue]? {
        kind == .object ? try? [String: JSONValue](json: bytes, depthLimit: .max) : nil
    }

    /// A member of an object; nil where there is none, and for anything else.
    public subscript(name: String) -> JSONValue? { object?[name] }

    /// An item of an array; nil where there is none, and for anything else.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }
}
