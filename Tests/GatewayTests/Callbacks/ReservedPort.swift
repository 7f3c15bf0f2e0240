#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A port of the loopback interface that refuses connections until somebody listens on it, and that nobody gets by chance meanwhile.
final class ReservedPort: Sendable {
    let number: Int
    private let descriptor: Int32

    init() throws {
        #if os(Linux)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, stream, 0)
        self.descriptor = descriptor
        // A server that sets it, too, may listen beside a socket that does not.
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutableBytes(of: &address) { bytes in
            let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            return bind(descriptor, address, size) == 0 && getsockname(descriptor, address, &size) == 0
        }
        number = Int(UInt16(bigEndian: address.sin_port))
        guard isBound else { throw NotBound(error: errno) }
    }

    private struct NotBound: Error {
        let error: Int32
    }

    deinit {
        close(descriptor)
    }
}
