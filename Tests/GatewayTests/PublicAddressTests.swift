@testable import CloudFlowGateway
import CloudFlowRuntime
import Testing

@Suite struct PublicAddressTests {
    @Test(arguments: [
        ("127.0.0.1", "ws://127.0.0.1:80/s"), ("0.0.0.0", "ws://localhost:80/s"), ("::", "ws://localhost:80/s"), ("::1", "ws://[::1]:80/s"),
        ("till.example", "ws://till.example:80/s"),
    ])
    func itIsWhereTheGatewayListens(host: String, url: String) {
        let address = PublicAddress()
        #expect(address.socketURL("/s") == nil)
        address.listens(on: host, port: 80)
        #expect(address.socketURL("/s") == url)
    }

    @Test(arguments: [("https://a.example", "wss://a.example/s"), ("http://a.example:8080/relay/", "ws://a.example:8080/relay/s")])
    func aGivenOneGoesBefore(given: String, url: String) {
        let address = PublicAddress(ServerAddress(given))
        address.listens(on: "127.0.0.1", port: 80)
        #expect(address.socketURL("/s") == url)
    }
}
