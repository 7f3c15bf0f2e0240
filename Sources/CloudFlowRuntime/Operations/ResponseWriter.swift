public import HTTPTypes

/// Builds the response of an operation.
public struct ResponseWriter {
    public private(set) var status = 500
    public var fields: HTTPFields = [:]
    private var body = Body()
    /// The error envelope, where the answer is one.
    private(set) var apiError: APIError?
    /// Why there is no answer, for logs and descriptions.
    private(set) var cause: String?

    public init() {}

    /// An answer without a body.
    public mutating func empty(_ status: Int) {
        self.status = status
        body = Body()
    }

    /// An answer with a JSON body.
    public mutating func json(_ status: Int, _ value: some JSONWritable) {
        encode(status, value)
    }

    private mutating func encode(_ status: Int, _ value: some JSONWritable) {
        do throws(JSONError) {
            body = Body(try value.json())
            self.status = status
            fields[.contentType] = "application/json"
        } catch {
            fail("the answer has no JSON form: \(error)")
        }
    }

    /// An answer with the shared error envelope.
    public mutating func json(_ status: Int, _ error: APIError) {
        encode(status, error)
        apiError = error
    }

    /// An answer of another service, passed on as it came.
    public mutating func forward(_ response: APIResponse) {
        status = response.status
        body = response.body
        fields = HTTPFields(response.head.headerFields.filter { !Self.hopByHop.contains($0.name) })
    }

    /// The failure of a call that the service made in turn. The caller learns no more than that.
    public mutating func fail(_ failure: CallFailure) {
        fail("\(failure)")
    }

    private mutating func fail(_ cause: String) {
        self.cause = cause
        encode(500, APIError(.failed, "unexpected failure"))
    }

    var response: APIResponse {
        APIResponse(HTTPResponse(status: .init(code: status), headerFields: fields), body: body)
    }

    /// Fields that speak of one connection only (RFC 9110, section 7.6.1), and those that the next hop works out itself.
    private static let hopByHop: Set<HTTPField.Name> = [.connection, .contentLength, .te, .trailer, .transferEncoding, .upgrade]
}
