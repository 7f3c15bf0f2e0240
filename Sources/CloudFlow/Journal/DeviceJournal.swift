import CloudFlowRuntime
import FoundationEssentials
import Synchronization

/// What a device remembers across its own restarts, so that it carries out each request once, and says what the platform has not heard.
///
/// It is a file of lines, to which only is added: a request before the device says that it has accepted it, and each event before it is sent,
/// flushed to the disk. What is done with is left out when the file is opened, and whenever it has grown enough. The file holds payloads; only
/// its owner may read it.
public final class DeviceJournal: Sendable {
    private struct State: ~Copyable {
        var file: JournalFile?
        var entries: [String: JournalEntry] = [:]
        /// The size from which on the file is worth compacting.
        var limit = DeviceJournal.smallSize
    }

    /// How long the id of a request of which nothing is open is remembered: longer than the platform does.
    private static let memory = 48 * 3600
    private static let smallSize = 1 << 20

    private let state: Mutex<State>
    private let now: @Sendable () -> Date

    /// Opens the journal at a path, or creates it there. Its folder must exist.
    ///
    /// - Throws: when the file can't be used, is in use by another process, or is no journal.
    public convenience init(path: String) throws(JournalFailure) {
        try self.init(path: path) { Date() }
    }

    init(path: String, now: @escaping @Sendable () -> Date) throws(JournalFailure) {
        var file = try JournalFile(path: path)
        var entries: [String: JournalEntry] = [:]
        for line in try file.lines() {
            do throws(JSONError) { entries.apply(try JournalRecord(json: line)) } catch { throw JournalFailure("is damaged") }
        }
        self.now = now
        state = Mutex(State(file: consume file, entries: entries))
        try state.withLock { state throws(JournalFailure) in try compact(&state) }
    }

    private init() {
        now = { Date() }
        state = Mutex(State(file: nil))
    }

    /// One that forgets everything with the process: for tests, and for devices that can carry out a request twice without harm.
    public static func inMemory() -> DeviceJournal { DeviceJournal() }

    /// What it holds, the oldest first.
    var entries: [JournalEntry] {
        state.withLock { $0.entries.values.sorted { ($0.acceptedAt, $0.id) < ($1.acceptedAt, $1.id) } }
    }

    subscript(id: String) -> JournalEntry? { state.withLock { $0.entries[id] } }

    /// Notes that the device takes a request on. Durable when it returns.
    func accept(_ id: String, _ payload: JSONValue) throws(JournalFailure) {
        try add(.accepted(id: id, payload: payload, at: Int(now().timeIntervalSince1970)), durably: true)
    }

    /// Notes what the device says next. Durable when it returns.
    ///
    /// - Returns: The item with its number; nil where the last one was said before.
    func say(_ content: DeviceItem.Content, of id: String) throws(JournalFailure) -> DeviceItem? {
        try state.withLock { state throws(JournalFailure) in
            guard let entry = state.entries[id], !entry.isFinished else { return nil }
            let item = DeviceItem(sequence: entry.count, content: content)
            try add(.said(id: id, item), durably: true, to: &state)
            return item
        }
    }

    /// Notes what the platform has stored. When that is lost, the device says it once more.
    func acknowledge(_ id: String, through sequence: Int) throws(JournalFailure) {
        try add(.acknowledged(id: id, through: sequence), durably: false)
    }

    private func add(_ record: JournalRecord, durably: Bool) throws(JournalFailure) {
        try state.withLock { state throws(JournalFailure) in try add(record, durably: durably, to: &state) }
    }

    private func add(_ record: JournalRecord, durably: Bool, to state: inout State) throws(JournalFailure) {
        try state.file?.append(record.line, durably: durably)
        state.entries.apply(record)
        if let size = state.file?.size, size > state.limit { try compact(&state) }
    }

    /// Keeps what is open, and the ids of what is not for as long as the platform may name them.
    private func compact(_ state: inout State) throws(JournalFailure) {
        let oldest = Int(now().timeIntervalSince1970) - Self.memory
        state.entries = state.entries.filter { !$0.value.isSettled || $0.value.acceptedAt > oldest }
        let entries = state.entries.values.sorted { ($0.acceptedAt, $0.id) < ($1.acceptedAt, $1.id) }
        try state.file?.replace(entries.flatMap(\.records).flatMap(\.line))
        state.limit = Swift.max(Self.smallSize, 2 * (state.file?.size ?? 0))
    }
}

extension JournalRecord {
    /// Of a record that always has a JSON form.
    fileprivate var line: [UInt8] { ((try? json()) ?? []) + [UInt8(ascii: "\n")] }
}

/// Why a journal can't be used. It says nothing of what is in it.
public struct JournalFailure: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ problem: String) {
        description = "the journal \(problem)"
    }
}
