import CloudFlowClientAPI
import CloudFlowClientAPIMocks
import CloudFlowRuntime
import Testing

/// The mocks that are generated of our own services.
@Suite struct GeneratedMockTests {
    private func client(_ mock: ClientV1_1.MockService) -> ClientV1_1.Client {
        ClientV1_1.Client(apiToken: BearerToken("any"), transport: InMemoryTransport(mock.routes()))
    }

    @Test func examplesAreAnswered() async throws {
        let device = try await client(ClientV1_1.MockService()).getDevice(referenceId: "till-7")
        #expect(device.serialNumber == "0820000042")
        #expect(try await client(ClientV1_1.MockService()).listDevices().isEmpty == false)
    }

    @Test func answersAreReplaced() async throws {
        var mock = ClientV1_1.MockService()
        mock.getDevice = { (input) throws(ClientV1_1.GetDeviceFailure) in throw .notFound("no \(input.referenceId)") }
        mock.listDevices = { _ in [] }
        let client = client(mock)
        await #expect(throws: ClientV1_1.GetDeviceFailure.self) { try await client.getDevice(referenceId: "till-7") }
        #expect(try await client.listDevices().isEmpty)
    }

    @Test func callersAreKeptOut() async throws {
        var mock = ClientV1_1.MockService()
        mock.admitsCallers = false
        let client = client(mock)
        await #expect(throws: ClientV1_1.ListDevicesFailure.self) { try await client.listDevices() }
    }
}
