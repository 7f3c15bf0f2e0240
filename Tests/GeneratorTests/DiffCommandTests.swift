import ArgumentParser
import Foundation
import SpecComparison
import SpecYAML
import Testing

@testable import GeneratorCommands

/// `cloudflow-generate diff` on files, folders and revisions of git.
@Suite struct DiffCommandTests {
    let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.edit("a/thing.yaml") { _ in Self.spec("{type: string, maxLength: 5}") }
        try workspace.edit("b/thing.yaml") { _ in Self.spec("{type: string, maxLength: 3}") }
    }

    private static func spec(_ schema: String) -> String {
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
            + "paths: {/a: {post: {requestBody: {content: {a/json: {schema: \(schema)}}}, responses: {}}}}\n"
    }

    private func rules(_ pairs: DescriptionPairs) throws -> [String] {
        try pairs.compare(today: "2026-06-01").comparison.changes.map(\.rule)
    }

    @Test func twoFilesAndTwoFoldersAreCompared() throws {
        let expected = ["request-max-length-decreased"]
        #expect(try rules(DescriptionPairs(workspace.path("a/thing.yaml"), workspace.path("b/thing.yaml"))) == expected)
        #expect(try rules(DescriptionPairs(workspace.path("a"), workspace.path("b"))) == expected)
    }

    @Test func aDescriptionThatIsGoneFromAFolderBreaks() throws {
        try workspace.edit("a/old.yaml") { _ in Self.spec("{}") }
        let pairs = try DescriptionPairs(workspace.path("a"), workspace.path("b"))
        #expect(try rules(pairs) == ["description-removed", "request-max-length-decreased"])
    }

    @Test func aFileIsComparedWithARevisionOfGit() throws {
        let folder = workspace.path("a")
        for arguments in [["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"]] {
            let git = Process()
            git.executableURL = URL(filePath: "/usr/bin/env")
            git.arguments = ["git", "-C", folder] + arguments
            try git.run()
            git.waitUntilExit()
            #expect(git.terminationStatus == 0)
        }
        try workspace.edit("a/thing.yaml") { _ in Self.spec("{type: string}") }
        let found = try DescriptionPairs(folder + "/thing.yaml", against: "HEAD").compare(today: "2026-06-01").comparison
        #expect(found.changes.map(\.rule) == ["request-max-length-removed"])
        #expect(found.changes.first?.old.file == "HEAD:\(folder)/thing.yaml")
        #expect(throws: Failure.self) { try DescriptionPairs(folder + "/thing.yaml", against: "nowhere") }
    }

    @Test(arguments: ["breaking", "possibly", "any"])
    func aChangeAsBadAsFailOnSaysEndsWithOne(_ threshold: String) throws {
        let arguments = [workspace.path("a/thing.yaml"), workspace.path("b/thing.yaml"), "--format", "json", "--fail-on", threshold]
        #expect(throws: ExitCode(1)) { try DiffCommand.parse(arguments).run() }
        let harmless = [workspace.path("a/thing.yaml"), workspace.path("a/thing.yaml"), "--fail-on", threshold]
        #expect(throws: Never.self) { try DiffCommand.parse(harmless).run() }
    }

    @Test(arguments: [["a"], ["a", "b", "--against", "HEAD"], ["a", "b", "--date", "soon"], ["a", "b", "--format", "html"]])
    func aCommandLineThatMakesNoSenseIsRefused(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try DiffCommand.parse(arguments) }
    }
}
