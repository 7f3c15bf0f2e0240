import ArgumentParser

/// Which specs a command is about, and how much it says of them.
struct SourceOptions: ParsableArguments {
    @Argument(help: "A single spec, in place of a configuration.")
    var spec: String?

    @Option(help: "The module's name, for a single spec; or the one of the configuration's modules that is wanted.")
    var module: String?

    @Option(help: "Which specs become which modules.")
    var config: String?

    @Option(help: "The folder that files which specs refer to must lie in; the spec's own if it is not given.")
    var root: String?

    @Option(help: "The one end that is wanted, in place of both, or of those that the configuration names.")
    var side: Side?

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
    }

    var report: ProgressReport { ProgressReport(isQuiet: quiet, isVerbose: verbose) }

    func configuration() throws(Failure) -> Configuration {
        var configuration: Configuration
        if let spec, let module {
            configuration = try Configuration(spec: spec, module: module)
        } else {
            let path = config ?? "specs/apis.yaml"
            configuration = try Configuration(readingFileAt: path)
            if let module { try configuration.pick(module, in: path) }
        }
        configuration.root = root
        if let side {
            configuration.sides = side.sides
            // A mock needs both.
            configuration.hasMocks = false
        }
        return configuration
    }
}
