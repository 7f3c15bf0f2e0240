import HTTPTypes
import Testing

@testable import CloudFlowRuntime

struct MessageTests {
    @Test(
        arguments: [
            ("/devices?model=a", "/devices", "model=a"), ("/devices", "/devices", nil), ("/devices?", "/devices", ""),
            ("/a?b?c", "/a", "b?c"), ("?x", "", "x"),
        ] as [(String, String, String?)]
    )
    func targetIsPathAndQuery(_ target: String, path: String, query: String?) {
        let request = request("GET", target)
        #expect(request.path == path)
        #expect(request.query.map(String.init) == query)
    }

    @Test(
        arguments: [
            ("application/json", "application/json", true), ("Application/JSON; charset=utf-8", "application/json", true),
            ("application/problem+json", "application/problem+json", true), ("text/html", "text/html", false),
            ("application/json-seq", "application/json-seq", false), ("", "", false),
        ]
    )
    func mediaTypeIsTheEssence(_ field: String, type: String, isJSONType: Bool) {
        let response = APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: field]))
        #expect(response.mediaType == type)
        #expect(isJSON(type) == isJSONType)
    }

    @Test
    func routeKnowsWhatMayBeRepeated() {
        for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"] { #expect(Route(method, "/", operationID: "").isIdempotent) }
        for method in ["POST", "PATCH", "INVENT"] { #expect(!Route(method, "/", operationID: "").isIdempotent) }
    }
}
