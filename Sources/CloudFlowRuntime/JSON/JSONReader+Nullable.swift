/// Members that may be null.
extension JSONReader {
    /// A member that must be there: nil is null.
    public mutating func nullable<Value: JSONReadable>(_ name: StaticString) -> Value? { value(name) }

    /// A member that may be null, which is nil, or left out, which is its default.
    public mutating func nullable<Value: JSONReadable>(_ name: StaticString, default defaultValue: @autoclosure () -> Value) -> Value? {
        let value: Value?? = presentValue(name)
        return value ?? defaultValue()
    }

    /// A member that may be left out, which is nil, or null.
    public mutating func optionalNullable<Value: JSONReadable>(_ name: StaticString) -> Nullable<Value>? { presentValue(name) }
}

extension JSONWriter {
    /// A member that must be there: nil is written as null.
    public mutating func nullable<Value: JSONWritable>(_ name: StaticString, _ value: Value?) { nullableValue(name, value) }

    /// A member that may be left out, which is nil, or null.
    public mutating func optionalNullable<Value: JSONWritable>(_ name: StaticString, _ value: Nullable<Value>?) {
        self.value(name, value)
    }
}
