import ArgumentParser
import Foundation

@testable import GeneratorCommands

/// A temporary folder with a copy of the project's specs, and a place to generate into. It goes when the test is over.
final class Workspace {
    let root: URL

    var generated: URL { root.appending(path: "Generated") }

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "cloudflow-generate-\(UUID().uuidString)")
        let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: project.appending(path: "specs"), to: root.appending(path: "specs"))
    }

    deinit {
        try? FileManager.default.removeItem(at: root)
    }

    func path(_ relative: String) -> String {
        root.appending(path: relative).path
    }

    func command(_ arguments: [String]) throws -> GenerateCommand {
        try GenerateCommand.parse(arguments + ["--quiet"])
    }

    func run(_ arguments: String...) throws {
        try command(["--config", path("specs/apis.yaml"), "--output", generated.path] + arguments).run()
    }

    /// The comparison behind `--check`, with its differences.
    func check() throws(Failure) {
        let pipeline = Pipeline(report: ProgressReport(isQuiet: true, isVerbose: false))
        let output = try pipeline.output(of: try Configuration(readingFileAt: path("specs/apis.yaml")))
        try OutputFolder(path: generated.path).check(output.files)
    }

    func edit(_ relative: String, _ change: (String) -> String) throws {
        let file = root.appending(path: relative)
        let contents = try? String(contentsOf: file, encoding: .utf8)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(change(contents ?? "").utf8).write(to: file)
    }

    /// All files below the output folder.
    func contents() throws -> [String: String] {
        try files().reduce(into: [:]) { $0[$1] = try String(contentsOf: generated.appending(path: $1), encoding: .utf8) }
    }

    /// All files below the output folder with their modification dates.
    func snapshot() throws -> [String: [String]] {
        try files().reduce(into: [:]) { snapshot, path in
            let file = generated.appending(path: path)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            let modified = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            snapshot[path] = [try String(contentsOf: file, encoding: .utf8), "\(modified)"]
        }
    }

    private func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: generated.path).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: generated.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
