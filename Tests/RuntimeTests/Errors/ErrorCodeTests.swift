import CloudFlowRuntime
import Testing

/// The published table of errors.
struct ErrorCodeTests {
    private static let table: [(Int, String, ErrorCode)] = [
        (400, "failed", .failed), (401, "unauthorized", .unauthorized), (403, "forbidden", .forbidden), (404, "notFound", .notFound),
        (409, "duplicateItem", .duplicateItem), (410, "connectionLost", .connectionLost),
        (412, "preconditionFailed", .preconditionFailed), (417, "storageFailed", .storageFailed), (422, "invalidData", .invalidData),
        (429, "tooManyConnections", .tooManyConnections),
    ]

    @Test(arguments: table)
    func statusAndCodeArePaired(_ status: Int, text: String, code: ErrorCode) {
        #expect(ErrorCode(status: status) == code)
        #expect(code.status == status)
        #expect(code.rawValue == text)
        #expect(ErrorCode(rawValue: text) == code)
    }

    @Test(arguments: [405, 413, 415, 426, 431, 500, 503])
    func otherStatusesMeanFailure(_ status: Int) {
        #expect(ErrorCode(status: status) == .failed)
    }

    @Test(arguments: ["NotFound", "notfound", "", "outOfPaper"])
    func unknownCodeIsKept(_ text: String) throws {
        let code = ErrorCode(rawValue: text)
        #expect(code == .other(text))
        #expect(code.rawValue == text)
        #expect(code.status == nil)
        let error = APIError(code, "m")
        #expect(try APIError(json: error.json()) == error)
    }

    @Test
    func envelopeIsWrittenAsPublished() throws {
        #expect(
            try APIError(.notFound, "no such device").json() == Array(#"{"errorMessage":"no such device","errorCode":"notFound"}"#.utf8)
        )
    }
}
