import AsyncHTTPClient
import CloudFlowRuntime
import NIOCore
import NIOPosix
import NIOSSL

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension TransportFailure {
    /// Tells from an error of the HTTP client whether the request can have been sent, in words that hold nothing of the request.
    init(_ error: any Error) {
        switch error {
        case let error as NIOConnectionError:
            self.init(error.problem, delivery: .never)
        case let error as HTTPClientError:
            self.init(error.shortDescription, delivery: Self.beforeSending.contains(error.shortDescription) ? .never : .unknown)
        case NIOSSLError.handshakeFailed(let cause):
            self.init("the TLS handshake failed: \(cause)", delivery: .never)
        case let error as NIOSSLExtraError:
            self.init("the TLS handshake failed: \(error)", delivery: .never)
        case let error as IOError where error.errnoCode == ECONNREFUSED:
            self.init("connection refused", delivery: .never)
        case let error as IOError:
            self.init("the connection broke: \(error)", delivery: .unknown)
        case ChannelError.connectTimeout:
            self.init("no connection in time", delivery: .never)
        case is CancellationError:
            self.init("cancelled", delivery: .unknown)
        default:
            self.init("the HTTP client failed: \(type(of: error))", delivery: .unknown)
        }
    }

    /// What the client finds out before it sends anything, by `shortDescription`: that leaves out what the errors hold of the request.
    private static let beforeSending: Set<String> = Set(
        [
            .invalidURL, .emptyHost, .emptyScheme, .unsupportedScheme(""), .missingSocketPath, .alreadyShutdown, .connectTimeout,
            .getConnectionFromPoolTimeout, .tlsHandshakeTimeout, .socksHandshakeTimeout, .httpProxyHandshakeTimeout,
            .invalidProxyResponse, .proxyAuthenticationRequired, .serverOfferedUnsupportedApplicationProtocol(""),
            .invalidHeaderFieldNames([]), .invalidHeaderFieldValues([]), .traceRequestWithBody, .invalidLocalAddress,
        ].map { (error: HTTPClientError) in error.shortDescription }
    )
}

extension NIOConnectionError {
    /// Where the connection was to go, and why none was made.
    fileprivate var problem: String {
        guard let failure = connectionErrors.first else { return "the host name \(host) can't be resolved" }
        return "no connection to \(host):\(port): \(failure.error)"
    }
}
