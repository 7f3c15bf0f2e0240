import ArgumentParser
import CloudFlowClientTransport
import CloudFlowRuntime
import HTTPTypes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

struct TopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Show what a running gateway does: connections, requests, events and callbacks, until it is interrupted."
    )

    @Option(help: "Where the gateway is reached.", transform: address)
    var url = ServerAddress("http://localhost:8080")
    @Option(help: "Seconds between two pictures.")
    var interval = 2.0
    @Flag(help: "Print one picture and end. It has totals, and no rates.")
    var once = false

    func validate() throws {
        guard interval >= 0.1, interval <= 3600 else { throw ValidationError("an interval is 0.1 to 3600 seconds long") }
    }

    private static func address(_ url: String) throws -> ServerAddress? {
        guard let address = ServerAddress(url) else { throw ValidationError("'\(url)' is not an absolute http or https URL") }
        return address
    }

    func run() async throws {
        guard let url else { return }
        let name = "\(url.scheme)://\(url.authority)\(url.path)"
        var former: MetricsReading?
        while true {
            let reading = try await reading(of: url, name)
            let clear = former != nil && isatty(STDOUT_FILENO) == 1 ? "\u{1B}[H\u{1B}[2J" : ""
            show(clear + TopPicture(name: name, reading: reading, former: former).text)
            if once { return }
            former = reading
            try await Task.sleep(for: .seconds(interval))
        }
    }

    private func reading(of url: ServerAddress, _ name: String) async throws -> MetricsReading {
        let head = HTTPRequest(method: .get, scheme: url.scheme, authority: url.authority, path: url.path + "/metrics")
        do {
            let response = try await AsyncHTTPTransport().send(APIRequest(head))
            guard response.status == 200 else { throw CommandFailure("\(name) answers \(response.status) for its metrics") }
            let text = String(decoding: try await response.body.collect(upTo: 16 << 20), as: UTF8.self)
            return MetricsReading(text, at: .now)
        } catch let failure as TransportFailure {
            throw CommandFailure("\(name) doesn't answer: \(failure.problem)")
        }
    }
}
