import HTTPTypes

/// Header fields of answers. One that may be left out and is not what the spec says counts as left out: it is no reason to lose the answer.
extension ResponseReader {
    /// A header field that must be there.
    public func header<Value: ParameterValue>(_ name: StaticString) throws(CallFailure) -> Value {
        try required(optionalHeader(name), name)
    }

    /// A header field that may be there.
    public func optionalHeader<Value: ParameterValue>(_ name: StaticString) -> Value? {
        whole.head.headerFields.value(name)
    }

    /// A header field that must be there, in the style simple.
    public func header<Value: JSONReadable>(_ name: StaticString, explode: Bool) throws(CallFailure) -> Value {
        try required(optionalHeader(name, explode: explode), name)
    }

    /// A header field that may be there, in the style simple.
    public func optionalHeader<Value: JSONReadable>(_ name: StaticString, explode: Bool) -> Value? {
        whole.head.headerFields.value(name, explode: explode)
    }

    /// A header field that must be there and is a JSON text.
    public func header<Value: JSONReadable>(json name: StaticString) throws(CallFailure) -> Value {
        try required(optionalHeader(json: name), name)
    }

    /// A header field that may be there and is a JSON text.
    public func optionalHeader<Value: JSONReadable>(json name: StaticString) -> Value? {
        whole.head.headerFields.value(json: name)
    }

    private func required<Value>(_ value: Value?, _ name: StaticString) throws(CallFailure) -> Value {
        guard let value else { throw failure(.malformed("the header field '\(name)' is missing, or not what the spec says")) }
        return value
    }
}

/// Header fields of answers; nil leaves them out.
extension ResponseWriter {
    /// Writes a header field of a scalar; nothing for nil.
    public mutating func header(_ name: StaticString, _ value: (some ParameterValue)?) {
        fields.set(name, value)
    }

    /// A header field in the style simple.
    public mutating func header(_ name: StaticString, _ value: (some JSONWritable)?, explode: Bool) {
        fields.set(name, value, explode: explode)
    }

    /// A header field that is a JSON text.
    public mutating func header(_ name: StaticString, json value: (some JSONWritable)?) {
        fields.set(name, json: value)
    }
}
