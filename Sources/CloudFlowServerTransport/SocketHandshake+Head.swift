import CloudFlowRuntime
import HTTPTypes
import NIOHTTP1

extension SocketHandshake {
    /// Looks for a handshake in a request's head, and checks it.
    init(_ head: HTTPRequestHead) {
        guard head.method == .GET, head.version == .http1_1, head.asksForAnotherProtocol,
            head.headers[canonicalForm: "upgrade"].contains(where: { $0.lowercased() == "websocket" })
        else {
            self = .absent
            return
        }
        let keys = head.headers["sec-websocket-key"]
        if head.headers["sec-websocket-version"] != ["13"] {
            self = .unsound(Refusal(426, "the server speaks version 13 of the websocket protocol", fields: Self.version13))
        } else if keys.count != 1 || !keys[0].isNonce {
            self = .unsound(Refusal(400, "Sec-WebSocket-Key is not the Base64 of 16 bytes"))
        } else if head.headers.contains(name: "transfer-encoding") || head.headers["content-length"].contains(where: { $0 != "0" }) {
            self = .unsound(Refusal(400, "a request for a websocket has no body"))
        } else {
            self = .sound
        }
    }

    private static let version13: HTTPFields = [.upgrade: "websocket", .secWebSocketVersion: "13"]
}

extension String {
    /// Whether it is the Base64 of 16 bytes.
    fileprivate var isNonce: Bool {
        let digits = utf8.dropLast(2)
        return utf8.count == 24 && hasSuffix("==")
            && digits.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "+"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }
}
