import Foundation

/// The command `cloudflow`, as a process of its own in a temporary folder.
final class Command: Sendable {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    private let process: Process
    private let folder: TemporaryFolder
    private let name = UUID().uuidString
    private let ended: AsyncStream<Int32>

    /// Starts the command, which stands beside the tests.
    init(_ arguments: [String], in folder: TemporaryFolder) throws {
        self.folder = folder
        process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "cloudflow")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path("."))
        process.standardOutput = try Self.file(folder.path("\(name).out"))
        process.standardError = try Self.file(folder.path("\(name).err"))
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        ended = stream
        process.terminationHandler = { continuation.yield($0.terminationStatus) }
        try process.run()
    }

    /// Runs the command to its end.
    static func run(_ arguments: String..., in folder: TemporaryFolder) async throws -> Result {
        try await Command(arguments, in: folder).result()
    }

    func result() async throws -> Result {
        let status = await ended.first { _ in true } ?? -1
        return Result(status: status, output: try output(), errors: try String(contentsOfFile: folder.path("\(name).err"), encoding: .utf8))
    }

    func output() throws -> String {
        try String(contentsOfFile: folder.path("\(name).out"), encoding: .utf8)
    }

    /// Waits until the command has printed a text.
    func prints(_ text: String) async throws {
        while try !output().contains(text), process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    }

    /// Sends SIGTERM.
    func terminate() {
        process.terminate()
    }

    /// Sends SIGINT.
    func interrupt() {
        process.interrupt()
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }
}
