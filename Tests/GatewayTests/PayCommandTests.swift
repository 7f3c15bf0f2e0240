import CloudFlowRuntime
import Testing

/// A gateway, a terminal and a point of sale, each a process of its own, as in three shells.
@Suite(.timeLimit(.minutes(5))) struct PayCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The command's answer as JSON.
    private func created(_ arguments: String...) async throws -> JSONValue {
        let result = try await Command(arguments + ["--json"], in: folder).result()
        #expect(result.status == 0, "\(result.errors)")
        return try JSONValue(json: Array(result.output.utf8))
    }

    @Test func threeShellsMakePaymentsBothWays() async throws {
        let account = try await created("account", "create", "Shop", "--id", "acme")
        let device = try await created("device", "create", "--account", "acme", "--model", "A920", "--serial-number", "1")
        let serve = try Command(["serve", "--port", "0", "--allow-insecure-callbacks", "--log-level", "error"], in: folder)
        try await serve.prints("\n")
        let url = try #require(try serve.output().split(separator: " ").first { $0.hasPrefix("http://") }?.dropLast())
        let deviceToken = try #require(device["apiToken"]?.string)
        let terminal = try Command(
            ["terminal", "--url", "\(url)", "--api-token", deviceToken, "--model", "A920", "--serial-number", "1", "--pace", "1"],
            in: folder
        )
        try await terminal.prints("serves requests")
        let token = try #require(account["apiToken"]?.string)
        let pay = ["pay", "--url", "\(url)", "--account", "acme", "--api-token", token]
        let secret = ["--async", "--webhook-secret", try #require(account["webhookSecret"]?.string)]

        let approved = try await Command(pay + ["--amount", "12.50", "--id", "sale-1"], in: folder).result()
        #expect(approved.status == 0, "\(approved.errors)")
        #expect(approved.output.contains("2  approved, authorization"))
        let again = try await Command(pay + ["--amount", "12.50", "--id", "sale-1"], in: folder).result()
        #expect(again.status == 0)
        let declined = try await Command(pay + ["--amount", "12.51"], in: folder).result()
        #expect(declined.status == 1)
        #expect(declined.output.contains("2  declined (final)"))

        let posted = try await Command(pay + secret + ["--amount", "9.90"], in: folder).result()
        #expect(posted.status == 0, "\(posted.errors)")
        for line in ["accepted; events go to", "0  presentCard", "1  authorizing", "2  approved, authorization"] {
            #expect(posted.output.contains(line))
        }
        let failed = try await Command(pay + secret + ["--amount", "9.52"], in: folder).result()
        #expect(failed.status == 1)
        #expect(failed.output.contains("no card was presented; the device has the request"))
        let refused = try await Command(pay + secret + ["--amount", "9.90", "--to", "nobody"], in: folder).result()
        #expect(refused.status == 1)
        #expect(refused.output.contains("there is no such device"))

        #expect(try terminal.output().ranges(of: "12.50 EUR  approved").count == 1, "what was asked twice is carried out once")
        terminal.terminate()
        serve.terminate()
        #expect(try await serve.result().status == 0)
    }

    @Test func secretsMayBeginWithAHyphen() async throws {
        let secrets = ["--api-token", "-dG9rZW4", "--webhook-secret", "-c2VjcmV0"]
        let result = try await Command(["pay", "--account", "acme", "--amount", "much"] + secrets, in: folder).result()
        #expect(result.errors.contains("much"), "the amount is all that is wrong")
        #expect(!result.errors.contains("Missing value"))
    }
}
