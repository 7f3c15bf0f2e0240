import NIOCore

/// An address of a machine on the internet: 4 bytes of IPv4, or 16 of IPv6, in network order.
public struct IPAddress: Sendable, Hashable {
    /// Four of IPv4, sixteen of IPv6, in the order of the network.
    public let bytes: [UInt8]

    /// - Parameter text: `203.0.113.7` or `2001:db8::7`; anything else is nil.
    public init?(_ text: some StringProtocol) {
        guard let address = try? SocketAddress(ipAddress: String(text), port: 0) else { return nil }
        let isIPv6 = address.protocol == .inet6
        self = address.withSockAddr { pointer, _ in IPAddress(in: UnsafeRawPointer(pointer), isIPv6: isIPv6) }
    }

    /// - Parameter socketAddress: a `sockaddr_in` or `sockaddr_in6`.
    init(in socketAddress: UnsafeRawPointer, isIPv6: Bool) {
        // Behind the family and the port, and for IPv6 the flow.
        let place = isIPv6 ? UnsafeRawBufferPointer(start: socketAddress + 8, count: 16) : .init(start: socketAddress + 4, count: 4)
        bytes = Array(place)
    }

    /// The address as it is written.
    var text: String {
        (try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0))?.ipAddress ?? ""
    }
}
