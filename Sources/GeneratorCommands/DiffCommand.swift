package import ArgumentParser
import SpecComparison

/// `cloudflow-generate diff`: what has changed between two versions of a description, and whom that breaks.
package struct DiffCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what has changed between two descriptions, and what that does to clients and services.",
        discussion: """
            Two files are compared, or the descriptions of two folders by their relative paths; or one of either with what it was in a \
            revision of git.

            A change is breaking if something that went well goes wrong, to a client of the older description or to a service of it; possibly \
            breaking if that can't be told, or depends on what was made of the older description; compatible otherwise. What a client sends is \
            the request, what it receives the response, also in websockets and, the other way round, in callbacks and webhooks.

            Exit status: 0 when all is well; 1 when a description can't be read, or a change is as bad as --fail-on says; 64 when the command \
            line makes no sense.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
        case releaseNotes = "release-notes"
    }

    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case breaking, possibly, any

        fileprivate func isReached(by level: Level?) -> Bool {
            switch (self, level) {
            case (_, nil): false
            case (.breaking, let level?): level == .breaking
            case (.possibly, let level?): level >= .possiblyBreaking
            case (.any, _): true
            }
        }
    }

    @Argument(help: "The older description, or a folder of them; with --against, the newer one.")
    var old: String?

    @Argument(help: "The newer description, or a folder of them.")
    var new: String?

    @Option(help: "A revision of git to compare with, as HEAD~1.")
    var against: String?

    @Option(help: "The configuration whose names for types and operations are told.")
    var config: String?

    @Option(help: "How the changes are told: text, markdown, json, release-notes.")
    var format = Format.text

    @Option(help: "Exits with 1 if a change is this bad: breaking, possibly, any.")
    var failOn: Threshold?

    @Flag(help: "Tells of changed titles, descriptions and examples as well.")
    var all = false

    @Option(help: "The day on which sunsets are judged, as 2026-12-31; today if it is not given.")
    var date: String?

    @Flag(help: "Lists all kinds of changes, with what they do.")
    var rules = false

    package init() {}

    package func validate() throws {
        if rules { return }
        guard old != nil else { throw ValidationError("name two descriptions, or one and --against a revision") }
        if new == nil, against == nil { throw ValidationError("name a second description, or --against a revision") }
        if new != nil, against != nil { throw ValidationError("give two descriptions, or one and --against, not both") }
        if let date, !date.isDay { throw ValidationError("--date '\(date)' is not a day; write it as 2026-12-31") }
    }

    package func run() throws {
        if rules {
            print(Rule.table)
            return
        }
        var report = ProgressReport(isQuiet: false, isVerbose: false)
        report.consequence = ""
        do throws(Failure) {
            let found = try comparison()
            let shown = all ? found : found.withoutDocumentation
            print(text(of: shown.comparison, shown.version))
            if failOn?.isReached(by: shown.comparison.level) == true { throw Failure.comparison }
        } catch {
            report.fail(error)
            throw ExitCode(1)
        }
    }

    private func comparison() throws(Failure) -> DescriptionPairs.Result {
        var pairs: DescriptionPairs =
            if let against, let old { try DescriptionPairs(old, against: against) } else { try DescriptionPairs(old ?? "", new ?? "") }
        if let config { pairs.naming = try Configuration(readingFileAt: config).naming }
        return try pairs.compare(today: date ?? today())
    }

    private func text(of comparison: Comparison, _ version: String) -> String {
        switch format {
        case .text: comparison.textReport(isColoured: isTerminal())
        case .markdown: comparison.markdownReport
        case .json: comparison.jsonReport
        case .releaseNotes: comparison.releaseNotes(of: version)
        }
    }
}
