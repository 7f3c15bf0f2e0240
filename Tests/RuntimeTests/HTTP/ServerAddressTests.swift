import CloudFlowRuntime
import Testing

struct ServerAddressTests {
    @Test(
        arguments: [
            ("http://localhost", "http", "localhost", ""),
            ("http://localhost/", "http", "localhost", ""),
            ("HTTPS://Cloud.example:8443/client/1.1", "https", "Cloud.example:8443", "/client/1.1"),
            ("https://cloud.example/client/1.1/", "https", "cloud.example", "/client/1.1"),
            ("http://127.0.0.1:0", "http", "127.0.0.1:0", ""),
            ("http://[::1]", "http", "[::1]", ""),
            ("http://[::1]:65535/a%20b", "http", "[::1]:65535", "/a%20b"),
        ]
    )
    func urlIsTakenApart(_ url: String, scheme: String, authority: String, path: String) throws {
        let address = try #require(ServerAddress(url))
        #expect(address.scheme == scheme)
        #expect(address.authority == authority)
        #expect(address.path == path)
    }

    @Test(
        arguments: [
            "", "localhost", "localhost:8080", "//localhost", "/client", "ftp://localhost", "http:/localhost", "http://", "http:///path",
            "http://:80", "http://a:65536", "http://a:99999", "http://a:-1", "http://a:+1", "http://a:", "http://a:b", "http://a:1:2",
            "http://::1", "http://[::1", "http://[]", "http://[::1]80", "http://user@a", "http://user:pass@a", "http://a?q", "http://a/#f",
            "http://a b", "http://ä", "http://a\r\nHost: b", "http://{host}",
        ]
    )
    func whatIsNoBaseURLIsNotTaken(_ url: String) {
        #expect(ServerAddress(url) == nil)
    }
}
