import NIOCore
import NIOWebSocket

extension WebSocketFrame {
    /// The payload, unmasked: the one copy that is made of it.
    var payload: [UInt8] {
        var bytes = Array(buffer: data)
        if let key = maskKey { bytes.mask(with: key) }
        return bytes
    }

    /// Whether a control frame is one in due form (RFC 6455, section 5.5).
    var isSoundControl: Bool { fin && length <= 125 }
}
