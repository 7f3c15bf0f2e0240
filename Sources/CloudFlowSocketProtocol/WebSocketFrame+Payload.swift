import CloudFlowRuntime
import NIOCore
import NIOWebSocket

extension WebSocketFrame {
    /// The payload, unmasked: the one copy that is made of it.
    var payload: [UInt8] {
        var bytes = Array(buffer: data)
        if let key = maskKey { bytes.unmask(key) }
        return bytes
    }

    /// Whether a control frame is one in due form (RFC 6455, section 5.5).
    var isSoundControl: Bool { fin && length <= 125 }

    /// A Close frame with what may be sent of a closure: nothing where its code may not.
    static func close(_ closure: SocketClosure, maskKey: WebSocketMaskingKey?) -> WebSocketFrame {
        var data = ByteBuffer()
        if closure.code.isSendable {
            data.writeInteger(closure.code.rawValue)
            data.writeString(closure.reason)
        }
        return WebSocketFrame(fin: true, opcode: .connectionClose, maskKey: maskKey, data: data)
    }
}

extension [UInt8] {
    /// Takes a client's mask off (RFC 6455, section 5.3), eight bytes at a time.
    fileprivate mutating func unmask(_ key: WebSocketMaskingKey) {
        let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(key[$1 & 3]) << UInt64($1 * 8) }.littleEndian
        withUnsafeMutableBytes { bytes in
            var index = 0
            while index &+ 8 <= bytes.count {
                let masked = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                bytes.storeBytes(of: masked ^ word, toByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            while index < bytes.count {
                bytes[index] ^= key[index & 3]
                index &+= 1
            }
        }
    }
}
