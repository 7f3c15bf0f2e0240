import ArgumentParser

/// `cloudflow-generate` alone: descriptions become modules.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes Swift models, clients and service protocols of OpenAPI descriptions; what is done without a subcommand.",
        discussion: """
            Without a spec, the configuration says which specs become which modules. With one, that spec alone becomes a module.

            What is wrong with a part of a spec is a warning that says what was done instead; the rest is generated.

            Exit status: 0 when all is well; 1 when --check finds a difference, a spec makes no sense at all, or --strict finds a warning; \
            64 when the command line makes no sense.
            """
    )

    @Argument(help: "A single spec to generate a module of, in place of a configuration.")
    var spec: String?

    @Option(help: "The module's name, for a single spec.")
    var module: String?

    @Option(help: "Which specs become which modules.")
    var config: String?

    @Option(help: "The folder that files which specs refer to must lie in; the spec's own if it is not given.")
    var root: String?

    @Option(help: "The folder to generate into.")
    var output = "Generated"

    @Flag(help: "Writes nothing; lists the files that are missing, stale or extra, and exits with 1 if there are any.")
    var check = false

    @Flag(help: "Takes warnings for errors: writes nothing if there is one.")
    var strict = false

    @Flag(help: "Prints errors, and how much was left out.")
    var quiet = false

    @Flag(help: "Prints a line for each stage, with its time and what it counted.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose contradict each other; give one of them") }
        if spec != nil && config != nil { throw ValidationError("give a spec or --config, not both") }
        if spec != nil && module == nil { throw ValidationError("a single spec needs --module, the name of the module that it becomes") }
        if spec == nil && module != nil {
            throw ValidationError("--module goes with a single spec; the configuration names its modules itself")
        }
    }

    func run() throws {
        let report = ProgressReport(isQuiet: quiet, isVerbose: verbose)
        do throws(Failure) {
            let pipeline = Pipeline(report: report, isStrict: strict)
            var configuration = try configuration()
            configuration.root = root
            let output = try pipeline.output(of: configuration)
            report.show(output.findings)
            let folder = OutputFolder(path: self.output)
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

    private func configuration() throws(Failure) -> Configuration {
        if let spec, let module { return try Configuration(spec: spec, module: module) }
        return try Configuration(readingFileAt: config ?? "specs/apis.yaml")
    }
}
