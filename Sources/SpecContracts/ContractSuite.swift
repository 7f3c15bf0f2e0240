public import CloudFlowRuntime
public import SpecDocument
public import SpecYAML

/// What a description demands of a service, as cases that are tried on one: every operation, each of its documented statuses, and each edge of what
/// its parameters and its body allow.
///
///     let suite = try ContractSuite(readingFileAt: "specs/client-1.1.yaml")
///
///     @Test(arguments: suite.cases) func keepsTheContract(_ example: ContractCase) async {
///         let outcome = await example.run(over: InMemoryTransport(service.routes()), with: ContractCredentials(bearer: token))
///         #expect(outcome.problems.isEmpty)
///     }
///
/// A suite calls operations that change things: run it against a service that is there to be tested.
public struct ContractSuite: Sendable {
    /// What is tested, as the description calls it: `CloudFlow Client API 1.1`.
    public let title: String
    /// In the order of the description.
    public let cases: [ContractCase]
    /// The operations in the order of the description: name, method and path, and the statuses that are documented.
    let operations: [(name: String, route: String, statuses: [Int])]

    /// The cases of a document that is read already.
    public init(_ document: Document, fixtures: ContractFixtures = ContractFixtures()) {
        title = [document.info.title, document.info.version].filter { !$0.isEmpty }.joined(separator: " ")
        let endpoints = document.endpoints
        cases = endpoints.flatMap { endpoint in
            var planner = CasePlanner(document, endpoint, fixtures, among: endpoints)
            return planner.planned()
        }
        operations = endpoints.map { endpoint in
            let statuses = endpoint.responses.compactMap { entry in
                if case .code(let status) = entry.key { status } else { nil }
            }
            return (endpoint.name, "\(endpoint.method.rawValue) \(endpoint.path)", statuses)
        }
    }

    /// Reads a description, and the files below its folder that it refers to.
    public init(readingFileAt path: String, fixtures: ContractFixtures = ContractFixtures()) throws(Diagnostics) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let (node, findings) = YAMLNode.parsing(try SpecFile(reading: path))
        guard let node else { throw findings }
        let (document, diagnostics) = Document.reading(node, in: SpecFolder(path: folder))
        guard let document else { throw diagnostics }
        self.init(document, fixtures: fixtures)
    }

    /// Tries all cases on a service, one after the other.
    public func run(
        over transport: any ClientTransport,
        at server: ContractServer = .inMemory,
        with credentials: ContractCredentials = ContractCredentials()
    ) async -> ContractReport {
        var report = ContractReport(suite: self)
        for example in cases { report.add(example, await example.run(over: transport, at: server, with: credentials)) }
        return report
    }
}
