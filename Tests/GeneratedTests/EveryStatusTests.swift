import CloudFlowRuntime
import HTTPTypes
import SpecDocument
import SpecYAML
import Testing

/// Every operation x every documented status, in every version: client -> HTTP -> service -> HTTP -> client.
@Suite struct EveryStatusTests {
    @Test(arguments: Wire.allCases)
    func everyDocumentedStatusArrivesAsItsCase(_ wire: Wire) async throws {
        for row in matrix {
            try await wire.serving(row.routes(Script())) { transport, root in
                let arrival = await row.call(transport, root)
                #expect(arrival == nil, "\(row) answers")
            }
            for (status, name) in row.cases {
                try await wire.serving(row.routes(Script(status: status))) { transport, root in
                    let arrival = await row.call(transport, root)
                    #expect(arrival == Arrival(name, APIError(status: status, "said by the service")), "\(row) \(status)")
                }
            }
        }
    }

    /// What the spec's `default` stands for: the status and the code as they came.
    @Test(arguments: Wire.allCases)
    func everyOtherStatusArrivesAsOther(_ wire: Wire) async throws {
        for row in matrix {
            for status in [400, 405, 418, 429, 500, 503, 599] where row.cases[status] == nil {
                try await wire.serving(row.routes(Script(status: status))) { transport, root in
                    let arrival = await row.call(transport, root)
                    #expect(arrival == Arrival("other", APIError(status: status, "said by the service")), "\(row) \(status)")
                }
            }
        }
    }

    /// The matrix is the specs': nothing that they document is left untested.
    @Test(arguments: ["client-1.0.yaml", "client-1.1.yaml", "device-1.0.yaml", "device-1.1.yaml"])
    func theMatrixCoversTheSpec(_ spec: String) throws {
        let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/specs/" + spec
        let document = try Document(reading: try YAMLNode(parsing: try SpecFile(reading: path)))
        var documented: Set<String> = []
        for item in document.paths.values.compactMap(\.inline) {
            for operation in item.operations.values {
                for status in operation.responses.byStatus.keys { documented.insert("\(operation.operationId?.text ?? "") \(status)") }
            }
        }
        let tested = matrix.filter { $0.spec == spec }.flatMap { row in
            row.cases.keys.map { "\(row.operationID) \($0)" } + ["\(row.operationID) \(row.successStatus)", "\(row.operationID) default"]
        }
        #expect(Set(tested) == documented)
    }
}
