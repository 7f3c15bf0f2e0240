/// A value that is kept on the heap, for what holds another of its own kind, and for large values inside of others.
///
///     @Boxed public var owner: Owner
///     @BoxedOptional public var parent: Node?
///
/// It is a value all the same: a change makes a box of its own, and copies share one until then.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
    private var box: Box<Value>

    /// Puts a value aside.
    public init(wrappedValue: Value) { box = Box(wrappedValue) }

    /// The value itself.
    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}

/// A value that may be missing, and is kept on the heap if it isn't. Nil takes no more room than a pointer.
@propertyWrapper
public struct BoxedOptional<Value: Sendable>: Sendable {
    private var box: Box<Value>?

    /// Puts a value aside, if there is one.
    public init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

    /// The value itself.
    public var wrappedValue: Value? {
        get { box?.value }
        set { box = newValue.map(Box.init) }
    }
}

private final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Box: Equatable where Value: Equatable {
    static func == (first: Box, second: Box) -> Bool { first === second || first.value == second.value }
}

extension Box: Hashable where Value: Hashable {
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Boxed: Equatable where Value: Equatable {}
extension Boxed: Hashable where Value: Hashable {}
extension BoxedOptional: Equatable where Value: Equatable {}
extension BoxedOptional: Hashable where Value: Hashable {}

extension Boxed: JSONReadable where Value: JSONReadable {
    public init(reading reader: inout JSONReader) { self.init(wrappedValue: Value(reading: &reader)) }
}

extension Boxed: JSONWritable where Value: JSONWritable {
    public func write(to writer: inout JSONWriter) { wrappedValue.write(to: &writer) }
}
