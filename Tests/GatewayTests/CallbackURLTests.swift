@testable import CloudFlowGateway
import Testing

@Suite struct CallbackURLTests {
    @Test(arguments: [
        "http://localhost", "https://shop.example", "HTTPS://shop.example:8443/events?till=7&x=a%20b", "http://[::1]:8080/",
        "http://127.0.0.1/a",
    ])
    func postableWhereInsecureOnesAreAllowed(url: String) {
        #expect(throws: Never.self) { try CallbackURL(url, allowsInsecure: true) }
    }

    @Test(arguments: [
        "https://shop.example", "HTTPS://Shop.example:8443/events?till=7&x=a%20b", "https://8.8.8.8/", "https://[2a00:1450::1]/",
    ])
    func postable(url: String) {
        #expect(throws: Never.self) { try CallbackURL(url, allowsInsecure: false) }
    }

    @Test(arguments: [
        "http://shop.example", "https://127.0.0.1/", "https://127.1/", "https://0x7f000001/", "https://[::1]/",
        "https://[::ffff:10.0.0.1]/", "https://192.168.1.1:8443/",
        "https://169.254.169.254/latest/meta-data", "https://localhost/", "https://a.LOCALHOST/",
    ])
    func neverPostableWithoutTheFlag(url: String) {
        #expect(throws: CallbackFailure.self) { try CallbackURL(url, allowsInsecure: false) }
        #expect(throws: Never.self) { try CallbackURL(url, allowsInsecure: true) }
    }

    @Test(arguments: [
        "", " ", "shop.example", "//shop.example", "/events", "https:", "https://", "https:///events", "http://:80/", "ftp://shop.example",
        "javascript:alert(1)",
        "https://user@shop.example", "https://user:secret@shop.example", "https://shop.example/#part", "https://shop example",
        "https://shop.example/\n",
        "https://shop.example/ä b", "https://sh%6Fp.example/", "https://schön.example/",
    ])
    func notPostable(url: String) {
        #expect(throws: CallbackFailure.self) { try CallbackURL(url, allowsInsecure: true) }
    }
}
