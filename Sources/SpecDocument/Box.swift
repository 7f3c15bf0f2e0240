/// Keeps a large value that few constructs have out of the many that have none, and lets a value hold one of its own kind.
final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
