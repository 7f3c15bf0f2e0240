import ArgumentParser
import GeneratorCommands
import CloudFlowRuntime
import SpecDocument
import SpecMocking
import SpecYAML

#if Server
    import CloudFlowServerTransport
    import Logging
#endif

/// `cloudflow-generate mock`: a description is served as if its service were there.
struct MockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mock",
        abstract: "Serves a description: checks requests against it, and answers with its examples or with what its schemas allow.",
        discussion: """
            Operations answer below the paths of their servers and at the root. What is wrong with a request is refused with a status that the \
            operation documents (401, 406, 415, 422 or 400); where it documents none, the request is taken, and the log says what is wrong.

            A caller chooses with the field Prefer: code=404 is the status, example=NAME one of the document's examples, dynamic=true a value \
            that is made of the schema, dynamic=7 another one.

            A line is logged for each request: the operation, the status, and why; never a path, a query, a field or a body.
            """
    )

    @Argument(help: "The description: OpenAPI 3.0 to 3.2 or Swagger 2.0, YAML or JSON.")
    var spec: String

    @Option(help: "The port to listen on; 0 for a free one, which is printed.")
    var port = 8081

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The folder that files which the description refers to must lie in; its own if it is not given.")
    var root: String?

    @Flag(help: "Refuses what is wrong with a request also where the operation documents no status for that.")
    var alwaysRefuse = false

    @Flag(help: "Prints neither the operations nor a line for each request.")
    var quiet = false

    func validate() throws {
        guard 0...65535 ~= port else { throw ValidationError("--port \(port) is no port; give one up to 65535, or 0 for a free one") }
    }

    func run() async throws {
        var report = ProgressReport(isQuiet: quiet, isVerbose: false)
        report.consequence = ""
        let read: (document: Document, findings: Diagnostics)
        do throws(Failure) {
            read = try Document.reading(fileAt: spec, root: root)
        } catch {
            report.fail(error)
            throw ExitCode(1)
        }
        if !quiet { report.show(Diagnostics(read.findings.filter(\.leavesOut))) }
        let isQuiet = quiet
        let mock = Mock(read.document, alwaysRefuses: alwaysRefuse) { if !isQuiet { writeLine($0) } }
        if !quiet { writeLine(mock.table) }
        try await serve(Router(mock.routes, limits: ServerLimits(body: 16 << 20, ignoresUnknownQuery: true)))
    }

    #if Server
        private func serve(_ router: Router) async throws {
            var logger = Logger(label: "cloudflow-generate")
            logger.logLevel = .error
            let transport = HummingbirdTransport(host: host, port: port, logger: logger) { address in
                writeLine("listening on \(address.url)")
            }
            do {
                try await transport.serve(router)
            } catch {
                writeLine("can't listen on \(host):\(port): \(error)")
                throw ExitCode(1)
            }
        }
    #else
        private func serve(_ router: Router) async throws {
            throw ValidationError(
                "this cloudflow-generate can't serve: build it with the package trait 'Server', as swift build does by default"
            )
        }
    #endif
}
