import HTTPTypes
import Testing

@testable import CloudFlowRuntime

struct RequestWriterTests {
    private let server = ServerAddress("https://cloud.example/client/1.1")

    @Test
    func requestIsPutTogether() throws {
        var writer = RequestWriter(Route("POST", "/devices/{id}/requests", operationID: "sendRequest"))
        writer.path("id", "a/b ü")
        writer.query("model", "x&y")
        writer.query("limit", 3)
        writer.query("none", String?.none)
        writer.header("User-Agent", "abc")
        writer.header("X-None", Int?.none)
        writer.json(APIError(.failed, "m"))
        let request = writer.request(to: try #require(server))
        #expect(request.head.path == "/client/1.1/devices/a%2Fb%20%C3%BC/requests?model=x%26y&limit=3")
        #expect(request.head.authority == "cloud.example")
        #expect(request.head.scheme == "https")
        #expect(request.head.method == .post)
        let fields: HTTPFields = [.userAgent: "abc", .contentType: "application/json", .accept: "application/json"]
        #expect(request.head.headerFields == fields)
        #expect(request.body.bytes == Array(#"{"errorMessage":"m","errorCode":"failed"}"#.utf8))
        #expect(writer.problem == nil)
    }

    /// These would change the path: an empty one ends it sooner, and dots climb it.
    @Test(arguments: ["", ".", ".."])
    func textThatAPathCanNotHoldIsAProblem(_ text: String) {
        var writer = RequestWriter(Route("GET", "/devices/{id}", operationID: "getDevice"))
        writer.path("id", text)
        #expect(writer.problem?.contains("'id'") == true)
    }

    @Test(arguments: ["...", ".a", "a.."])
    func dotsInATextAreNoProblem(_ text: String) {
        var writer = RequestWriter(Route("GET", "/devices/{id}", operationID: "getDevice"))
        writer.path("id", text)
        #expect(writer.problem == nil)
    }

    @Test
    func firstProblemIsKept() {
        var writer = RequestWriter(Route("GET", "/", operationID: ""))
        writer.json(Double.nan)
        writer.header("not a name", "x")
        #expect(writer.problem?.contains("NaN") == true)
    }

    /// A value can't end its field and begin another one.
    @Test
    func lineBreakInAFieldIsNotSent() throws {
        var writer = RequestWriter(Route("GET", "/", operationID: ""))
        writer.header("User-Agent", "a\r\nAuthorization: Bearer b")
        let fields = writer.request(to: try #require(server)).head.headerFields
        #expect(fields[.authorization] == nil)
        #expect(fields.allSatisfy { !$0.value.contains("\n") && !$0.value.contains("\r") })
    }
}
