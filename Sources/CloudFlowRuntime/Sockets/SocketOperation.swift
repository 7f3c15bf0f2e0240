import HTTPTypes

/// An operation that opens a websocket: a GET whose successful answer is the connection, and whose failures are ordinary responses.
public typealias SocketOperation = SocketContract & ClientOperation & ServiceOperation

/// What both ends know of an operation that opens a websocket.
public protocol SocketContract: OperationContract where Output == SocketUpgrade {
    /// What the client sends.
    associatedtype Sends: JSONModel
    /// What the client receives.
    associatedtype Receives: JSONModel

    /// The subprotocols that the operation speaks, the best one first. None by default.
    static var subprotocols: [String] { get }
}

extension SocketContract {
    public static var subprotocols: [String] { [] }

    /// Answers with the websocket.
    public static func write(_ output: SocketUpgrade, to response: inout ResponseWriter) {
        response.upgrade(output)
    }

    /// Reads the websocket from the answer, or what the operation failed with.
    public static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<SocketUpgrade, Failure> {
        .failure(Failure(reading: response))
    }

    /// Picks the subprotocol to speak with a client. One that offers none, and one that speaks no other, are both taken.
    static func subprotocol(for request: APIRequest) throws(Refusal) -> String? {
        switch request.handshake {
        case .absent: throw Refusal(426, "the path leads to a websocket; ask for one on a new connection", fields: [.upgrade: "websocket"])
        case .unsound(let refusal): throw refusal
        case .sound: break
        }
        let list = request.head.headerFields[.secWebSocketProtocol] ?? ""
        let offered = list.split(separator: ",").map { name in name.filter { $0 != " " && $0 != "\t" } }
        if offered.isEmpty || subprotocols.isEmpty { return nil }
        guard let chosen = subprotocols.first(where: { offered.contains($0) }) else {
            throw Refusal(400, "the websocket speaks \(subprotocols.joined(separator: ", ")), and none of what the client offers")
        }
        return chosen
    }
}
