import ArgumentParser
import FoundationEssentials
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the shop knows: one line for all that happens, each on the disk before anything follows from it.
final class ShopLog: Sendable {
    private struct Payment {
        var last: Int?
        var isDone = false
    }

    private struct State {
        var payments: [String: Payment] = [:]
        var counts: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let descriptor: Int32

    init(path: String) throws {
        descriptor = open(path, O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw ValidationError("the log can't be opened") }
        let text = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        for line in text.split(separator: "\n") { take(line.split(separator: " ")) }
    }

    private func take(_ words: [Substring]) {
        state.withLock { state in
            let id = String(words[1])
            switch words[0] {
            case "begin":
                state.payments[id] = Payment()
                state.counts[String(words[2]), default: 0] += 1
            case "event": state.payments[id]?.last = Int(words[2])
            case "done": state.payments[id]?.isDone = true
            default: break
            }
        }
    }

    func count(at terminal: String) -> Int { state.withLock { $0.counts[terminal] ?? 0 } }
    func isBegun(_ id: String) -> Bool { state.withLock { $0.payments[id] != nil } }
    func isDone(_ id: String) -> Bool { state.withLock { $0.payments[id]?.isDone ?? false } }
    func lastSequence(of id: String) -> Int? { state.withLock { $0.payments[id]?.last } }

    func begin(_ id: String, at terminal: String) throws { add("begin \(id) \(terminal)") }
    func finish(_ id: String, with what: String) { if !isDone(id) { add("done \(id) \(what)") } }

    /// Adds a line; durable when it returns.
    func add(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        precondition(count == bytes.count && fsync(descriptor) == 0, "the log can't be written")
        take(line.split(separator: " "))
    }
}
