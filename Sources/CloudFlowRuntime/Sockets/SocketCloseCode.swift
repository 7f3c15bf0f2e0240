/// Why a websocket is closed, as a number (RFC 6455, section 7.4). Codes from 4000 on are the applications' own.
public struct SocketCloseCode: RawRepresentable, Sendable, Hashable {
    public var rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// 1000: both sides are done.
    public static let normal = SocketCloseCode(rawValue: 1000)
    /// 1001: a server stops, or a client goes.
    public static let goingAway = SocketCloseCode(rawValue: 1001)
    /// 1002: the peer broke the rules of the protocol.
    public static let protocolError = SocketCloseCode(rawValue: 1002)
    /// 1003: the message is of a kind that is not taken, such as binary where text is expected.
    public static let unsupportedData = SocketCloseCode(rawValue: 1003)
    /// 1005: the peer closed without a code. It is never sent.
    public static let none = SocketCloseCode(rawValue: 1005)
    /// 1006: the connection was lost; nobody closed it. It is never sent.
    public static let lost = SocketCloseCode(rawValue: 1006)
    /// 1007: a text message is not UTF-8.
    public static let invalidText = SocketCloseCode(rawValue: 1007)
    /// 1008: a message is malformed, or breaks another rule of the application.
    public static let policyViolation = SocketCloseCode(rawValue: 1008)
    /// 1009: a message is too big.
    public static let tooBig = SocketCloseCode(rawValue: 1009)
    /// 1011: something unexpected keeps the server from going on.
    public static let internalError = SocketCloseCode(rawValue: 1011)
    /// 4401, CloudFlow's own: the access that stood behind the connection has ended.
    public static let accessEnded = SocketCloseCode(rawValue: 4401)
    /// 4408, CloudFlow's own: the peer takes in messages too slowly, and too many wait for it.
    public static let slowConsumer = SocketCloseCode(rawValue: 4408)
    /// 4409, CloudFlow's own: the same device has connected again, and its newest connection stays.
    public static let replaced = SocketCloseCode(rawValue: 4409)

    /// Whether the code may stand in a Close frame (RFC 6455, section 7.4.2, and the codes registered since).
    package var isSendable: Bool {
        switch rawValue {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}

extension SocketCloseCode: CustomStringConvertible {
    public var description: String { "\(rawValue)" }
}
