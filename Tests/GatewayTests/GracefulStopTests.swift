import CloudFlowClientTransport
import CloudFlowGateway
import CloudFlowRuntime
import HTTPTypes
import Testing

@Suite struct GracefulStopTests {
    /// Holds a request back until it is told to go on.
    final class Gate: Presence {
        private let arrivals = AsyncStream.makeStream(of: Void.self)
        private let permits = AsyncStream.makeStream(of: Void.self)

        func isConnected(_ referenceId: String, of accountId: String) async -> Bool {
            arrivals.continuation.yield()
            return await permits.stream.first { _ in true } != nil
        }

        func arrival() async { _ = await arrivals.stream.first { _ in true } }
        func open() { permits.continuation.yield() }
    }

    @Test(.timeLimit(.minutes(10))) func aRequestUnderWayIsAnsweredAndNoMoreAreTaken() async throws {
        let gate = Gate()
        try await withGateway(presence: gate) { gateway in
            async let pending = gateway.send(.get, "/client/1.1/devices/Till-7/connected", token: gateway.clientToken)
            await gate.arrival()
            await gateway.stop()
            var isRefused = false
            while !isRefused {
                let transport = AsyncHTTPTransport(connectTimeout: .seconds(5))
                do throws(TransportFailure) {
                    _ = try await transport.send(
                        APIRequest(.init(method: .get, scheme: "http", authority: String(gateway.url.dropFirst(7)), path: "/health"))
                    )
                } catch {
                    isRefused = true
                }
                await transport.shutdown()
            }
            gate.open()
            let answer = try await pending
            #expect(answer.status == 200)
        }
    }
}
