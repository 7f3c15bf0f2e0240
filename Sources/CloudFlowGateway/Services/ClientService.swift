import CloudFlowClientAPI
import CloudFlowRuntime

/// The Client API, version 1.1: what a point of sale sees of its account.
struct ClientService: ClientV1_1.Service {
    let accounts: AccountStore
    let devices: DeviceStore
    let accessTokens: AccessTokens
    let address: PublicAddress
    let presence: any Presence
    let gate: SocketGate
    let allowsInsecureCallbacks: Bool

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> Account {
        guard let credentials = apiToken.clientCredentials else {
            throw .unauthorized(#"the bearer token is not the Base64 of {"accountId": "…", "apiToken": "…"}; names are case sensitive"#)
        }
        do throws(StorageFailure) {
            if let account = try await accounts.authenticate(credentials) { return account }
        } catch {
            throw .unavailable(APIError.storageFailed.message)
        }
        throw .unauthorized("unknown account or wrong API token; both are case sensitive")
    }

    /// The token's account, unless it has been removed since.
    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> Account {
        let claims = try await accessTokens.claims(of: accessToken, for: .client)
        do throws(StorageFailure) {
            if let account = try await accounts.account(claims.account), account.createdAt <= claims.iat { return account }
        } catch {
            throw .unavailable(APIError.storageFailed.message)
        }
        throw .unauthorized("the account of the access token has been removed")
    }

    func openSocket(_ input: ClientV1_1.OpenSocket, as account: Account) async throws(ClientV1_1.OpenSocketFailure) -> SocketUpgrade {
        do throws(StorageFailure) {
            if let upgrade = try gate.upgrade(for: account) { return upgrade }
        } catch {
            throw .other(status: 417, .storageFailed)
        }
        throw .tooManyConnections(gate.isFull)
    }

    func getToken(
        _ input: ClientV1_1.GetToken,
        as account: Account
    ) async throws(ClientV1_1.GetTokenFailure) -> ClientV1_1.ConnectionCredentials {
        try await credentials(of: account, at: "/client/1.1/socket")
    }

    /// - Parameter path: where the version of the API that asks has its websocket.
    func credentials(of account: Account, at path: String) async throws(ClientV1_1.GetTokenFailure) -> ClientV1_1.ConnectionCredentials {
        guard let url = address.socketURL(path), let token = try? await accessTokens.token(for: account) else {
            throw .other(status: 400, .failed)
        }
        return .init(connectionType: .websocket, connectionUrl: url, tokenType: .jwt, accessToken: token)
    }

    func listDevices(
        _ input: ClientV1_1.ListDevices,
        as account: Account
    ) async throws(ClientV1_1.ListDevicesFailure) -> [ClientV1_1.Device] {
        let filter = DeviceFilter(model: input.model, serialNumber: input.serialNumber, location: input.location)
        let found: [Device]
        do throws(StorageFailure) {
            found = try await devices.devices(of: account.id, matching: filter)
        } catch {
            throw .other(status: 417, .storageFailed)
        }
        if found.isEmpty, filter != DeviceFilter() { throw .notFound("no device matches the filters; they are case sensitive") }
        return found.map(ClientV1_1.Device.init)
    }

    func getDevice(_ input: ClientV1_1.GetDevice, as account: Account) async throws(ClientV1_1.GetDeviceFailure) -> ClientV1_1.Device {
        ClientV1_1.Device(try await device(input.referenceId, of: account, orThrow: ClientV1_1.GetDeviceFailure.self))
    }

    func getDeviceConnected(
        _ input: ClientV1_1.GetDeviceConnected,
        as account: Account
    ) async throws(ClientV1_1.GetDeviceConnectedFailure) -> ClientV1_1.DeviceConnection {
        let device = try await device(input.referenceId, of: account, orThrow: ClientV1_1.GetDeviceConnectedFailure.self)
        guard await presence.isConnected(device.referenceId, of: account.id) else { throw .notFound("the device is not connected") }
        return .init()
    }

    /// Answers once the request is durable, or refused.
    func sendRequest(
        _ input: ClientV1_1.SendRequest,
        as account: Account
    ) async throws(ClientV1_1.SendRequestFailure) -> ClientV1_1.RequestAccepted {
        _ = try await device(input.referenceId, of: account, orThrow: ClientV1_1.SendRequestFailure.self)
        do throws(CallbackFailure) {
            _ = try CallbackURL(input.body.callbackUrl.text, allowsInsecure: allowsInsecureCallbacks)
        } catch {
            throw .invalidData("/callbackUrl: \(error.reason)")
        }
        let order = RelayOrder(input)
        if let problem = order.problem { throw .invalidData(problem) }
        switch await gate.hub.submit(order, account: account.id) {
        case .accepted(let time): return .init(requestId: input.body.requestId, acceptedAt: DateTime(time))
        case .refused(let failure): throw ClientV1_1.SendRequestFailure(failure)
        }
    }

    /// A device of the account. Somebody else's is as unknown as one that nobody has.
    private func device<Failure: DeviceLookupFailure>(
        _ referenceId: String,
        of account: Account,
        orThrow failure: Failure.Type
    ) async throws(Failure) -> Device {
        let device: Device?
        do throws(StorageFailure) {
            device = try await devices.device(referenceId, of: account.id)
        } catch {
            throw .other(status: 417, .storageFailed)
        }
        guard let device else { throw .notFound(.unknownDevice) }
        return device
    }
}

/// The failure of an operation that names a device.
private protocol DeviceLookupFailure: Error {
    static func notFound(_ error: APIError) -> Self
    static func other(status: Int, _ error: APIError) -> Self
}

extension ClientV1_1.GetDeviceFailure: DeviceLookupFailure {}
extension ClientV1_1.GetDeviceConnectedFailure: DeviceLookupFailure {}
extension ClientV1_1.SendRequestFailure: DeviceLookupFailure {}

extension RelayOrder {
    fileprivate init(_ input: ClientV1_1.SendRequest) {
        self.init(
            id: input.body.requestId,
            referenceId: input.referenceId,
            payload: input.body.payload,
            timeToLive: input.body.timeToLive,
            callbackURL: input.body.callbackUrl.text
        )
    }
}

extension ClientV1_1.SendRequestFailure {
    fileprivate init(_ failure: RelayFailure) {
        let error = APIError(failure.code, failure.message)
        switch failure.code {
        case .duplicateItem: self = .duplicateItem(error)
        case .connectionLost: self = .connectionLost(error)
        case .preconditionFailed: self = .preconditionFailed(error)
        case .storageFailed: self = .storageFailed(error)
        default: self = .other(status: 400, error)
        }
    }
}

extension ClientV1_1.Device {
    init(_ device: Device) {
        self.init(
            clientAccountId: device.accountId,
            referenceId: device.referenceId,
            serialNumber: device.serialNumber,
            model: device.model,
            name: device.name,
            location: device.location
        )
    }
}
