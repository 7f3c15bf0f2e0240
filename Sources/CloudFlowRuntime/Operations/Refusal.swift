public import HTTPTypes

/// A request that is turned away before it reaches the service: the status, and the shared error envelope.
public struct Refusal: Error, Sendable {
    /// The status of the answer.
    public var status: Int
    /// The body of the answer.
    public var error: APIError
    /// What the status asks for beside the body: `Allow` with 405, `WWW-Authenticate` with 401.
    public var fields: HTTPFields

    /// A refusal with a status, and words for people.
    public init(_ status: Int, _ message: String, fields: HTTPFields = [:]) {
        self.status = status
        error = APIError(ErrorCode(status: status), message)
        self.fields = fields
    }

    /// 422: something required is missing or malformed.
    public static func invalidData(_ message: String) -> Refusal { Refusal(422, message) }

    /// 415: the body is not JSON by its `Content-Type`.
    public static var unsupportedMediaType: Refusal { unsupportedMediaType(["application/json"]) }

    /// 415: the body is of none of the types that the operation takes, which the answer lists.
    public static func unsupportedMediaType(_ accepted: [MediaType]) -> Refusal {
        let list = accepted.map(\.text).joined(separator: ", ")
        let message = accepted.count == 1 ? "the body's Content-Type is not \(list)" : "the body's Content-Type is none of \(list)"
        return Refusal(415, message, fields: [.accept: list])
    }

    /// 415: the body is compressed, or coded in another way by its `Content-Encoding`.
    public static var unsupportedContentCoding: Refusal {
        Refusal(415, "the body has a Content-Encoding; send it plain", fields: [.acceptEncoding: "identity"])
    }

    /// 413: the body is longer than the server takes.
    public static func tooLarge(limit: Int) -> Refusal { Refusal(413, "the body is longer than \(limit) bytes") }

    /// The refusal as a response.
    public var response: APIResponse { APIResponse(status: status, error: error, fields: fields) }
}
