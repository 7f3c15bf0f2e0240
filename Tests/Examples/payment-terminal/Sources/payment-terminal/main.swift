import CloudFlow
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowRuntime
import Foundation

let environment = ProcessInfo.processInfo.environment
let terminal = PaymentDevice(
    model: "A920",
    serialNumber: "0820000042",
    apiToken: environment["API_TOKEN"] ?? "",
    journal: try DeviceJournal(path: "terminal.journal"),
    server: .at(port: environment["PORT"] ?? "8080"),
    transport: AsyncHTTPTransport(),
    sockets: WebSocketTransport()
)
try await terminal.serve { request, reply in
    guard let amount = request.payload["amount"]?.int else { throw APIError(.invalidData, "how much?") }
    try await reply.send(["status": "presentCard"])
    return ["status": amount < 100_000 ? "approved" : "declined"]
}
