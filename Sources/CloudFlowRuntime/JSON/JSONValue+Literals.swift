extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self.init(value) }
    public init(integerLiteral value: Int) { self.init(value) }
    /// A number that is not finite becomes null.
    public init(floatLiteral value: Double) { self = (try? JSONValue(encoding: value)) ?? .null }
    public init(stringLiteral value: String) { self.init(value) }
    public init(arrayLiteral elements: JSONValue...) { self.init(elements) }

    /// The members are written in the order of the literal.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in elements { writer.member(named: name, value) }
        writer.endObject()
        self.init(writer)
    }

    /// A boolean.
    public init(_ value: Bool) { self.init(writing: value) }
    /// A whole number.
    public init(_ value: Int) { self.init(writing: value) }
    /// A string.
    public init(_ value: String) { self.init(writing: value) }
    /// An array.
    public init(_ value: [JSONValue]) { self.init(writing: value) }
    /// An object, its members in no order that counts.
    public init(_ value: [String: JSONValue]) { self.init(writing: value) }

    /// Of values that can't hold a number without a JSON form.
    private init(writing value: some JSONWritable) {
        var writer = JSONWriter()
        value.write(to: &writer)
        self.init(writer)
    }

    private init(_ writer: consuming JSONWriter) {
        self = (try? writer.finish()).map(JSONValue.init(unchecked:)) ?? .null
    }
}
