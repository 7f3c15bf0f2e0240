@testable import CloudFlowGateway
import Testing

@Suite struct CallbackURLTests {
    @Test(arguments: [
        "http://localhost", "https://shop.example", "HTTPS://shop.example:8443/events?till=7&x=a%20b", "http://[::1]:8080/",
        "http://127.0.0.1/a",
    ])
    func postable(url: String) {
        #expect(CallbackURL(url) != nil)
    }

    @Test(arguments: [
        "", " ", "shop.example", "//shop.example", "/events", "https:", "https://", "https:///events", "http://:80/", "ftp://shop.example",
        "javascript:alert(1)",
        "https://user@shop.example", "https://user:secret@shop.example", "https://shop.example/#part", "https://shop example",
        "https://shop.example/\n",
        "https://shop.example/ä b",
    ])
    func notPostable(url: String) {
        #expect(CallbackURL(url) == nil)
    }
}
