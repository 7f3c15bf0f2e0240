import CloudFlowRuntime
import FoundationEssentials
import Logging

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes each log line to standard error as one JSON object, with the metadata as members.
struct JSONLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let label: String

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [String: String] = [:]
        for values in [metadata, metadataProvider?.get() ?? [:], event.metadata ?? [:]] {
            for (name, value) in values { members[name] = "\(value)" }
        }
        members["time"] = Date.now.formatted(.iso8601)
        members["level"] = event.level.rawValue
        members["logger"] = label
        members["message"] = "\(event.message)"
        guard let json = try? members.json() else { return }
        let line = json + [UInt8(ascii: "\n")]
        line.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
