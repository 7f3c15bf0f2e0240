import CloudFlowRuntime
import SpecDocument

/// Where the service is that a suite is run against.
public struct ContractServer: Sendable, Hashable {
    let scheme: String
    let authority: String
    /// In place of the paths of the description's servers; nil for those.
    let path: String?

    /// A service in the same process, below the paths of the description's servers.
    public static let inMemory = ContractServer(scheme: "http", authority: "localhost", path: nil)

    /// A service at a URL. One without a path stands for the description's own: `http://localhost:8080` for
    /// `http://localhost:8080/client/1.1`.
    ///
    /// Nil where it is no absolute `http` or `https` URL.
    public init?(url: String) {
        guard let address = ServerAddress(url) else { return nil }
        self.init(scheme: address.scheme, authority: address.authority, path: address.path.isEmpty ? nil : address.path)
    }

    private init(scheme: String, authority: String, path: String?) {
        self.scheme = scheme
        self.authority = authority
        self.path = path
    }

    func target(of endpoint: Endpoint) -> String { path ?? endpoint.basePaths.first ?? "" }
}
