import HTTPTypes
import Testing

@testable import CloudFlowRuntime

/// The way of an answer into HTTP, and out of it.
struct ResponseTests {
    @Test
    func answerWithoutFormInJSONIsAnError() throws {
        var writer = ResponseWriter()
        writer.json(200, Double.infinity)
        #expect(writer.response.status == 500)
        #expect(try writer.response.apiError() == APIError(.failed, "unexpected failure"))
    }

    @Test
    func refusalCarriesTheEnvelopeAndItsFields() throws {
        let response = Refusal(405, "no", fields: [.allow: "GET"]).response
        #expect(response.status == 405)
        #expect(response.head.headerFields == [.allow: "GET", .contentType: "application/json"])
        #expect(response.body.bytes == Array(#"{"errorMessage":"no","errorCode":"failed"}"#.utf8))
    }

    @Test(arguments: [nil, "application/json", "application/vnd.note+json"])
    func answerIsReadAsJSON(_ type: String?) throws {
        #expect(try reader(type, "[1]").json() == [1])
    }

    @Test
    func answerOfAnotherTypeIsNotRead() {
        let failure = #expect(throws: CallFailure.self) { let _: Int = try reader("text/html", "1").json() }
        guard case .unexpectedMediaType("text/html") = failure?.reason else { return #expect(Bool(false), "\(failure as Any)") }
        #expect(failure?.delivery == .delivered)
    }

    /// A client takes what a server of a later version adds.
    @Test
    func unknownMemberIsPassedOver() throws {
        let error: APIError = try reader(nil, #"{"errorMessage":"m","errorCode":"failed","traceId":"7"}"#).json()
        #expect(error == APIError(.failed, "m"))
    }

    @Test
    func descriptionsOfFailuresNameTheCase() {
        #expect("\(MeasureFailure.notFound(APIError(.notFound, "none")))" == "MeasureFailure: status 404, notFound: none")
        #expect("\(MeasureFailure.undocumented(.empty(418)))" == "MeasureFailure: status 418")
        let failure = CallFailure(.connection("no route"), delivery: .never, operationID: "measure", attempts: 3)
        #expect(
            "\(MeasureFailure.failed(failure))"
                == "MeasureFailure: measure failed: connection: no route; the request was never sent (3 attempts)"
        )
    }

    private func reader(_ type: String?, _ body: String) -> ResponseReader {
        var response = HTTPResponse(status: .ok)
        response.headerFields[.contentType] = type
        return ResponseReader(APIResponse(response), body: Array(body.utf8))
    }
}
