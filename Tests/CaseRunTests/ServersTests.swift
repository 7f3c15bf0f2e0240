import CloudFlowRuntime
import HTTPTypes
import Testing

private struct Quiet: ServersOperationsAPI.Service {
    func listThings(_ input: ServersOperationsAPI.ListThings) async throws(ServersOperationsAPI.ListThingsFailure) {}
    func upload(_ input: ServersOperationsAPI.Upload) async throws(ServersOperationsAPI.UploadFailure) {}
    func listUploads(_ input: ServersOperationsAPI.ListUploads) async throws(ServersOperationsAPI.ListUploadsFailure) {}
}

@Suite struct ServersTests {
    private let wire = RecordingTransport(InMemoryTransport(Quiet().routes()))

    private func url() async -> String? {
        await wire.request.map { "\($0.head.scheme ?? "")://\($0.head.authority ?? "")\($0.head.path ?? "")" }
    }

    @Test func variablesPlaceTheServer() {
        #expect(ServersOperationsAPI.Server.default.url == "https://eu.api.example/v1")
        #expect(ServersOperationsAPI.Server.at(region: .usEast, version: "v2").url == "https://us-east.api.example/v2")
    }

    @Test func operationsAreCalledWhereTheyAreServed() async throws {
        let client = ServersOperationsAPI.Client(transport: wire)
        try await client.listThings()
        #expect(await url() == "https://eu.api.example/v1/things")
        try await client.upload()
        #expect(await url() == "https://uploads.example/files/uploads")
        try await client.listUploads()
        #expect(await url() == "https://eu.api.example/internal/uploads")
    }

    @Test func anotherHostServesThemAll() async throws {
        let client = ServersOperationsAPI.Client(server: .init(url: "http://localhost:8080/v1"), transport: wire)
        try await client.upload()
        #expect(await url() == "http://localhost:8080/files/uploads")
    }
}
