public import CloudFlowRuntime
import Synchronization

/// Where callers reach the gateway. Credentials name it, so that whoever gets them knows where to connect.
public final class PublicAddress: Sendable {
    private let given: ServerAddress?
    private let listening = Mutex<ServerAddress?>(nil)

    /// - Parameter given: the address to name; nil takes the one that the gateway listens on.
    public init(_ given: ServerAddress? = nil) {
        self.given = given
    }

    /// Tells where the gateway listens. Of an address that stands for all interfaces `localhost` is all that can be known.
    public func listens(on host: String, port: Int) {
        let name = host == "0.0.0.0" || host == "::" ? "localhost" : host.contains(":") ? "[\(host)]" : host
        listening.withLock { $0 = ServerAddress("http://\(name):\(port)") }
    }

    /// The URL of a websocket, `wss` where the gateway is reached by `https`; nil before the gateway listens anywhere.
    func socketURL(_ path: String) -> String? {
        guard let address = given ?? listening.withLock({ $0 }) else { return nil }
        return "\(address.scheme == "https" ? "wss" : "ws")://\(address.authority)\(address.path)\(path)"
    }
}
