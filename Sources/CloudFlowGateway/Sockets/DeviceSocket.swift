import CloudFlowDeviceAPI
import CloudFlowRuntime

/// Hands the hub what a device says over its websocket.
final class DeviceSocket: SocketHandler {
    private let channel: any SocketChannel
    private let gate: SocketGate
    private let device: Device
    private let connection: ConnectionID

    init(_ channel: any SocketChannel, of device: Device, as connection: ConnectionID, through gate: SocketGate) {
        self.channel = channel
        self.device = device
        self.connection = connection
        self.gate = gate
    }

    func received(_ message: SocketMessage) {
        let (hub, device, account) = (gate.hub, device.referenceId, device.accountId)
        switch channel.read(message, as: DeviceV1_1.DeviceMessage.self) {
        case .requestAccepted(let message):
            hub.accepted(message.id, by: device, connection, account: account)
        case .deviceEvent(let event):
            if event.payload.isTooLong { return channel.close(.tooBig, reason: JSONValue.tooLong) }
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
            // What is sent on has more around it than what came, and must not be too long for that.
            let (code, message) = (error.errorCode.prefix(upToUTF8: 64), error.errorMessage.prefix(upToUTF8: 1 << 10))
            hub.failed(error.id, APIError(ErrorCode(rawValue: code), message), by: device, connection, account: account)
        case .other:
            channel.refuseType()
        case nil:
            break
        }
    }

    func drained() {}

    func closed(_ closure: SocketClosure) {
        gate.live.remove(connection)
        gate.hub.deviceDisconnected(connection, referenceId: device.referenceId, account: device.accountId)
    }
}
