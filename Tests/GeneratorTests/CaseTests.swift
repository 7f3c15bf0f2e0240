import Foundation
import SpecYAML
import SwiftEmission
import SwiftText
import Testing

@testable import GeneratorCommands

/// Each folder in `Cases` holds a spec, and what the generator is to make of it: `expected/*.swift`, `expected/diagnostics.txt`, or both.
/// An `apis.yaml` beside it says what becomes of it, and of further ones.
/// Those whose specs make no sense at all are called `bad-…`, those of which a part is wrong `defect-…`.
///
/// `make accept` records what it makes of them today. `compile-cases` compiles all that is expected as one module, so each case has a
/// namespace of its own name; mocks it compiles against the case `mocks` alone, as they stand in a module of their own.
@Suite struct CaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let names: [String] = {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return found.filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test func thereAreCases() {
        #expect(Self.names.filter { $0.hasPrefix("bad-") }.count > 20)
        #expect(Self.names.filter { $0.hasPrefix("defect-") }.count > 20)
        #expect(Self.names.count > 80)
    }

    @Test(arguments: names)
    func theGeneratorMakesWhatIsExpected(_ name: String) throws {
        let folder = Self.folder.appending(path: name)
        let expected = folder.appending(path: "expected")
        let made = try Self.generate(folder)
        if ProcessInfo.processInfo.environment["RECORD_CASES"] != nil {
            try Self.record(made, in: expected)
            return
        }
        #expect(!made.isEmpty, "a case that makes nothing and says nothing tests nothing")
        if name.hasPrefix("bad-") { #expect(made.keys.sorted() == ["diagnostics.txt"], "nothing is made of a bad spec") }
        if name.hasPrefix("defect-") { #expect(made["diagnostics.txt"]?.contains("warning: ") == true && made.count > 1) }
        let paths = try FileManager.default.contentsOfDirectory(atPath: expected.path).sorted()
        #expect(paths == made.keys.sorted())
        for path in paths {
            let contents = try String(contentsOf: expected.appending(path: path), encoding: .utf8)
            #expect(made[path] == contents, "\(name)/expected/\(path); if it is right now, record it with 'make accept'")
        }
    }

    /// The files and the findings, by their names in `expected`.
    static func generate(_ folder: URL) throws -> [String: String] {
        var made: [String: String] = [:]
        var findings = Diagnostics()
        let spec = folder.appending(path: "spec.yaml")
        let module = SwiftName(type: folder.lastPathComponent).text
        do throws(Failure) {
            let pipeline = Pipeline(report: ProgressReport(isQuiet: true, isVerbose: false))
            let apis = folder.appending(path: "apis.yaml").path
            let isConfigured = FileManager.default.fileExists(atPath: apis)
            let configuration = try isConfigured ? Configuration(readingFileAt: apis) : Configuration(spec: spec.path, module: module)
            let output = try pipeline.output(of: configuration)
            findings = output.findings
            for file in output.files {
                made[file.path.split(separator: "/").last.map(String.init) ?? ""] = String(decoding: file.contents, as: UTF8.self)
            }
        } catch {
            guard case .diagnostics(let diagnostics) = error else { throw error }
            findings = diagnostics
        }
        if !findings.isEmpty { made["diagnostics.txt"] = findings.description.replacing(folder.path + "/", with: "") + "\n" }
        return made
    }

    private static func record(_ made: [String: String], in folder: URL) throws {
        if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, contents) in made { try Data(contents.utf8).write(to: folder.appending(path: name)) }
    }
}
