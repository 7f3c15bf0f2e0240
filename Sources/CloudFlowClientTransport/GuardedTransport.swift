import AsyncHTTPClient
public import CloudFlowRuntime
import HTTPTypes
import NIOCore
public import NIOSSL

/// Carries requests to URLs that somebody else chose, over HTTP, and to such addresses alone as a rule allows.
///
/// A name is looked up once for each request, and the connection goes to the very address that the rule was asked about: what the name stands
/// for a moment later makes no difference. TLS still checks the certificate against the name. Redirects are not followed.
public struct GuardedTransport: ClientTransport {
    /// Tells the addresses of a host.
    public typealias Lookup = @Sendable (_ host: String) async throws(TransportFailure) -> [IPAddress]

    private let clients: PinnedClients
    private let lookUp: Lookup
    private let allows: @Sendable (IPAddress) -> Bool

    /// How many of a name's addresses are tried.
    private static let attempts = 4

    /// - Parameters:
    ///   - tls: what to trust; the certificates of the system by default.
    ///   - connectTimeout: how long making a connection may take.
    ///   - lookUp: gives a name's addresses.
    ///   - allows: whether a connection to an address may be made.
    public init(
        tls: TLSConfiguration = .makeClientConfiguration(),
        connectTimeout: Duration = .seconds(5),
        lookUp: @escaping Lookup = HostLookup.addresses,
        allows: @escaping @Sendable (IPAddress) -> Bool
    ) {
        clients = PinnedClients(tls: tls, connectTimeout: connectTimeout)
        self.lookUp = lookUp
        self.allows = allows
    }

    public func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        if Task.isCancelled { throw TransportFailure("cancelled", delivery: .never) }
        var request = request
        // The client compares names letter by letter.
        request.head.authority = request.head.authority?.lowercased()
        let server = ServerAddress("\(request.head.scheme ?? "")://\(request.head.authority ?? "")")
        guard let host = server?.plainHost else {
            throw TransportFailure("the request is to no http or https server with a plain host name", delivery: .never)
        }
        let addresses = try await allowedAddresses(of: host)
        var failure = TransportFailure("the host may not be connected to", delivery: .never)
        for address in addresses.prefix(request.body.bytes == nil ? 1 : Self.attempts) {
            do throws(TransportFailure) {
                return try await send(request, to: .init(host: host, address: address))
            } catch {
                if error.delivery != .never || Task.isCancelled { throw error }
                failure = error
            }
        }
        throw failure
    }

    private func allowedAddresses(of host: String) async throws(TransportFailure) -> [IPAddress] {
        let addresses = if let literal = IPAddress(host) { [literal] } else { try await lookUp(host) }
        return addresses.filter(allows)
    }

    private func send(_ request: APIRequest, to destination: PinnedClients.Destination) async throws(TransportFailure) -> APIResponse {
        let client = clients.borrow(for: destination)
        defer { clients.giveBack(destination) }
        do {
            let response = try await client.execute(HTTPClientRequest(request, over: client.eventLoopGroup), deadline: .distantFuture)
            return APIResponse(response, to: request.head.method)
        } catch {
            throw TransportFailure(error)
        }
    }
}

extension ServerAddress {
    /// The host, an IPv6 address without its brackets; nil for one that different readers of URLs might take for different hosts.
    fileprivate var plainHost: String? {
        if authority.hasPrefix("[") {
            let host = authority.dropFirst().prefix { $0 != "]" }
            return IPAddress(host).map { _ in String(host) }
        }
        let host = authority.prefix { $0 != ":" }
        let isPlain = host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isPlain ? String(host) : nil
    }
}
