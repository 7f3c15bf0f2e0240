import CloudFlowRuntime
import HTTPTypes
import Synchronization

/// `GET /sizes/{size}`: answers the number that it is asked for.
struct Measure: Operation {
    var size: Int

    static let route = Route("GET", "/sizes/{size}", operationID: "measure")

    init(size: Int) {
        self.size = size
    }

    init(reading request: inout RequestReader) throws(Refusal) {
        size = try request.path("size")
    }

    func write(to request: inout RequestWriter) {
        request.path("size", size)
    }

    static func write(_ output: Int, to response: inout ResponseWriter) {
        response.json(200, output)
    }

    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Int, MeasureFailure> {
        switch response.status {
        case 200: .success(try response.json())
        default: .failure(MeasureFailure(reading: response))
        }
    }
}

enum MeasureFailure: OperationFailure {
    case notFound(APIError)
    case undocumented(APIResponse)
    case failed(CallFailure)

    init(reading response: ResponseReader) {
        self = response.status == 404 ? response.failure { .notFound($0) } : response.undocumented()
    }

    func write(to response: inout ResponseWriter) {
        switch self {
        case .notFound(let error): response.json(404, error)
        case .undocumented(let whole): response.forward(whole)
        case .failed(let failure): response.fail(failure)
        }
    }

    var apiError: APIError? {
        if case .notFound(let error) = self { error } else { nil }
    }
}

func request(_ method: String, _ target: String, body: String = "") -> APIRequest {
    let head = HTTPRequest(method: HTTPRequest.Method(method) ?? .get, scheme: "http", authority: "service.example", path: target)
    return APIRequest(head, body: Body(Array(body.utf8)))
}

extension APIResponse {
    static func empty(_ status: Int) -> APIResponse { APIResponse(HTTPResponse(status: .init(code: status))) }

    func apiError() throws -> APIError { try APIError(json: body.bytes ?? []) }
}

/// Keeps what it is given, in order.
final class Recorder<Value: Sendable>: Sendable {
    private let kept = Mutex<[Value]>([])

    var values: [Value] { kept.withLock { $0 } }

    func add(_ value: Value) { kept.withLock { $0.append(value) } }
}
