import ArgumentParser
import GeneratorCommands
import FoundationEssentials
import SpecContracts
import SpecDocument
import SpecYAML

#if Client
    import CloudFlowClientTransport
#endif

/// `cloudflow-generate contract`: a service is held against its description.
struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Tries on a service all that its description says: every operation, each status, each edge of what may be sent.",
        discussion: """
            The service is called for real, also with operations that change and delete: run one that is there to be tested.

            What a description can't say is asked of a file of fixtures: which ids exist, and how a state comes about.

                parameters: {referenceId: till-7}
                operations:
                  getDevice:
                    statuses: {404: {parameters: {referenceId: nobody}}}

            What they don't say is reported as not exercised, never as passed. Secrets are taken from the environment: \
            --credentials apiToken=VARIABLE.

            Exit status: 0 when no case failed; 1 when one did, or nothing passed; 64 when the command line makes no sense.
            """
    )

    @Argument(help: "The description.")
    var spec: String

    @Option(help: "The service's URL; one without a path stands for the one of the description's server.")
    var url: String

    @Option(help: "What the description can't say: a file in YAML or JSON.")
    var fixtures: String?

    @Option(name: .customLong("bearer"), help: ArgumentHelp("The environment variable that holds the bearer token.", valueName: "variable"))
    var bearerVariable: String?

    @Option(help: ArgumentHelp("The environment variable that holds what a security scheme asks for.", valueName: "scheme=variable"))
    var credentials: [String] = []

    @Option(help: "The folder that files which the description refers to must lie in; its own if it is not given.")
    var root: String?

    @Flag(help: "Lists what passed as well.")
    var verbose = false

    func validate() throws {
        if ContractServer(url: url) == nil { throw ValidationError("--url '\(url)' is no URL; give one such as http://localhost:8080") }
        _ = try proof()
    }

    func run() async throws {
        var report = ProgressReport(isQuiet: false, isVerbose: false)
        report.consequence = ""
        let suite: ContractSuite
        do throws(Failure) {
            suite = ContractSuite(try Document.reading(fileAt: spec, root: root).document, fixtures: try readFixtures())
        } catch {
            report.fail(error)
            throw ExitCode(1)
        }
        guard let server = ContractServer(url: url) else { return }
        let found = try await run(suite, at: server)
        writeLine(found.text(listsPassed: verbose))
        if found.counts.failed > 0 || found.counts.passed == 0 { throw ExitCode(1) }
    }

    #if Client
        private func run(_ suite: ContractSuite, at server: ContractServer) async throws -> ContractReport {
            await suite.run(over: AsyncHTTPTransport(), at: server, with: try proof())
        }
    #else
        private func run(_ suite: ContractSuite, at server: ContractServer) async throws -> ContractReport {
            throw ValidationError(
                "this cloudflow-generate can't call: build it with the package trait 'Client', as swift build does by default"
            )
        }
    #endif

    private func readFixtures() throws(Failure) -> ContractFixtures {
        guard let fixtures else { return ContractFixtures() }
        do throws(Diagnostics) {
            return try ContractFixtures(reading: try SpecFile(reading: fixtures))
        } catch {
            throw .diagnostics(error)
        }
    }

    private func proof() throws -> ContractCredentials {
        var secrets: [String: String] = [:]
        for pair in credentials {
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0) }
            guard parts.count == 2 else { throw ValidationError("--credentials '\(pair)' is no scheme=variable; name both") }
            secrets[parts[0]] = try secret(in: parts[1])
        }
        return ContractCredentials(secrets, bearer: try bearerVariable.map { try secret(in: $0) })
    }

    private func secret(in variable: String) throws -> String {
        guard let value = ProcessInfo.processInfo.environment[variable], !value.isEmpty else {
            throw ValidationError("the environment variable '\(variable)' is not set; put the secret there")
        }
        return value
    }
}
