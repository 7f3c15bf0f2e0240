extension String: JSONModel {
    @inline(__always)
    public init(reading reader: inout JSONReader) { self = reader.string() }
    public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.bool() }
    public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Int: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.int() }
    public func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Int32: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.int32() }
    public func write(to writer: inout JSONWriter) { writer.int32(self) }
}

extension Int64: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.int64() }
    public func write(to writer: inout JSONWriter) { writer.int64(self) }
}

extension UInt32: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.uint32() }
    public func write(to writer: inout JSONWriter) { writer.uint32(self) }
}

extension UInt64: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.uint64() }
    public func write(to writer: inout JSONWriter) { writer.uint64(self) }
}

extension Double: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.double() }
    public func write(to writer: inout JSONWriter) { writer.double(self) }
}

extension Float: JSONModel {
    public init(reading reader: inout JSONReader) { self = reader.float() }
    public func write(to writer: inout JSONWriter) { writer.float(self) }
}

/// Null is nil, in both directions: for elements of arrays, and for members that must be there but may be null.
extension Optional: JSONReadable where Wrapped: JSONReadable {
    @inlinable
    public init(reading reader: inout JSONReader) {
        self = reader.null() ? nil : Wrapped(reading: &reader)
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    @inlinable
    public init(reading reader: inout JSONReader) {
        self = []
        var isAtElement = reader.beginArray()
        while isAtElement {
            append(Element(reading: &reader))
            isAtElement = reader.nextElement()
        }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        let start = writer.count
        writer.beginArray()
        var isFirst = true
        for element in self {
            writer.element(element)
            if isFirst { writer.reserve(repeating: count - 1, since: start) }
            isFirst = false
        }
        writer.endArray()
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    public init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        self = reader.rest(of: object)
        reader.endObject(object)
    }
}

/// Members are written in the order of their names, so that the same value gives the same bytes.
extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.rest(self)
        writer.endObject()
    }
}
