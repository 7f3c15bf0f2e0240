import Synchronization

/// Tasks that wait for a value, the first one first.
struct WaitingLine<Value: Sendable>: Sendable {
    private var waiting: [(id: Int, continuation: CheckedContinuation<Value?, Never>)] = []

    var isEmpty: Bool { waiting.isEmpty }

    mutating func append(_ continuation: CheckedContinuation<Value?, Never>, id: Int) {
        waiting.append((id, continuation))
    }

    /// Takes the first one out of the line.
    mutating func popFirst() -> CheckedContinuation<Value?, Never>? {
        waiting.isEmpty ? nil : waiting.removeFirst().continuation
    }

    /// Takes the one of that number out of the line, wherever it stands.
    mutating func remove(id: Int) -> CheckedContinuation<Value?, Never>? {
        waiting.firstIndex { $0.id == id }.map { waiting.remove(at: $0).continuation }
    }

    /// Takes all out of the line.
    mutating func popAll() -> [CheckedContinuation<Value?, Never>] {
        defer { waiting = [] }
        return waiting.map(\.continuation)
    }
}
