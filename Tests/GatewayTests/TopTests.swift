import CloudFlowDeviceAPI
import CloudFlowRuntime
import HTTPTypes
import Testing

/// What operators see of a gateway at work.
@Suite(.timeLimit(.minutes(10))) struct TopTests {
    @Test func aPictureShowsWhatIsConnectedInFlightKeptAndRelayed() async throws {
        try await withGateway { gateway in
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            try await till.order("order-1", "a sale")
            #expect(try await terminal.nextRequest().id == "order-1")
            let metrics = try await gateway.send(.get, "/metrics").text
            for line in [
                "cloudflow_connections{role=\"client\"} 1", "cloudflow_connections{role=\"device\"} 1", "cloudflow_requests_in_flight 1",
                "cloudflow_items_kept 0", "cloudflow_callbacks_waiting 0", "cloudflow_messages_relayed_total{to=\"device\"} 1",
            ] {
                #expect(metrics.contains("\n\(line)\n"), "\(line)")
            }
            let picture = try await Command.run("top", "--once", "--url", gateway.url, in: gateway.folder)
            #expect(picture.status == 0, "\(picture.errors)")
            let rows = picture.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            for row in [
                "points of sale connected 1", "devices connected 1", "requests in flight 1", "events kept 0", "messages to devices 1 -",
            ] {
                #expect(rows.contains(row), "\(row)")
            }
        }
    }

    @Test func aGatewayThatDoesNotAnswerIsTold() async throws {
        let folder = try TemporaryFolder()
        let result = try await Command.run("top", "--once", "--url", "http://127.0.0.1:1", in: folder)
        #expect(result.status == 1)
        #expect(result.errors.contains("http://127.0.0.1:1 doesn't answer: "))
    }
}
