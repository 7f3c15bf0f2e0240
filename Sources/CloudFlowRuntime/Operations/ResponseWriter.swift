public import HTTPTypes

/// Builds the response of an operation.
public struct ResponseWriter {
    /// The status; 500 until one is set, for what was not written was not answered.
    public private(set) var status = 500
    /// The header fields of the answer.
    public var fields: HTTPFields = [:]
    private var body = Body()
    private var socket: SocketUpgrade?
    /// The error envelope, where the answer is one.
    private(set) var apiError: APIError?
    /// Why there is no answer, for logs and descriptions.
    private(set) var cause: String?

    /// An answer that nothing was written of.
    public init() {}

    /// An answer without a body.
    public mutating func empty(_ status: Int) {
        self.status = status
        body = Body()
    }

    /// The websocket that the request asked for.
    public mutating func upgrade(_ socket: SocketUpgrade) {
        empty(101)
        self.socket = socket
    }

    /// An answer with a JSON body.
    public mutating func json(_ status: Int, _ value: some JSONWritable) {
        encode(status, value)
    }

    private mutating func encode(_ status: Int, _ value: some JSONWritable) {
        body(status) { () throws(JSONError) in try .json(value, "application/json") }
    }

    /// An answer with a body.
    mutating func body(_ status: Int, _ encode: () throws(JSONError) -> EncodedBody) {
        do throws(JSONError) {
            let encoded = try encode()
            body = encoded.body
            self.status = status
            fields[.contentType] = encoded.contentType
        } catch {
            fail("the answer can't be written: \(error)")
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

    mutating func fail(_ cause: String) {
        self.cause = cause
        encode(500, APIError(.failed, "unexpected failure"))
    }

    var response: APIResponse {
        var response = APIResponse(HTTPResponse(status: .init(code: status), headerFields: fields), body: body)
        if status == 101 { response.socket = socket }
        return response
    }

    /// Fields that speak of one connection only (RFC 9110, section 7.6.1), and those that the next hop works out itself.
    private static let hopByHop: Set<HTTPField.Name> = [.connection, .contentLength, .te, .trailer, .transferEncoding, .upgrade]
}
