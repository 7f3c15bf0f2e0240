package import ArgumentParser
import ReferenceSite

/// `cloudflow-generate docs`: descriptions become a site.
package struct DocsCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Makes a static site that documents the APIs: operations, schemas, examples, and calls in Swift and for curl.",
        discussion: """
            The site needs neither a network nor a server; a gateway serves it with: cloudflow serve --docs FOLDER

            Exit status: 0 when all is well; 1 when a spec makes no sense at all, --strict finds a warning, or the folder holds something \
            else; 64 when the command line makes no sense.
            """
    )

    @OptionGroup var source: SourceOptions

    @Option(help: "The folder to make the site in; what was a site there before goes.")
    var output = ".run/docs"

    package init() {}

    package func run() throws {
        let report = source.report
        do throws(Failure) {
            let pipeline = Pipeline(report: report, isStrict: source.strict)
            let references = try pipeline.references(of: try source.configuration())
            report.show(references.findings)
            let site = report.stage("site") {
                Site(of: references.apis)
            } counting: { site in
                "\(site.files.count) files"
            }
            try SiteFolder(path: output).write(site)
            report.summarise(siteOf: site.files.count, in: output)
        } catch {
            report.fail(error)
            throw ExitCode(1)
        }
    }
}
