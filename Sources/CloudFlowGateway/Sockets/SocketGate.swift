import CloudFlowRuntime
import FoundationEssentials

/// Lets clients and devices in: what becomes of their websockets, within their account's limit.
final class SocketGate: Sendable {
    let hub: Hub
    let devices: DeviceStore
    let options: RelayOptions
    let live = LiveSockets()
    private let now: @Sendable () -> Date

    init(hub: Hub, devices: DeviceStore, options: RelayOptions, now: @escaping @Sendable () -> Date) {
        self.hub = hub
        self.devices = devices
        self.options = options
        self.now = now
    }

    /// - Returns: Nil where the account has as many connections as it may have.
    func upgrade(for account: Account) throws(StorageFailure) -> SocketUpgrade? {
        guard let place = try hub.place(in: account.id) else { return nil }
        let access = Access(account: account.id, tokenDigest: account.tokenDigest, end: now() + options.session)
        return SocketUpgrade(limits: options.sockets) { [self] channel in
            let connection = hub.clientConnected(ClientSocketOutlet(channel: channel), account: account.id, place: place)
            live.add(connection, access, channel)
            channel.start(ClientSocket(channel, of: account.id, as: connection, through: self))
        }
    }

    /// - Returns: Nil where the account has as many connections as it may have.
    func upgrade(for device: Device) throws(StorageFailure) -> SocketUpgrade? {
        guard let place = try hub.place(in: device.accountId, forDevice: device.referenceId) else { return nil }
        let access = Access(
            account: device.accountId,
            device: device.referenceId,
            tokenDigest: device.tokenDigest,
            end: now() + options.session
        )
        return SocketUpgrade(limits: options.sockets) { [self] channel in
            let outlet = DeviceSocketOutlet(channel: channel)
            let connection = hub.deviceConnected(outlet, referenceId: device.referenceId, account: device.accountId, place: place)
            live.add(connection, access, channel)
            channel.start(DeviceSocket(channel, of: device, as: connection, through: self))
        }
    }

    /// What is said to who finds no place.
    var isFull: String { "the account has \(options.connections) connections, and may not have more" }
}
