import CloudFlowRuntime

extension RawClient {
    /// A frame of a websocket, as a server sends it.
    struct Frame: Equatable, Sendable {
        var first: UInt8
        var payload: [UInt8]

        /// A Close frame's code.
        var code: SocketCloseCode? {
            first == 0x88 && payload.count >= 2 ? SocketCloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1])) : nil
        }

        static let text: UInt8 = 0x81
        static let close: UInt8 = 0x88
        static let ping: UInt8 = 0x89
        static let pong: UInt8 = 0x8A
    }

    static let handshake = """
        GET /chat HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n\
        Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n
        """

    /// Opens a websocket, and returns the server's answer.
    mutating func open(_ handshake: String = handshake) async throws -> Response? {
        try await send(handshake)
        return try await response()
    }

    /// Sends a frame of a client.
    ///
    /// - Parameter first: the first byte: FIN, the reserved bits and the opcode.
    func send(_ first: UInt8, _ payload: [UInt8] = [], masked: Bool = true) async throws {
        try await send(Self.frame(first, payload, masked: masked))
    }

    static func frame(_ first: UInt8, _ payload: [UInt8], masked: Bool = true) -> [UInt8] {
        let length = payload.count
        let bit: UInt8 = masked ? 0x80 : 0
        var bytes = [first]
        switch length {
        case ..<126: bytes.append(bit | UInt8(length))
        case ..<65_536: bytes += [bit | 126, UInt8(length >> 8), UInt8(length & 0xFF)]
        default: bytes += [bit | 127] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
        }
        let key: [UInt8] = [0x12, 0x34, 0x56, 0x78]
        if masked { bytes += key + payload.enumerated().map { $1 ^ key[$0 & 3] } } else { bytes += payload }
        return bytes
    }

    /// Reads the next frame; nil when the connection ends.
    mutating func frame() async throws -> Frame? {
        guard let head = try await bytes(2) else { return nil }
        var length = Int(head[1])
        if length >= 126 {
            guard let more = try await bytes(length == 126 ? 2 : 8) else { return nil }
            length = more.reduce(0) { $0 << 8 | Int($1) }
        }
        return try await bytes(length).map { Frame(first: head[0], payload: $0) }
    }
}
