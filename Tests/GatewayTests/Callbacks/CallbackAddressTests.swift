@testable import CloudFlowGateway
import Testing

@Suite struct CallbackAddressTests {
    @Test(
        arguments: [
            [8, 8, 8, 8], [172, 15, 255, 255], [172, 32, 0, 1], [100, 63, 0, 1], [100, 128, 0, 1], [198, 17, 0, 1], [198, 20, 0, 1],
            [223, 255, 255, 255], [192, 167, 0, 1],
        ] as [[UInt8]]
    )
    func publicIPv4AddressesAreTaken(_ bytes: [UInt8]) {
        #expect(CallbackAddress(bytes: bytes).isPublic)
        #expect(CallbackAddress(bytes: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes).isPublic, "mapped")
    }

    @Test(
        arguments: [
            [0, 0, 0, 0], [10, 1, 2, 3], [100, 64, 0, 1], [100, 127, 255, 255], [127, 0, 0, 1], [127, 255, 255, 255], [169, 254, 169, 254],
            [172, 16, 0, 1], [172, 31, 255, 255], [192, 0, 0, 8], [192, 168, 1, 1], [198, 18, 0, 1], [198, 19, 255, 255], [224, 0, 0, 1],
            [240, 0, 0, 1], [255, 255, 255, 255],
        ] as [[UInt8]]
    )
    func specialIPv4AddressesAreRefusedInWhateverForm(_ bytes: [UInt8]) {
        #expect(!CallbackAddress(bytes: bytes).isPublic)
        #expect(!CallbackAddress(bytes: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes).isPublic, "mapped")
        #expect(!CallbackAddress(bytes: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes).isPublic, "translated")
        #expect(!CallbackAddress(bytes: [0x20, 0x02] + bytes + [UInt8](repeating: 0, count: 10)).isPublic, "6to4")
    }

    @Test func ofIPv6OnlyGlobalUnicastIsTaken() {
        func address(_ start: UInt8...) -> CallbackAddress {
            CallbackAddress(bytes: start + [UInt8](repeating: 0, count: 15 - start.count) + [1])
        }
        #expect(address(0x2A, 0x00, 0x14, 0x50).isPublic)
        #expect(!address().isPublic, "loopback")
        #expect(!address(0xFE, 0x80).isPublic, "link-local")
        #expect(!address(0xFC, 0x00).isPublic, "unique local")
        #expect(!address(0xFD, 0x12).isPublic, "unique local")
        #expect(!address(0xFF, 0x02).isPublic, "multicast")
        #expect(!address(0x20, 0x01, 0x0D, 0xB8).isPublic, "documentation")
        #expect(!address(0x20, 0x01, 0x00, 0x00).isPublic, "Teredo")
    }

    @Test func whatIsNoAddressIsRefused() {
        #expect(!CallbackAddress(bytes: []).isPublic)
        #expect(!CallbackAddress(bytes: [8, 8, 8]).isPublic)
    }
}
