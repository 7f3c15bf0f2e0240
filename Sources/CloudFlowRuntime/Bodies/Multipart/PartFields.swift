import HTTPTypes

/// The header fields that a specification gives to a part of a form.
public struct PartFields {
    var fields: HTTPFields

    /// A field that may be there. One that is not what the specification says counts as left out.
    public func optionalHeader<Value: ParameterValue>(_ name: StaticString) -> Value? { fields.value(name) }

    /// A field that may be there, in the style simple.
    public func optionalHeader<Value: JSONReadable>(_ name: StaticString, explode: Bool) -> Value? { fields.value(name, explode: explode) }

    /// A field that may be there and is a JSON text.
    public func optionalHeader<Value: JSONReadable>(json name: StaticString) -> Value? { fields.value(json: name) }

    /// Sets a field; nil leaves it out.
    public mutating func header(_ name: StaticString, _ value: (some ParameterValue)?) { fields.set(name, value) }

    /// Sets a field in the style simple.
    public mutating func header(_ name: StaticString, _ value: (some JSONWritable)?, explode: Bool) {
        fields.set(name, value, explode: explode)
    }

    /// Sets a field that is a JSON text.
    public mutating func header(_ name: StaticString, json value: (some JSONWritable)?) { fields.set(name, json: value) }
}

/// Parts of a form that have header fields of their own.
extension JSONReader {
    /// The header fields of the part at the cursor, of which nothing is consumed. What is no part has none.
    public func partFields() -> PartFields { PartFields(fields: exact?.parts[cursor]?.fields ?? [:]) }

    /// A field that must be there.
    public mutating func header<Value: ParameterValue & JSONReadable>(_ name: StaticString, of part: PartFields) -> Value {
        part.optionalHeader(name) ?? missingHeader(name)
    }

    /// A field that must be there, in the style simple.
    public mutating func header<Value: JSONReadable>(_ name: StaticString, of part: PartFields, explode: Bool) -> Value {
        part.optionalHeader(name, explode: explode) ?? missingHeader(name)
    }

    /// A field that must be there and is a JSON text.
    public mutating func header<Value: JSONReadable>(json name: StaticString, of part: PartFields) -> Value {
        part.optionalHeader(json: name) ?? missingHeader(name)
    }

    private mutating func missingHeader<Value: JSONReadable>(_ name: StaticString) -> Value {
        refuse("must come with the header field '\(name)', as the specification has it")
        return Value(reading: &self)
    }
}

extension JSONWriter {
    /// Writes a part of a form with header fields; they are left out of what is no form.
    public mutating func part(_ content: some JSONWritable, _ describe: (inout PartFields) -> Void) {
        let start = count
        content.write(to: &self)
        guard parts != nil else { return }
        var part = PartFields(fields: parts?[start]?.fields ?? [:])
        describe(&part)
        if parts?[start] == nil { partFields[start] = part.fields } else { parts?[start]?.fields = part.fields }
    }
}
