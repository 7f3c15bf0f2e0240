import CloudFlowClientTransport
import CloudFlowRuntime
import HTTPTypes
import NIOSSL
import Synchronization
import Testing

/// Where requests go whose URL somebody else chose. The names here are in no name server: what reaches the test came by the test's lookup.
@Suite(.timeLimit(.minutes(10)))
struct GuardedTransportTests {
    @Test func theConnectionGoesToTheAddressThatWasCheckedAndNoNameIsLookedUpTwice() async throws {
        let names = Names([["127.0.0.1"], ["127.0.0.2"]])
        let checked = Mutex<[IPAddress]>([])
        let heads = Mutex<[String]>([])
        try await RawServer.run { connection in
            while let head = try await connection.head() {
                heads.withLock { $0.append(head) }
                try await connection.send("HTTP/1.1 204 No Content\r\n\r\n")
            }
        } _: { server in
            let transport = GuardedTransport(lookUp: names.lookUp) { address in
                checked.withLock { $0.append(address) }
                return true
            }
            let status = try await transport.get("http://SHOP.example:\(server.port)/events").status
            #expect(status == 204)
            #expect(heads.withLock { $0 }.first?.lowercased().contains("host: shop.example:\(server.port)") == true)
        }
        #expect(checked.withLock { $0 } == [IPAddress("127.0.0.1")])
        #expect(names.asked == ["shop.example"])
    }

    @Test(arguments: [["10.0.0.1"], ["::1", "169.254.169.254"], []])
    func whatTheRuleForbidsIsNotConnectedTo(addresses: [String]) async throws {
        try await RawServer.run { connection in
            Issue.record("a connection was made")
            _ = try await connection.head()
        } _: { server in
            let transport = GuardedTransport(lookUp: Names([addresses]).lookUp) { _ in false }
            let failure = await #expect(throws: TransportFailure.self) { try await transport.get("http://shop.example:\(server.port)/") }
            #expect(failure?.delivery == .never)
            #expect(failure?.problem == "the host may not be connected to")
        }
    }

    @Test func ofSeveralAddressesOnlyAllowedOnesAreTriedUntilOneAnswers() async throws {
        try await answering { port in
            let names = Names([["10.0.0.1", "127.0.0.9", "127.0.0.1"]])
            let transport = GuardedTransport(lookUp: names.lookUp) { $0.bytes.first == 127 }
            let status = try await transport.get("http://shop.example:\(port)/").status
            #expect(status == 204)
        }
    }

    /// Addresses in a URL are checked as they are. What only the system takes for an address is looked up, and so checked too.
    @Test(arguments: [
        ("127.0.0.1", 0), ("[::1]", 0), ("[::ffff:127.0.0.1]", 0), ("127.1", 1), ("2130706433", 1), ("0x7f.1", 1), ("localhost", 1),
    ])
    func addressesInURLsAreChecked(host: String, lookups: Int) async throws {
        try await answering { port in
            let names = Names([])
            let lookUp: GuardedTransport.Lookup = { (host) async throws(TransportFailure) in
                _ = try await names.lookUp(host)
                return try await HostLookup.addresses(of: host)
            }
            let transport = GuardedTransport(lookUp: lookUp) { _ in false }
            let failure = await #expect(throws: TransportFailure.self) { try await transport.get("http://\(host):\(port)/") }
            #expect(failure?.problem == "the host may not be connected to")
            #expect(names.asked.count == lookups)
        }
    }

    @Test(arguments: ["http://sh%6Fp.example/", "http://[fe80::1%25lo]/", "http://a..%2e/", "ftp://shop.example/", "http://shop!example/"])
    func namesThatReadersMayTakeForOthersAreRefused(url: String) async throws {
        let names = Names([["127.0.0.1"]])
        let transport = GuardedTransport(lookUp: names.lookUp) { _ in true }
        let failure = await #expect(throws: TransportFailure.self) { try await transport.get(url) }
        #expect(failure?.delivery == .never)
        #expect(names.asked.isEmpty)
    }

