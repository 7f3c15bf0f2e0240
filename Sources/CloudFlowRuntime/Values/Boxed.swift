/// A value that is kept on the heap, for what holds another of its own kind, and for large values inside of others.
///
///     @Boxed public var owner: Owner?
///
/// It is a value all the same: a change makes a box of its own, and copies share one until then.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    public init(wrappedValue: Value) { box = Box(wrappedValue) }

    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}

extension Boxed: Equatable where Value: Equatable {
    public static func == (first: Boxed, second: Boxed) -> Bool { first.box === second.box || first.box.value == second.box.value }
}

extension Boxed: Hashable where Value: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(box.value) }
}

extension Boxed: JSONReadable where Value: JSONReadable {
    public init(reading reader: inout JSONReader) { self.init(wrappedValue: Value(reading: &reader)) }
}

extension Boxed: JSONWritable where Value: JSONWritable {
    public func write(to writer: inout JSONWriter) { box.value.write(to: &writer) }
}
