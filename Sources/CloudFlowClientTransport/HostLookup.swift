public import CloudFlowRuntime
import NIOPosix

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Looks up the addresses of host names as the system does: through its hosts file and its name servers.
public enum HostLookup {
    /// The system's call can't be ended before its time, so it has threads of its own.
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 16)
        pool.start()
        return pool
    }()

    /// The addresses of a host, those first that this machine reaches best (RFC 6724).
    public static func addresses(of host: String) async throws(TransportFailure) -> [IPAddress] {
        let (answers, answer) = AsyncStream.makeStream(of: [IPAddress].self)
        threads.submit { _ in
            answer.yield(look(up: host, flags: AI_ADDRCONFIG))
            answer.finish()
        }
        guard let addresses = await answers.first(where: { _ in true }) else { throw TransportFailure("cancelled", delivery: .never) }
        if addresses.isEmpty { throw TransportFailure("the host name \(host) can't be resolved", delivery: .never) }
        return addresses
    }

    /// The address that a host is rather than has: an address in any form that the system takes for one, such as `127.1` or `0x7f000001`.
    public static func literalAddress(_ host: String) -> IPAddress? {
        look(up: host, flags: AI_NUMERICHOST).first
    }

    private static func look(up host: String, flags: Int32) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_flags = flags
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        return sequence(first: first) { $0?.pointee.ai_next }.compactMap { $0?.pointee.address }
    }
}

extension addrinfo {
    fileprivate var address: IPAddress? {
        guard let ai_addr else { return nil }
        switch ai_family {
        case AF_INET: return IPAddress(in: UnsafeRawPointer(ai_addr), isIPv6: false)
        case AF_INET6: return IPAddress(in: UnsafeRawPointer(ai_addr), isIPv6: true)
        default: return nil
        }
    }
}
