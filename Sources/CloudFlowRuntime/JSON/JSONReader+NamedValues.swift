/// Members of the object that is being read. Without `optional` a member must be there, and must not be null; with it, it
/// may be absent, and unless the reading is strict, null.
extension JSONReader {
    /// The member of this name, which is a string.
    public mutating func string(_ name: StaticString) -> String { member(name) }
    /// The member of this name, which is a boolean.
    public mutating func bool(_ name: StaticString) -> Bool { member(name) }
    /// The member of this name, which is a whole number.
    public mutating func int(_ name: StaticString) -> Int { member(name) }
    /// The member of this name, which is a whole number of 32 bits.
    public mutating func int32(_ name: StaticString) -> Int32 { member(name) }
    /// The member of this name, which is a whole number of 64 bits.
    public mutating func int64(_ name: StaticString) -> Int64 { member(name) }
    /// The member of this name, which is a whole number of 32 bits without a sign.
    public mutating func uint32(_ name: StaticString) -> UInt32 { member(name) }
    /// The member of this name, which is a whole number of 64 bits without a sign.
    public mutating func uint64(_ name: StaticString) -> UInt64 { member(name) }
    /// The member of this name, which is a number.
    public mutating func double(_ name: StaticString) -> Double { member(name) }
    /// The member of this name, which is a number of single precision.
    public mutating func float(_ name: StaticString) -> Float { member(name) }

    /// The member of this name, which is a string; nil where it is missing or null.
    public mutating func optionalString(_ name: StaticString) -> String? { optionalMember(name) }
    /// The member of this name, which is a boolean; nil where it is missing or null.
    public mutating func optionalBool(_ name: StaticString) -> Bool? { optionalMember(name) }
    /// The member of this name, which is a whole number; nil where it is missing or null.
    public mutating func optionalInt(_ name: StaticString) -> Int? { optionalMember(name) }
    /// The member of this name, which is a whole number of 32 bits; nil where it is missing or null.
    public mutating func optionalInt32(_ name: StaticString) -> Int32? { optionalMember(name) }
    /// The member of this name, which is a whole number of 64 bits; nil where it is missing or null.
    public mutating func optionalInt64(_ name: StaticString) -> Int64? { optionalMember(name) }
    /// The member of this name, which is a whole number of 32 bits without a sign; nil where it is missing or null.
    public mutating func optionalUInt32(_ name: StaticString) -> UInt32? { optionalMember(name) }
    /// The member of this name, which is a whole number of 64 bits without a sign; nil where it is missing or null.
    public mutating func optionalUInt64(_ name: StaticString) -> UInt64? { optionalMember(name) }
    /// The member of this name, which is a number; nil where it is missing or null.
    public mutating func optionalDouble(_ name: StaticString) -> Double? { optionalMember(name) }
    /// The member of this name, which is a number of single precision; nil where it is missing or null.
    public mutating func optionalFloat(_ name: StaticString) -> Float? { optionalMember(name) }

    /// A member of any type. Null is for the type to accept: `JSONValue` and optional types do.
    @inlinable
    public mutating func value<Value: JSONReadable>(_ name: StaticString) -> Value {
        let exit = enter(name)
        let value = Value(reading: &self)
        leave(exit)
        return value
    }

    /// A member of any type, or nil when it is absent or null.
    @inlinable
    public mutating func optionalValue<Value: JSONReadable>(_ name: StaticString) -> Value? {
        guard let exit = enterOptional(name) else { return nil }
        let value = Value(reading: &self)
        leave(exit)
        return value
    }

    /// A member of any type, or nil when it is absent: with an optional type it tells null (`.some(nil)`) from absent.
    @inlinable
    public mutating func presentValue<Value: JSONReadable>(_ name: StaticString) -> Value? {
        guard let exit = enterPresent(name) else { return nil }
        let value = Value(reading: &self)
        leave(exit)
        return value
    }

    @inline(__always)
    private mutating func member<Value: JSONReadable>(_ name: StaticString) -> Value {
        let exit = enter(name)
        let value = Value(reading: &self)
        leave(exit)
        return value
    }

    @inline(__always)
    private mutating func optionalMember<Value: JSONReadable>(_ name: StaticString) -> Value? {
        guard let exit = enterOptional(name) else { return nil }
        let value = Value(reading: &self)
        leave(exit)
        return value
    }
}
