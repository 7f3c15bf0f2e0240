import CloudFlowRuntime
import NIOCore
import NIOWebSocket

/// Puts frames one behind the other (RFC 6455, section 5.2), so that those which go together leave in one piece.
struct FrameWriter {
    private let masks: Bool
    private var bytes = ByteBuffer()

    /// - Parameter peer: whom the frames go to. Those of a client, and only those, are masked.
    init(to peer: Peer) {
        masks = peer == .server
    }

    var isEmpty: Bool { bytes.readableBytes == 0 }

    /// Adds a frame that is a whole message, or a control frame.
    mutating func write(_ opcode: WebSocketOpcode, _ payload: [UInt8]) {
        bytes.reserveCapacity(minimumWritableBytes: payload.count + Self.longestHead)
        bytes.writeInteger(0x80 | UInt8(webSocketOpcode: opcode))
        let mask: UInt8 = masks ? 0x80 : 0
        switch payload.count {
        case ...125:
            bytes.writeInteger(mask | UInt8(payload.count))
        case ...Int(UInt16.max):
            bytes.writeInteger(mask | 126)
            bytes.writeInteger(UInt16(payload.count))
        default:
            bytes.writeInteger(mask | 127)
            bytes.writeInteger(UInt64(payload.count))
        }
        var payload = payload
        if masks {
            let key = WebSocketMaskingKey.random()
            bytes.writeBytes(key)
            payload.mask(with: key)
        }
        bytes.writeBytes(payload)
    }

    /// All that was written since the last time.
    mutating func take() -> ByteBuffer {
        defer { bytes = ByteBuffer() }
        return bytes
    }

    private static let longestHead = 14
}

extension SocketClosure {
    /// The payload of a Close frame: nothing where the code may not be sent.
    var payload: [UInt8] {
        code.isSendable ? [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)] + reason.utf8 : []
    }
}

extension [UInt8] {
    /// Puts a client's mask on, or takes it off (RFC 6455, section 5.3), eight bytes at a time.
    mutating func mask(with key: WebSocketMaskingKey) {
        let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(key[$1 & 3]) << UInt64($1 * 8) }.littleEndian
        withUnsafeMutableBytes { bytes in
            var index = 0
            while index &+ 8 <= bytes.count {
                let masked = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ word
                bytes.storeBytes(of: masked, toByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            while index < bytes.count {
                bytes[index] ^= key[index & 3]
                index &+= 1
            }
        }
    }
}
