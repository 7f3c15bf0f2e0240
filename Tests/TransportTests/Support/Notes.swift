import CloudFlowRuntime

// An API of two operations, in the shape that the generator emits.

struct Note: Sendable, Hashable {
    var id: String
    var text: String
    var language: String?
}

extension Note: JSONReadable, JSONWritable {
    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        id = reader.string("id")
        text = reader.string("text")
        language = reader.optionalString("language")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("id", id)
        writer.string("text", text)
        writer.string("language", language)
        writer.endObject()
    }
}

/// `GET /notes/{id}`
struct GetNote: Operation {
    var id: String
    var language: String?

    static let route = Route("GET", "/notes/{id}", operationID: "getNote")

    func write(to request: inout RequestWriter) {
        request.path("id", id)
        request.query("language", language)
    }

    static func write(_ output: Note, to response: inout ResponseWriter) {
        response.json(200, output)
    }

    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Note, NoteFailure> {
        switch response.status {
        case 200: .success(try response.json())
        default: .failure(NoteFailure(reading: response))
        }
    }
}

extension GetNote {
    init(reading request: inout RequestReader) throws(Refusal) {
        id = try request.path("id")
        language = try request.optionalQuery("language")
    }
}

/// `POST /notes`
struct PostNote: Operation {
    var body: Note

    static let route = Route("POST", "/notes", operationID: "postNote")

    func write(to request: inout RequestWriter) {
        request.json(body)
    }

    static func write(_ output: Void, to response: inout ResponseWriter) {
        response.empty(202)
    }

    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Void, NoteFailure> {
        switch response.status {
        case 202: .success(())
        default: .failure(NoteFailure(reading: response))
        }
    }
}

extension PostNote {
    init(reading request: inout RequestReader) throws(Refusal) {
        body = try request.json()
    }
}

/// How the operations fail: each status of the published table, and the rest.
enum NoteFailure: OperationFailure {
    case failed400(APIError)
    case unauthorized(APIError)
    case forbidden(APIError)
    case notFound(APIError)
    case conflict(APIError)
    case gone(APIError)
    case preconditionFailed(APIError)
    case expectationFailed(APIError)
    case unprocessableContent(APIError)
    case tooManyRequests(APIError)
    case other(status: Int, APIError)
    case undocumented(APIResponse)
    case failed(CallFailure)

    init(reading response: ResponseReader) {
        self =
            switch response.status {
            case 400: response.failure { .failed400($0) }
            case 401: response.failure { .unauthorized($0) }
            case 403: response.failure { .forbidden($0) }
            case 404: response.failure { .notFound($0) }
            case 409: response.failure { .conflict($0) }
            case 410: response.failure { .gone($0) }
            case 412: response.failure { .preconditionFailed($0) }
            case 417: response.failure { .expectationFailed($0) }
            case 422: response.failure { .unprocessableContent($0) }
            case 429: response.failure { .tooManyRequests($0) }
            case 500...599: response.failure { .other(status: response.status, $0) }
            default: response.undocumented()
            }
    }

    func write(to response: inout ResponseWriter) {
        switch self {
        case .failed400(let error): response.json(400, error)
        case .unauthorized(let error): response.json(401, error)
        case .forbidden(let error): response.json(403, error)
        case .notFound(let error): response.json(404, error)
        case .conflict(let error): response.json(409, error)
        case .gone(let error): response.json(410, error)
        case .preconditionFailed(let error): response.json(412, error)
        case .expectationFailed(let error): response.json(417, error)
        case .unprocessableContent(let error): response.json(422, error)
        case .tooManyRequests(let error): response.json(429, error)
        case .other(let status, let error): response.json(status, error)
        case .undocumented(let whole): response.forward(whole)
        case .failed(let failure): response.fail(failure)
        }
    }

    var apiError: APIError? {
        switch self {
        case .failed400(let error), .unauthorized(let error), .forbidden(let error), .notFound(let error), .conflict(let error),
            .gone(let error), .preconditionFailed(let error), .expectationFailed(let error), .unprocessableContent(let error),
            .tooManyRequests(let error), .other(_, let error):
            error
        case .undocumented, .failed: nil
        }
    }
}

extension NoteFailure {
    /// What kept the call from an answer, where there is none.
    var callFailure: CallFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }

    /// The answer that no entry of the spec covers.
    var undocumentedResponse: APIResponse? {
        if case .undocumented(let response) = self { response } else { nil }
    }
}
