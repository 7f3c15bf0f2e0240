import CloudFlowRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The ids of the requests that a terminal has begun to carry out, one a line: what tells whether any was carried out twice.
struct ExecutionLog: Sendable {
    private let descriptor: Int32

    init(path: String) throws {
        descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw CommandFailure("the execution log '\(path)' can't be opened") }
    }

    /// Writes an id down; durable when it returns.
    func add(_ id: String) throws {
        let line = Array((id + "\n").utf8)
        guard line.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == line.count, fsync(descriptor) == 0 else {
            throw CommandFailure("the execution log can't be written")
        }
    }
}
