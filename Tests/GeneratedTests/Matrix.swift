import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowRuntime

/// One operation of one version: how to serve it by a script, how to call it, and as what its failures arrive.
struct Row: Sendable, CustomStringConvertible {
    /// The spec's file: `client-1.1.yaml`.
    var spec: String
    var operationID: String
    var successStatus = 200
    var routes: @Sendable (Script) -> [ServerRoute]
    /// Calls the operation; nil when it succeeds.
    var call: @Sendable (_ transport: any Transport, _ root: String) async -> Arrival?
    /// The case of each documented status.
    var cases: [Int: String]

    var description: String { "\(spec) \(operationID)" }
}

private func arrival<Failure: OperationFailure, Output>(of call: () async throws(Failure) -> Output) async -> Arrival? {
    do throws(Failure) {
        _ = try await call()
        return nil
    } catch {
        return Arrival(error)
    }
}

private let refusals = [401: "unauthorized", 403: "forbidden"]
private let token = BearerToken.client(accountId: "acme", apiToken: "secret")

private func client1_0(_ root: String, _ transport: any Transport) -> ClientV1_0.Client {
    ClientV1_0.Client(
        server: .init(url: root + "/client/1.0"),
        apiToken: token,
        accessToken: BearerToken("eyJ.eyJ.c2ln"),
        transport: transport,
        options: once
    )
}

private func client1_1(_ root: String, _ transport: any Transport) -> ClientV1_1.Client {
    ClientV1_1.Client(
        server: .init(url: root + "/client/1.1"),
        apiToken: token,
        accessToken: BearerToken("eyJ.eyJ.c2ln"),
        transport: transport,
        options: once
    )
}

private func device1_0(_ root: String, _ transport: any Transport) -> DeviceV1_0.Client {
    DeviceV1_0.Client(
        server: .init(url: root + "/device/1.0"),
        apiToken: .device(model: "A920", serialNumber: "1", apiToken: "secret"),
        accessToken: BearerToken("eyJ.eyJ.c2ln"),
        transport: transport,
        options: once
    )
}

private func device1_1(_ root: String, _ transport: any Transport) -> DeviceV1_1.Client {
    DeviceV1_1.Client(
        server: .init(url: root + "/device/1.1"),
        apiToken: .device(model: "A920", serialNumber: "1", apiToken: "secret"),
        accessToken: BearerToken("eyJ.eyJ.c2ln"),
        transport: transport,
        options: once
    )
}

/// Every operation of every version.
let matrix: [Row] = [
    Row(
        spec: "client-1.0.yaml",
        operationID: "getToken",
        routes: { ScriptedClient1_0(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_0.GetTokenFailure) in try await client1_0(root, transport).getToken() }
        },
        cases: refusals
    ),
    Row(
        spec: "client-1.0.yaml",
        operationID: "listDevices",
        routes: { ScriptedClient1_0(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_0.ListDevicesFailure) in
                try await client1_0(root, transport).listDevices(model: "A 9&2=0", location: "")
            }
        },
        cases: refusals
    ),
    Row(
        spec: "client-1.0.yaml",
        operationID: "getDevice",
        routes: { ScriptedClient1_0(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_0.GetDeviceFailure) in
                try await client1_0(root, transport).getDevice(referenceId: "till 7/ä?")
            }
        },
        cases: refusals.merging([404: "notFound"]) { $1 }
    ),
    Row(
        spec: "client-1.1.yaml",
        operationID: "getToken",
        routes: { ScriptedClient1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_1.GetTokenFailure) in try await client1_1(root, transport).getToken() }
        },
        cases: refusals
    ),
    Row(
        spec: "client-1.1.yaml",
        operationID: "listDevices",
        routes: { ScriptedClient1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_1.ListDevicesFailure) in
                try await client1_1(root, transport).listDevices(serialNumber: "%41+1")
            }
        },
        cases: refusals.merging([404: "notFound"]) { $1 }
    ),
    Row(
        spec: "client-1.1.yaml",
        operationID: "getDevice",
        routes: { ScriptedClient1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_1.GetDeviceFailure) in
                try await client1_1(root, transport).getDevice(referenceId: "a..b;c")
            }
        },
        cases: refusals.merging([404: "notFound"]) { $1 }
    ),
    Row(
        spec: "client-1.1.yaml",
        operationID: "getDeviceConnected",
        routes: { ScriptedClient1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_1.GetDeviceConnectedFailure) in
                try await client1_1(root, transport).getDeviceConnected(referenceId: "till-7")
            }
        },
        cases: [401: "unauthorized", 404: "notFound"]
    ),
    Row(
        spec: "client-1.1.yaml",
        operationID: "sendRequest",
        successStatus: 202,
        routes: { ScriptedClient1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_1.SendRequestFailure) in
                try await client1_1(root, transport).sendRequest(referenceId: "till-7", body: deviceRequest)
            }
        },
        cases: refusals.merging([
            404: "notFound", 409: "duplicateItem", 410: "connectionLost", 412: "preconditionFailed", 417: "storageFailed",
            422: "invalidData",
        ]) { $1 }
    ),
    Row(
        spec: "device-1.0.yaml",
        operationID: "enrolDevice",
        routes: { ScriptedDevice1_0(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(DeviceV1_0.EnrolDeviceFailure) in try await device1_0(root, transport).enrolDevice() }
        },
        cases: refusals
    ),
    Row(
        spec: "device-1.1.yaml",
        operationID: "enrolDevice",
        routes: { ScriptedDevice1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(DeviceV1_1.EnrolDeviceFailure) in try await device1_1(root, transport).enrolDevice() }
        },
        cases: refusals
    ),
    Row(
        spec: "client-1.0.yaml",
        operationID: "openSocket",
        successStatus: 101,
        routes: { ScriptedClient1_0(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_0.OpenSocketFailure) in
                try await client1_0(root, transport).openSocket(over: transport).close()
            }
        },
        cases: refusals.merging([429: "tooManyConnections"]) { $1 }
    ),
    Row(
        spec: "client-1.1.yaml",
        operationID: "openSocket",
        successStatus: 101,
        routes: { ScriptedClient1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(ClientV1_1.OpenSocketFailure) in
                try await client1_1(root, transport).openSocket(over: transport).close()
            }
        },
        cases: refusals.merging([429: "tooManyConnections"]) { $1 }
    ),
    Row(
        spec: "device-1.0.yaml",
        operationID: "openSocket",
        successStatus: 101,
        routes: { ScriptedDevice1_0(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(DeviceV1_0.OpenSocketFailure) in
                try await device1_0(root, transport).openSocket(over: transport).close()
            }
        },
        cases: refusals.merging([429: "tooManyConnections"]) { $1 }
    ),
    Row(
        spec: "device-1.1.yaml",
        operationID: "openSocket",
        successStatus: 101,
        routes: { ScriptedDevice1_1(script: $0).routes() },
        call: { transport, root in
            await arrival { () async throws(DeviceV1_1.OpenSocketFailure) in
                try await device1_1(root, transport).openSocket(over: transport).close()
            }
        },
        cases: refusals.merging([429: "tooManyConnections"]) { $1 }
    ),
]
