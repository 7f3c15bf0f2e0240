import FoundationEssentials
import SpecYAML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a file or a folder was in a revision of git, in a temporary folder that goes with it.
final class GitCheckout {
    private let folder: URL
    /// The file or the folder as it was.
    let path: String
    /// As the user knows the folder: `HEAD~1:specs/`.
    private let label: String

    /// The folder of a description comes with it, for what it refers to.
    init(of path: String, at revision: String) throws(Failure) {
        folder = FileManager.default.temporaryDirectory.appending(path: "cloudflow-diff-\(UUID().uuidString)")
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let name = isFolder ? "" : String(path.dropFirst(path.folder.count))
        self.path = isFolder ? folder.path : folder.appending(path: name).path
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .file(path: folder.path, problem: "the folder can't be made")
        }
        label = "\(revision):\(isFolder ? path + "/" : path.folder)"
        let home = isFolder ? path : path.folder.isEmpty ? "." : path.folder
        let script = #"cd "$1" && git archive --format=tar -o "$3/.tar" "$2" . && tar -xf "$3/.tar" -C "$3""#
        guard !revision.hasPrefix("-"), Self.run("sh", ["-c", script, "sh", home, revision, folder.path]) == 0,
            isFolder || FileManager.default.fileExists(atPath: self.path)
        else { throw .file(path: path, problem: "git has nothing of it in '\(revision)'; name a revision that has it") }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A place in the temporary folder, as the user knows it.
    func relocated(_ location: Location) -> Location {
        guard location.file.hasPrefix(folder.path + "/") else { return location }
        return Location(file: label + location.file.dropFirst(folder.path.count + 1), line: location.line, column: location.column)
    }

    /// The status that a command ends with; `nil` if it can't be started.
    private static func run(_ command: String, _ arguments: [String]) -> Int32? {
        var texts: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var process = pid_t()
        guard posix_spawnp(&process, command, nil, nil, &texts, environ) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        return status
    }
}
