import FoundationEssentials
import HTTPTypes
import Testing

@testable import CloudFlowRuntime

struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT, the date of RFC 9110's examples.
    private let now = Date(timeIntervalSince1970: 784_111_777)

    @Test(
        arguments: [
            ("0", .zero), ("120", .seconds(120)), ("4294967295", .seconds(4_294_967_295)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", .seconds(60)), ("Mon, 07 Nov 1994 08:49:37 GMT", .seconds(86_400)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", .zero), ("Sat, 05 Nov 1994 08:49:37 GMT", .zero),
        ] as [(String, Duration)]
    )
    func waitIsRead(_ field: String, wait: Duration) {
        #expect(response(field).retryAfter(now: now) == wait)
    }

    @Test(arguments: ["", "-1", "1.5", "soon", "99999999999", "1994-11-06T08:49:37Z", "Sun, 36 Nov 1994 08:49:37 GMT"])
    func whatIsNoWaitIsPassedOver(_ field: String) {
        #expect(response(field).retryAfter(now: now) == nil)
    }

    @Test
    func answerWithoutTheFieldAsksForNoWait() {
        #expect(APIResponse.empty(503).retryAfter(now: now) == nil)
    }

    private func response(_ field: String) -> APIResponse {
        APIResponse(HTTPResponse(status: .serviceUnavailable, headerFields: [.retryAfter: field]))
    }
}
