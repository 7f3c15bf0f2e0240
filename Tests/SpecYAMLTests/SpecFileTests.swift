import Foundation
import SpecYAML
import Testing

@Suite struct SpecFileTests {
    /// A folder that is gone when the test is over.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "SpecFileTests-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func failure(reading path: String) -> String {
        do {
            _ = try SpecFile(reading: path)
            return "no failure"
        } catch {
            return error.description
        }
    }

    @Test func readsBytesAsTheyAre() throws {
        try withFolder { folder in
            let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A]
            try Data(bytes).write(to: URL(filePath: folder + "/a.yaml"))
            let file = try SpecFile(reading: folder + "/a.yaml")
            #expect(file.bytes == bytes)
            #expect(file.path == folder + "/a.yaml")
        }
    }

    @Test func aMissingFileIsNamedAsTheUserDid() throws {
        try withFolder { folder in
            #expect(failure(reading: folder + "/b.yaml") == "\(folder)/b.yaml: error: there is no such file; check the path")
        }
    }

    @Test func aFolderIsNoSpec() throws {
        try withFolder { folder in
            #expect(failure(reading: folder) == "\(folder): error: this is a folder; name the spec in it")
        }
    }

    @Test func anEmptyFileIsNoSpec() throws {
        try withFolder { folder in
            try Data().write(to: URL(filePath: folder + "/a.yaml"))
            #expect(failure(reading: folder + "/a.yaml") == "\(folder)/a.yaml: error: the file is empty; an API description is needed")
        }
    }

    /// Whoever may read everything can't be refused: the test then shows nothing.
    @Test(.enabled(if: geteuid() != 0)) func anUnreadableFileIsTold() throws {
        try withFolder { folder in
            let path = folder + "/a.yaml"
            try Data("a: 1".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
            #expect(failure(reading: path) == "\(path): error: the file can't be read; check its permissions")
        }
    }
}
