import CloudFlowRuntime

/// Reads lines of `kind TAB type TAB json`, and answers each with what became of the JSON, or with `error: ` and what went wrong.
///
/// An `example` is decoded as a client does and encoded again. A `value` goes from a client through a router to a service that reads it
/// strictly, and back. The file that lists `types` is made by the driver.
@main
struct RoundTrips {
    static func main() async {
        while let line = readLine() {
            let fields = line.split(separator: "\t", maxSplits: 2)
            guard fields.count == 3, let type = types[String(fields[1])] else {
                print("error: there is no such type")
                continue
            }
            print(await outcome(of: Array(fields[2].utf8), as: type, isSent: fields[0] == "value"))
        }
    }

    private static func outcome<Model: JSONModel>(of json: [UInt8], as type: Model.Type, isSent: Bool) async -> String {
        let service = ServerRoute(Echo<Model>.self, below: "") { (call) async throws(EchoFailure) in call.body }
        let client = APIClient(url: "http://localhost", transport: InMemoryTransport([service]))
        do {
            let value = try Model(json: json)
            let result = isSent ? try await client.send(Echo(body: value)) : value
            return String(decoding: try result.json(), as: UTF8.self)
        } catch {
            return "error: \(error)"
        }
    }
}

/// An operation that answers what it is sent.
struct Echo<Model: JSONModel>: Operation {
    var body: Model

    init(body: Model) { self.body = body }

    static var route: Route { Route("POST", "/echo", operationID: "echo") }

    func write(to request: inout RequestWriter) { request.json(body) }

    init(reading request: inout RequestReader) throws(Refusal) { body = try request.json() }

    static func write(_ output: Model, to response: inout ResponseWriter) { response.json(200, output) }

    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Model, EchoFailure> {
        switch response.status {
        case 200: .success(try response.json())
        default: .failure(EchoFailure(reading: response))
        }
    }
}

enum EchoFailure: OperationFailure {
    case refused(status: Int, APIError)
    case undocumented(APIResponse)
    case failed(CallFailure)

    init(reading response: ResponseReader) {
        self = response.failure { (error: APIError) in .refused(status: response.status, error) }
    }

    func write(to response: inout ResponseWriter) {
        switch self {
        case .refused(let status, let error): response.json(status, error)
        case .undocumented(let original): response.forward(original)
        case .failed(let failure): response.fail(failure)
        }
    }
}
