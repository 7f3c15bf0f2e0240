import CloudFlowClientAPI
import CloudFlowRuntime
import HTTPTypes
import Testing

@Suite struct SendRequestTests {
    private func request(callbackUrl: String = "https://shop.example/events") -> ClientV1_1.DeviceRequest {
        .init(requestId: "order-1", payload: .null, callbackUrl: URIText(verbatim: callbackUrl))
    }

    @Test func aDeviceThatIsNotConnectedIs410() async throws {
        try await withGateway { gateway in
            let failure = await #expect(throws: ClientV1_1.SendRequestFailure.self) {
                try await gateway.client.sendRequest(referenceId: "Till-7", body: request())
            }
            guard case .connectionLost(let error)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error == APIError(.connectionLost, "the device is not connected"))
        }
    }

    @Test func anUnknownDeviceIs404() async throws {
        try await withGateway { gateway in
            let failure = await #expect(throws: ClientV1_1.SendRequestFailure.self) {
                try await gateway.client.sendRequest(referenceId: "Till-8", body: request())
            }
            #expect(failure?.apiError?.code == .notFound)
        }
    }

    @Test(arguments: [
        "", "shop.example", "/events", "ftp://shop.example/", "mailto:pos@shop.example", "https://", "https:///events", "https://a b/",
        "http://shop.example/", "https://127.0.0.1/", "https://[::1]/", "https://10.1.2.3:8443/", "https://169.254.169.254/latest",
        "https://localhost/", "https://2130706433/",
    ])
    func aCallbackThatCantBePostedToIs422(url: String) async throws {
        try await withGateway { gateway in
            let failure = await #expect(throws: ClientV1_1.SendRequestFailure.self) {
                try await gateway.client.sendRequest(referenceId: "Till-7", body: request(callbackUrl: url))
            }
            guard case .invalidData(let error)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error.code == .invalidData)
            #expect(error.message.contains("/callbackUrl"))
        }
    }

    /// Each body, and what its refusal must say.
    @Test(arguments: [
        (#"{"requestid":"1","payload":1,"callbackUrl":"https://a.example"}"#, "requestId"),
        (#"{"requestId":"1","payload":1,"callbackURL":"https://a.example"}"#, "callbackUrl"),
        (#"{"requestId":"1","payload":1,"callbackUrl":"https://a.example","timetolive":3}"#, "timeToLive"),
        (#"{"requestId":"1","payload":1,"callbackUrl":"https://a.example","timeToLive":301}"#, "/timeToLive"),
        (#"{"requestId":"","payload":1,"callbackUrl":"https://a.example"}"#, "/requestId"),
        (#"{"requestId":"1","callbackUrl":"https://a.example"}"#, "payload"),
        (#"{"requestId":1,"payload":1,"callbackUrl":"https://a.example"}"#, "/requestId"),
        ("order-1", "byte 0"), ("{", "byte 1"), ("", "missing"),
    ])
    func aBodyThatIsNotOneIs422(body: String, hint: String) async throws {
        try await withGateway { gateway in
            let path = "/client/1.1/devices/Till-7/requests"
            let answer = try await gateway.send(
                .post,
                path,
                token: gateway.clientToken,
                fields: [.contentType: "application/json"],
                body: body
            )
            #expect(answer.status == 422)
            #expect(answer.error?.code == .invalidData)
            #expect(answer.message.contains(hint), "\(answer.message)")
        }
    }

    @Test func anotherMediaTypeIs415AndTooMuch413() async throws {
        try await withGateway { gateway in
            let path = "/client/1.1/devices/Till-7/requests"
            let text = try await gateway.send(.post, path, token: gateway.clientToken, fields: [.contentType: "text/plain"], body: "{}")
            #expect(text.status == 415)
            #expect(text.error?.code == .failed)
            let large = String(repeating: " ", count: 2 << 20)
            let long = try await gateway.send(
                .post,
                path,
                token: gateway.clientToken,
                fields: [.contentType: "application/json"],
                body: large
            )
            #expect(long.status == 413)
            #expect(long.error?.code == .failed)
        }
    }
}
