import HTTPTypes
import Testing

@testable import CloudFlowRuntime

/// No value prints what it keeps for others: neither as text nor in a debugger's dump.
struct SecretTests {
    private static let request: APIRequest = {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/devices?key=s3cret")
        head.headerFields[.authorization] = "Bearer s3cret"
        return APIRequest(head, body: Body(Array("s3cret".utf8)))
    }()
    private static let response = APIResponse(
        HTTPResponse(status: .ok, headerFields: [.setCookie: "s3cret"]),
        body: Body(Array("s3cret".utf8))
    )
    private static let failure = CallFailure(.timedOut(.seconds(1)), delivery: .unknown, operationID: "getDevice", response: response)

    private static let values: [any Sendable] = [
        BearerToken("s3cret"),
        ClientCredentials(accountId: "s3cret", apiToken: "s3cret"),
        DeviceCredentials(model: "s3cret", serialNumber: "s3cret", apiToken: "s3cret"),
        request,
        response,
        request.body,
        failure,
        MeasureFailure.failed(failure),
        MeasureFailure.undocumented(response),
        BearerToken.client(accountId: "s3cret", apiToken: "s3cret"),
        APIClient(url: "http://a", token: BearerToken("s3cret"), transport: InMemoryTransport([])),
    ]

    @Test(arguments: values.indices)
    func nothingSecretIsPrinted(_ index: Int) {
        let value = Self.values[index]
        var dumped = ""
        dump(value, to: &dumped)
        for text in ["\(value)", String(reflecting: value), dumped, "\([value])", "\(Optional(value) as Any)"] {
            #expect(!text.contains("s3cret"))
            #expect(!text.contains(String(reflecting: Array("s3cret".utf8))))
        }
    }

    @Test
    func whatIsPrintedTellsEnough() {
        #expect("\(Self.request)" == "GET /devices")
        #expect("\(Self.response)" == "status 200, body of 6 bytes")
        #expect("\(Self.failure)" == "getDevice failed: no answer within 1.0 seconds; the request may have been sent")
        #expect("\(BearerToken("s3cret"))" == "BearerToken")
    }
}
