import CloudFlowDeviceAPI
import CloudFlowRuntime

/// Hands the hub what a device says over its websocket.
final class DeviceSocket: SocketHandler {
    private let channel: any SocketChannel
    private let hub: Hub
    private let device: Device
    private let connection: ConnectionID

    private init(_ channel: any SocketChannel, hub: Hub, device: Device, connection: ConnectionID) {
        self.channel = channel
        self.hub = hub
        self.device = device
        self.connection = connection
    }

    /// What becomes of the websocket of a device that has been let in.
    static func upgrade(to hub: Hub, for device: Device, at place: Place) -> SocketUpgrade {
        SocketUpgrade { channel in
            let outlet = DeviceSocketOutlet(channel: channel)
            let connection = hub.deviceConnected(outlet, referenceId: device.referenceId, account: device.accountId, place: place)
            channel.start(DeviceSocket(channel, hub: hub, device: device, connection: connection))
        }
    }

    func received(_ message: SocketMessage) {
        let (device, account) = (device.referenceId, device.accountId)
        switch channel.read(message, as: DeviceV1_1.DeviceMessage.self) {
        case .requestAccepted(let message):
            hub.accepted(message.id, by: device, connection, account: account)
        case .deviceEvent(let event):
            hub.event(
                event.id,
                event.sequence,
                payload: event.payload,
                isFinal: event.final,
                by: device,
                connection,
                account: account
            )
        case .requestError(let error):
            let failure = APIError(ErrorCode(rawValue: error.errorCode), error.errorMessage)
            hub.failed(error.id, failure, by: device, connection, account: account)
        case .other:
            channel.refuseType()
        case nil:
            break
        }
    }

    func drained() {}

    func closed(_ closure: SocketClosure) {
        hub.deviceDisconnected(connection, referenceId: device.referenceId, account: device.accountId)
    }
}
