import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Echoes messages, for the conformance cases:
///
///     socket-echo serve               listens on a free port, and prints it
///     socket-echo connect PORT COUNT  opens COUNT websockets one after the other, and echoes on each to its end
@main
struct SocketEcho {
    private static let limits = SocketLimits(message: 32 << 20, queue: 64 << 20, pingInterval: nil)

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("serve", 1): try await serve()
        case ("connect", 3): try await connect(to: arguments[1], count: Int(arguments[2]) ?? 0)
        default: print("usage: socket-echo serve | connect PORT COUNT")
        }
    }

    private static func serve() async throws {
        let route = ServerRoute(OpenEcho.self, below: "/") { (_) async throws(EchoFailure) in
            SocketUpgrade(limits: limits) { await echo($0) }
        }
        let server = HummingbirdTransport(port: 0) { address in
            print(address.port)
            fflush(nil)
        }
        try await server.serve(Router([route]))
    }

    private static func connect(to port: String, count: Int) async throws {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/echo")
        for _ in 0..<count {
            guard case .opened(let channel) = try await WebSocketTransport().open(APIRequest(head), limits: limits) else { continue }
            await echo(SocketConnection(channel, limits: limits))
        }
    }

    private static func echo(_ connection: SocketConnection) async {
        do throws(SocketClosure) {
            for try await message in connection { try? await connection.send(message) }
        } catch {}
        await connection.close()
    }
}

/// `GET /echo`
private struct OpenEcho: SocketOperation {
    typealias Sends = JSONValue
    typealias Receives = JSONValue
    typealias Failure = EchoFailure

    static let route = Route("GET", "/echo", operationID: "openEcho")

    init(reading request: inout RequestReader) throws(Refusal) {}
    func write(to request: inout RequestWriter) {}
}

private enum EchoFailure: OperationFailure {
    case undocumented(APIResponse)
    case failed(CallFailure)

    init(reading response: ResponseReader) { self = response.undocumented() }

    func write(to response: inout ResponseWriter) {
        switch self {
        case .undocumented(let whole): response.forward(whole)
        case .failed(let failure): response.fail(failure)
        }
    }
}
