import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import HTTPTypes
import Testing

@Suite struct ObservabilityTests {
    @Test func health() async throws {
        try await withGateway { gateway in
            let well = try await gateway.send(.get, "/health")
            #expect(well.status == 200)
            #expect(well.text == #"{"status":"ok"}"#)
            #expect(well.fields[.contentType] == "application/json")
            try await gateway.database.close()
            let ill = try await gateway.send(.get, "/health")
            #expect(ill.status == 503)
            #expect(ill.error?.code == .storageFailed)
        }
    }

    @Test func metricsNameTheRouteAndNotThePath() async throws {
        try await withGateway { gateway in
            _ = try await gateway.client.getDevice(referenceId: "Till-7")
            _ = try await gateway.send(.get, "/client/1.1/devices/secret", token: gateway.clientToken)
            _ = try await gateway.send(.get, "/nowhere/secret")
            let method = try #require(HTTPRequest.Method("PROPFIND"))
            _ = try await gateway.send(method, "/client/1.1/devices")
            let answer = try await gateway.send(.get, "/metrics")
            #expect(answer.fields[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            for line in [
                "# TYPE http_server_requests_total counter",
                #"http_server_requests_total{method="GET",route="/client/1.1/devices/{referenceId}",status="200"} 1"#,
                #"http_server_requests_total{method="GET",route="/client/1.1/devices/{referenceId}",status="404"} 1"#,
                #"http_server_requests_total{method="GET",route="none",status="404"} 1"#,
                #"http_server_requests_total{method="_OTHER",route="none",status="405"} 1"#,
                "# TYPE http_server_request_duration_seconds histogram",
                #"http_server_request_duration_seconds_count{method="GET",route="/client/1.1/devices/{referenceId}"} 2"#,
                "# TYPE http_server_active_requests gauge",
                "http_server_active_requests 1",
            ] {
                #expect(answer.text.contains(line + "\n"), "\(line)")
            }
            #expect(!answer.text.contains("secret"))
        }
    }

    /// Each line is a comment, or `name{labels} number`, as the text format 0.0.4 has it.
    @Test func metricsParse() async throws {
        try await withGateway { gateway in
            _ = try await gateway.client.listDevices()
            let text = try await gateway.send(.get, "/metrics").text
            #expect(text.hasSuffix("\n"))
            let line = /# TYPE [a-z_]+ (counter|gauge|histogram)|[a-z_]+(\{([a-z_]+="[^"]*",?)+\})? [-+0-9.eInf]+/
            for entry in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
                #expect(entry.wholeMatch(of: line) != nil, "\(entry)")
            }
        }
    }

    @Test func eachRequestIsOneLine() async throws {
        try await withGateway { gateway in
            let answer = try await gateway.send(.get, "/client/1.1/devices?model=A920", token: gateway.clientToken)
            let id = try #require(answer.requestID)
            let lines = gateway.logs.lines.filter { $0.contains("request-id=\(id)") }
            #expect(lines.count == 1)
            #expect(lines.first?.contains("method=GET") == true)
            #expect(lines.first?.contains("route=/client/1.1/devices ") == true)
            #expect(lines.first?.contains("status=200") == true)
            #expect(lines.first?.contains("milliseconds=") == true)
        }
    }

    @Test func aRequestIdIsKeptWhereItIsPlain() async throws {
        try await withGateway { gateway in
            let name = try #require(HTTPField.Name("X-Request-Id"))
            let plain = try await gateway.send(.get, "/health", fields: [name: "till-7_2026.1"])
            #expect(plain.requestID == "till-7_2026.1")
            for odd in ["", "a b", "a;b", gateway.accountToken.text] {
                let answer = try await gateway.send(.get, "/health", fields: [name: odd])
                #expect(answer.requestID?.utf8.count == 36)
            }
            #expect(!gateway.logs.text.contains(gateway.accountToken.text))
        }
    }

    @Test func noSecretIsLogged() async throws {
        try await withGateway { gateway in
            let credentials = try await gateway.client.getToken()
            _ = try await gateway.terminal.enrolDevice()
            _ = try await gateway.send(.get, "/client/1.1/devices?apiToken=\(gateway.accountToken.text)", token: gateway.clientToken)
            _ = try await gateway.send(.get, "/client/1.1/\(gateway.accountToken.text)", token: gateway.clientToken)
            _ = try await gateway.send(.get, "/client/1.1/token", token: BearerToken(gateway.accountToken.text))
            _ = try await gateway.send(
                .post,
                "/client/1.1/devices/Till-7/requests",
                token: gateway.clientToken,
                fields: [.contentType: "application/json"],
                body: #"{"requestId":"payload-secret","payload":"payload-secret","callbackUrl":"https://payload-secret.example"}"#
            )
            try await gateway.database.close()
            _ = try await gateway.send(.get, "/client/1.1/token", token: gateway.clientToken)
            #expect(gateway.logs.lines.count > 6)
            for secret in [
                gateway.accountToken.text, gateway.deviceToken.text, gateway.clientToken.value, gateway.terminalToken.value,
                credentials.accessToken,
                "payload-secret", "SELECT",
            ] {
                #expect(!gateway.logs.text.contains(secret))
            }
        }
    }
}
