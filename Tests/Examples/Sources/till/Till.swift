import CloudFlow
import CloudFlowClientTransport
import Foundation

@main
struct Till {
    static func main() async throws {
        let environment = ProcessInfo.processInfo.environment
        let shop = PointOfSale(
            accountId: environment["ACCOUNT_ID"] ?? "",
            apiToken: environment["API_TOKEN"] ?? "",
            transport: AsyncHTTPTransport(),
            sockets: WebSocketTransport()
        )
        do throws(RequestFailure) {
            for try await event in shop.send(["amount": 1250, "currency": "EUR"], to: "till-7", id: "order-1001") {
                print(event.payload["status"]?.string ?? "?")
            }
        } catch {
            switch error.delivery {
            case .never: print("not charged, and safe to try again: \(error.error.message)")
            case .delivered: print("the terminal says: \(error.error.message)")
            case .unknown: print("ask again with the same id, which charges nobody twice: \(error.error.message)")
            }
        }
        await shop.close()
    }
}
