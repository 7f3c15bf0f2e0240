import ArgumentParser
import CloudFlow
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

struct TerminalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal",
        abstract: "Be a payment terminal: connect to a gateway, and print what the screen would show.",
        discussion: SimulatedTerminal.magic
    )

    @Option(help: "The manufacturer's name of the model.")
    var model: String
    @Option(help: "The manufacturer's serial number.")
    var serialNumber: String
    @Option(help: "The file in which the terminal remembers across restarts what it has carried out.")
    var journal = "terminal.journal"
    @Option(help: "How long each step takes, in milliseconds.")
    var pace = 1000
    @Option(help: "The longest wait before a lost connection is made again, in milliseconds.")
    var longestWait = 5000
    @Option(help: "A file to which the id of each request is added before it is carried out.")
    var executions: String?
    @OptionGroup var gateway: GatewayOptions

    func run() async throws {
        let token = try gateway.token()
        let log = try executions.map { try ExecutionLog(path: $0) }
        let terminal = SimulatedTerminal(pace: .milliseconds(pace), screen: { show("  \($0)") }) {
            show("  the terminal goes out")
            _exit(70)
        }
        do {
            let device = PaymentDevice(
                model: model,
                serialNumber: serialNumber,
                apiToken: token,
                journal: try DeviceJournal(path: journal),
                server: .init(url: gateway.url + "/device/1.1"),
                transport: AsyncHTTPTransport(),
                sockets: WebSocketTransport(),
                reconnection: RetryPolicy(longestDelay: .milliseconds(longestWait))
            )
            show("terminal \(model) \(serialNumber) serves requests of \(gateway.url)")
            try await device.serve { request, reply in
                try log?.add(request.id)
                return try await terminal.carryOut(request, reply)
            }
        } catch let failure as DeviceFailure {
            throw CommandFailure("the terminal stops: \(failure)")
        } catch let failure as JournalFailure {
            throw CommandFailure("'\(journal)': \(failure)")
        }
    }
}