    @Test func theCertificateIsCheckedAgainstTheName() async throws {
        try await answering(tls: ShopCertificate.serverContext()) { port in
            let names = Names([["127.0.0.1"], ["127.0.0.1"]])
            let transport = GuardedTransport(tls: try ShopCertificate.trustingConfiguration(), lookUp: names.lookUp) { _ in true }
            let status = try await transport.get("https://shop.example:\(port)/").status
            #expect(status == 204)
            let failure = await #expect(throws: TransportFailure.self) { try await transport.get("https://other.example:\(port)/") }
            #expect(failure?.problem.contains("TLS") == true)
            #expect(failure?.delivery == .never)
        }
    }

    @Test func aCertificateThatNobodyTrustsIsRefused() async throws {
        try await answering(tls: ShopCertificate.serverContext()) { port in
            let transport = GuardedTransport(lookUp: Names([["127.0.0.1"]]).lookUp) { _ in true }
            let failure = await #expect(throws: TransportFailure.self) { try await transport.get("https://shop.example:\(port)/") }
            #expect(failure?.problem.contains("TLS") == true)
        }
    }

    @Test func aRedirectComesBackAsItIs() async throws {
        try await answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n") { port in
            let names = Names([["127.0.0.1"]])
            let transport = GuardedTransport(lookUp: names.lookUp) { _ in true }
            let status = try await transport.get("http://shop.example:\(port)/").status
            #expect(status == 302)
            #expect(names.asked == ["shop.example"])
        }
    }

    @Test func clientsOfManyServersAreLetGo() async throws {
        try await answering { port in
            let lookUp: GuardedTransport.Lookup = { _ in IPAddress("127.0.0.1").map { [$0] } ?? [] }
            let transport = GuardedTransport(lookUp: lookUp) { _ in true }
            for number in 0..<100 {
                let status = try await transport.get("http://shop-\(number).example:\(port)/").status
                #expect(status == 204)
            }
        }
    }

    @Test func whatIsAnAddressIsKnown() {
        #expect(HostLookup.literalAddress("127.1") == IPAddress("127.0.0.1"))
        #expect(HostLookup.literalAddress("0x7f000001")?.bytes == [127, 0, 0, 1])
        #expect(HostLookup.literalAddress("::1")?.bytes == [UInt8](repeating: 0, count: 15) + [1])
        #expect(HostLookup.literalAddress("shop.example") == nil)
        #expect(IPAddress("127.1") == nil)
    }

    private func answering(
        _ answer: String = "HTTP/1.1 204 No Content\r\n\r\n",
        tls: NIOSSLContext? = nil,
        _ body: @Sendable (_ port: Int) async throws -> Void
    ) async throws {
        try await RawServer.run(tls: tls) { connection in
            while try await connection.head() != nil { try await connection.send(answer) }
        } _: { server in
            try await body(server.port)
        }
    }
}

/// Gives each lookup its own answer, and notes what was asked.
private final class Names: Sendable {
    private let state: Mutex<(answers: [[String]], asked: [String])>

    init(_ answers: [[String]]) {
        state = Mutex((answers, []))
    }

    var asked: [String] { state.withLock { $0.asked } }

    var lookUp: GuardedTransport.Lookup {
        { (host) async throws(TransportFailure) in
            self.state.withLock { state in
                state.asked.append(host)
                return state.answers.isEmpty ? [] : state.answers.removeFirst().compactMap { IPAddress($0) }
            }
        }
    }
}

extension GuardedTransport {
    fileprivate func get(_ url: String) async throws -> APIResponse {
        let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        let head = HTTPRequest(method: .get, scheme: String(parts[0].dropLast()), authority: String(parts[1]), path: "/")
        let response = try await send(APIRequest(head))
        _ = try await response.body.collect(upTo: 1024)
        return response
    }
}
