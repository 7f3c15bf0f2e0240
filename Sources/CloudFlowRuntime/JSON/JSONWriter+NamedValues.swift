/// Members of the object that is being written; those that are nil are left out.
extension JSONWriter {
    /// Writes a member that is a string; nothing for nil.
    public mutating func string(_ name: StaticString, _ value: String?) {
        guard var value else { return }
        value.withUTF8 { append(quoted: UnsafeRawBufferPointer($0).bytes, name: name) }
    }

    /// Writes a member that is a boolean; nothing for nil.
    public mutating func bool(_ name: StaticString, _ value: Bool?) { member(name, value) }
    /// Writes a member that is a whole number; nothing for nil.
    public mutating func int(_ name: StaticString, _ value: Int?) { member(name, value) }
    /// Writes a member that is a whole number of 32 bits; nothing for nil.
    public mutating func int32(_ name: StaticString, _ value: Int32?) { member(name, value) }
    /// Writes a member that is a whole number of 64 bits; nothing for nil.
    public mutating func int64(_ name: StaticString, _ value: Int64?) { member(name, value) }
    /// Writes a member that is a whole number of 32 bits without a sign; nothing for nil.
    public mutating func uint32(_ name: StaticString, _ value: UInt32?) { member(name, value) }
    /// Writes a member that is a whole number of 64 bits without a sign; nothing for nil.
    public mutating func uint64(_ name: StaticString, _ value: UInt64?) { member(name, value) }
    /// Writes a member that is a number; nothing for nil.
    public mutating func double(_ name: StaticString, _ value: Double?) { member(name, value) }
    /// Writes a member that is a number of single precision; nothing for nil.
    public mutating func float(_ name: StaticString, _ value: Float?) { member(name, value) }

    /// Writes a member of any type that can be written.
    @inlinable
    public mutating func value<Value: JSONWritable>(_ name: StaticString, _ value: Value) {
        self.name(name)
        value.write(to: &self)
        endValue()
    }

    /// Writes a member of any type that can be written; nothing for nil.
    @inlinable
    public mutating func value<Value: JSONWritable>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        self.name(name)
        value.write(to: &self)
        endValue()
    }

    /// A member that must be there but may be null: nil is written as null.
    @inlinable
    public mutating func nullableValue<Value: JSONWritable>(_ name: StaticString, _ value: Value?) {
        self.name(name)
        if let value { value.write(to: &self) } else { null() }
        endValue()
    }

    /// Members of any names, in their order, as `additionalProperties` has them.
    public mutating func rest(_ members: [String: some JSONWritable]) {
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            member(named: name, value)
        }
    }

    /// A member of any name.
    mutating func member(named name: String, _ value: some JSONWritable) {
        string(name)
        append(.colon)
        value.write(to: &self)
        endValue()
    }

    @inline(__always)
    private mutating func member<Value: JSONWritable>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        self.name(name)
        value.write(to: &self)
        endValue()
    }
}
