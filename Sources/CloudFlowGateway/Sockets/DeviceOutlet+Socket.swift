import CloudFlowDeviceAPI
import CloudFlowRuntime

/// The websocket of a device, as the hub sends to it.
struct DeviceSocketOutlet: DeviceOutlet {
    let channel: any SocketChannel

    func send(_ message: DeviceMessage) { channel.send(DeviceV1_1.PlatformMessage(message)) }
    func close(_ ending: SocketEnding) { channel.close(ending) }
}

extension DeviceV1_1.PlatformMessage {
    init(_ message: DeviceMessage) {
        switch message {
        case .request(let id, let payload, let expiresAt):
            self = .platformRequest(.init(id: id, payload: payload, expiresAt: DateTime(expiresAt)))
        case .acknowledged(let id, let sequence):
            self = .acknowledgement(.init(id: id, sequence: sequence))
        }
    }
}
