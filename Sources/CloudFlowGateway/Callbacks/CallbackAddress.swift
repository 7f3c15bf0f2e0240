/// An address that a callback's host resolved to, and whether the gateway may post to it.
///
/// A callback URL comes from outside. Without this rule it would reach what stands behind the gateway's firewall: other machines of its
/// network, and services on its own loopback.
struct CallbackAddress: Sendable, Hashable {
    /// 4 bytes of IPv4, or 16 of IPv6, in network order.
    let bytes: [UInt8]

    /// Whether the address is one of the public internet: none of IANA's special-purpose registries (RFC 6890).
    var isPublic: Bool {
        switch bytes.count {
        case 4: !Self.special4.contains { $0.contains(bytes) }
        case 16:
            embeddedIPv4.map { CallbackAddress(bytes: $0).isPublic } ?? (isGlobalUnicast && !Self.special6.contains { $0.contains(bytes) })
        default: false
        }
    }

    /// The IPv4 address that an IPv6 one stands for: mapped (RFC 4291, section 2.5.5.2), translated (RFC 6052), or tunnelled (RFC 3056).
    private var embeddedIPv4: [UInt8]? {
        if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) { return Array(bytes[12...]) }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return Array(bytes[12...]) }
        if bytes.starts(with: [0x20, 0x02]) { return Array(bytes[2..<6]) }
        return nil
    }

    /// 2000::/3 is all that has been given out (RFC 4291, section 2.4).
    private var isGlobalUnicast: Bool { bytes[0] & 0xE0 == 0x20 }

    private struct Block {
        let bytes: [UInt8]
        let bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> (bit % 8)
                return (bit / 8 < bytes.count ? bytes[bit / 8] : 0) & mask == address[bit / 8] & mask
            }
        }
    }

    private static let special4 = [
        Block(bytes: [0], bits: 8),  // this network
        Block(bytes: [10], bits: 8),  // private
        Block(bytes: [100, 64], bits: 10),  // shared by carriers
        Block(bytes: [127], bits: 8),  // loopback
        Block(bytes: [169, 254], bits: 16),  // link-local, and the clouds' metadata services
        Block(bytes: [172, 16], bits: 12),  // private
        Block(bytes: [192, 0, 0], bits: 24),  // protocol assignments
        Block(bytes: [192, 0, 2], bits: 24),  // documentation
        Block(bytes: [192, 88, 99], bits: 24),  // 6to4 relays
        Block(bytes: [192, 168], bits: 16),  // private
        Block(bytes: [198, 18], bits: 15),  // benchmarks
        Block(bytes: [198, 51, 100], bits: 24),  // documentation
        Block(bytes: [203, 0, 113], bits: 24),  // documentation
        Block(bytes: [224], bits: 3),  // multicast, reserved, broadcast
    ]

    private static let special6 = [
        Block(bytes: [0x20, 0x01, 0x00], bits: 23),  // protocol assignments, Teredo among them
        Block(bytes: [0x20, 0x01, 0x0D, 0xB8], bits: 32),  // documentation
        Block(bytes: [0x3F, 0xFF], bits: 20),  // documentation
    ]
}
