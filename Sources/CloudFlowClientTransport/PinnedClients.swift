import AsyncHTTPClient
import NIOCore
import NIOSSL
import Synchronization

/// HTTP clients each of which connects a host's name to one address, whatever the name stands for.
final class PinnedClients: Sendable {
    struct Destination: Hashable {
        let host: String
        let address: IPAddress
    }

    private struct Entry {
        let client: HTTPClient
        var users = 0
        var lastUse = 0
    }

    private struct State {
        var entries: [Destination: Entry] = [:]
        var uses = 0
    }

    private let state = Mutex(State())
    private let tls: TLSConfiguration
    private let connectTimeout: Duration

    /// How many clients are kept that nobody uses. Their connections end by themselves after a minute.
    private static let idleLimit = 64

    init(tls: TLSConfiguration, connectTimeout: Duration) {
        self.tls = tls
        self.connectTimeout = connectTimeout
    }

    deinit {
        for entry in state.withLock({ $0.entries }).values { entry.client.shutdown { _ in } }
    }

    /// A client that stays usable until it is given back.
    func borrow(for destination: Destination) -> HTTPClient {
        state.withLock { state in
            state.uses += 1
            var entry = state.entries[destination] ?? Entry(client: makeClient(for: destination))
            entry.users += 1
            entry.lastUse = state.uses
            state.entries[destination] = entry
            return entry.client
        }
    }

    func giveBack(_ destination: Destination) {
        let unused: HTTPClient? = state.withLock { state in
            state.entries[destination]?.users -= 1
            let idle = state.entries.filter { $0.value.users == 0 }
            guard idle.count > Self.idleLimit, let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
            state.entries[oldest.key] = nil
            return oldest.value.client
        }
        unused?.shutdown { _ in }
    }

    private func makeClient(for destination: Destination) -> HTTPClient {
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow, decompression: .disabled)
        configuration.dnsOverride = [destination.host: destination.address.text]
        configuration.timeout.connect = TimeAmount(connectTimeout)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }
}
