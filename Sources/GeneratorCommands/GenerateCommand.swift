package import ArgumentParser

/// `cloudflow-generate` alone: descriptions become modules.
package struct GenerateCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes Swift models, clients and service protocols of OpenAPI descriptions; what is done without a subcommand.",
        discussion: """
            Without a spec, the configuration says which specs become which modules; --module picks one of them. With a spec, that spec \
            alone becomes a module. What else is below --output stays as it is if a single module is made.

            What is wrong with a part of a spec is a warning that says what was done instead; the rest is generated.

            Exit status: 0 when all is well; 1 when --check finds a difference, a spec makes no sense at all, or --strict finds a warning; \
            64 when the command line makes no sense.
            """
    )

    @OptionGroup var source: SourceOptions

    @Option(help: "The folder to generate into.")
    var output = "Generated"

    @Flag(
        help: """
            Writes a module's files flat into --output, with names that don't depend on the spec: MODULE+Models.swift, \
            MODULE+Operations.swift, MODULE+Services.swift. It is how builds ask for them.
            """
    )
    var bundle = false

    @Flag(help: "Writes nothing; lists the files that are missing, stale or extra, and exits with 1 if there are any.")
    var check = false

    @Flag(help: "Makes mocks of the services as well, in a module of their own: PointOfSaleMocks for PointOfSale.")
    var mocks = false

    package init() {}

    package func validate() throws {
        if bundle && source.module == nil { throw ValidationError("--bundle needs --module, the one whose files it writes") }
        if mocks && source.side != nil { throw ValidationError("mocks need both ends of the API; leave out --side, or --mocks") }
        if bundle && mocks { throw ValidationError("mocks are a module of their own, which --bundle doesn't write; run once for each") }
    }

    package func run() throws {
        let report = source.report
        do throws(Failure) {
            var configuration = try source.configuration()
            if mocks { configuration.hasMocks = true }
            let output = try Pipeline(report: report, isStrict: source.strict, isBundled: bundle).output(of: configuration)
            report.show(output.findings)
            let folder = OutputFolder(path: self.output, module: source.module)
            if check {
                try report.stage("check") { () throws(Failure) in try folder.check(output.files) }
            } else {
                let changes = try report.stage("write") { () throws(Failure) in try folder.write(output.files) }
                report.summarise(changes, of: output.files.count, in: self.output)
            }
        } catch {
            report.fail(error)
            throw ExitCode(1)
        }
    }
}
