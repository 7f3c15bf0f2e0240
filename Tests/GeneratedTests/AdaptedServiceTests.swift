import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowRuntime
import Testing

/// One implementation of the newer version answers both versions, as each documents it: every operation x every documented status.
@Suite struct AdaptedServiceTests {
    @Test(arguments: Wire.allCases)
    func oneImplementationAnswersBothVersions(_ wire: Wire) async throws {
        for row in matrix {
            for status in [nil] + row.cases.keys.map(Optional.some) {
                try await wire.serving(Self.bothVersions(Script(status: status))) { transport, root in
                    let arrival = await row.call(transport, root)
                    let expected = status.map { Arrival(row.cases[$0] ?? "", APIError(status: $0, "said by the service")) }
                    #expect(arrival == expected, "\(row) \(status.map { "\($0)" } ?? "succeeds")")
                }
            }
        }
    }

    /// The one difference: of filters that match nothing, 1.1 says 404, and 1.0 an empty list.
    @Test(arguments: Wire.allCases)
    func theOlderVersionAnswersByItsOwnContract(_ wire: Wire) async throws {
        try await wire.serving(Self.bothVersions(Script(status: 404))) { transport, root in
            let token = BearerToken.client(accountId: "acme", apiToken: "secret")
            let older = ClientV1_0.Client(server: .init(url: root + "/client/1.0"), apiToken: token, transport: transport, options: once)
            let newer = ClientV1_1.Client(server: .init(url: root + "/client/1.1"), apiToken: token, transport: transport, options: once)
            #expect(try await older.listDevices().isEmpty)
            let failure = try await failure { () async throws(ClientV1_1.ListDevicesFailure) in try await newer.listDevices() }
            #expect(Arrival(failure).name == "notFound")
        }
    }

    private static func bothVersions(_ script: Script) -> [ServerRoute] {
        let client = ScriptedClient1_1(script: script)
        let device = ScriptedDevice1_1(script: script)
        return client.routes() + OlderClient(newer: client).routes() + device.routes() + OlderDevice(newer: device).routes()
    }
}

private struct OlderClient: ClientV1_0.AdaptedService {
    let newer: ScriptedClient1_1

    func listDevices(
        _ input: ClientV1_0.ListDevices,
        as principal: String
    ) async throws(ClientV1_0.ListDevicesFailure) -> [ClientV1_0.Device] {
        do throws(ClientV1_1.ListDevicesFailure) {
            let filters = ClientV1_1.ListDevices(model: input.model, serialNumber: input.serialNumber, location: input.location)
            return try await newer.listDevices(filters, as: principal)
        } catch {
            switch error {
            case .unauthorized(let error): throw .unauthorized(error)
            case .forbidden(let error): throw .forbidden(error)
            case .notFound: return []
            case .other(let status, let error): throw .other(status: status, error)
            case .undocumented(let response): throw .undocumented(response)
            case .failed(let failure): throw .failed(failure)
            }
        }
    }
}

private struct OlderDevice: DeviceV1_0.AdaptedService {
    let newer: ScriptedDevice1_1
}
