import ArgumentParser
import CloudFlow
import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowRuntime
import FoundationEssentials

/// The point of sale of the crash test: payments at several terminals at a time, one after the other at each, with everything that comes
/// written down before it is acknowledged. After a restart it goes on where its log ends.
@main
struct CrashShop: AsyncParsableCommand {
    @Option var url: String
    @Option var account: String
    @Option var apiToken: String
    @Option var log: String
    /// Once this file is there, no further payment is begun.
    @Option var stop: String
    @Option var seed: UInt64
    @Argument var terminals: [String]

    func run() async throws {
        let shop = PointOfSale(
            accountId: account,
            apiToken: apiToken,
            server: .init(url: url + "/client/1.1"),
            transport: AsyncHTTPTransport(),
            sockets: WebSocketTransport(),
            reconnection: RetryPolicy(baseDelay: .milliseconds(20), longestDelay: .milliseconds(300))
        )
        let log = try ShopLog(path: log)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for terminal in terminals {
                group.addTask { try await pay(at: terminal, from: shop, log) }
            }
            try await group.waitForAll()
        }
        await shop.close()
    }

    private func pay(at terminal: String, from shop: PointOfSale, _ log: ShopLog) async throws {
        var number = log.count(at: terminal)
        if number > 0 {
            number -= 1
        }
        while true {
            let id = "\(terminal)-\(number)"
            if !log.isBegun(id) {
                if FileManager.default.fileExists(atPath: stop) { return }
                try log.begin(id, at: terminal)
            }
            try await follow(id, amount: amount(number, terminal), at: terminal, from: shop, log)
            number += 1
        }
    }

    /// Asks until it is known what became of the payment.
    private func follow(_ id: String, amount: Int, at terminal: String, from shop: PointOfSale, _ log: ShopLog) async throws {
        while !log.isDone(id) {
            let payload: JSONValue = ["amount": JSONValue(amount)]
            let events = shop.resume(payload, to: terminal, id: id, timeToLive: .seconds(1), after: log.lastSequence(of: id))
            do throws(RequestFailure) {
                for try await event in events {
                    log.add("event \(id) \(event.sequence) \(event.payload["step"]?.int ?? -1) \(event.final ? 1 : 0)")
                    if event.final { log.finish(id, with: event.payload["status"]?.string ?? "-") }
                }
                // The final event was taken by an earlier run, which did not come to write so down.
                log.finish(id, with: "repeated")
            } catch {
                if error.error.code == .preconditionFailed {
                    // The terminal is busy with a payment that was given up here.
                    log.add("busy \(id)")
                } else if error.delivery == .unknown {
                    log.add("unknown \(id)")
                } else {
                    log.finish(id, with: "\(error.delivery == .never ? "never" : "delivered") \(error.error.code.rawValue)")
                }
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// Mostly approved; some declined, some without a card, and some where the terminal goes out.
    private func amount(_ number: Int, _ terminal: String) -> Int {
        var state = seed
        for byte in "\(terminal) \(number)".utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        state = (state ^ (state >> 31)) &* 0x94d0_49bb_1331_11eb
        let endings = [51, 52, 53]
        let draw = Int((state >> 33) % 40)
        return 1000 + (draw < endings.count ? endings[draw] : 0)
    }
}
