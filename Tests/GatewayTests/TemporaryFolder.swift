import FoundationEssentials

/// A folder that is gone when its test is.
final class TemporaryFolder: Sendable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "gateway-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String {
        url.appending(path: name).path
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path)
    }

    /// The bytes of all files in the folder.
    func contents() throws -> [UInt8] {
        try names().flatMap { try Data(contentsOf: url.appending(path: $0)) }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
