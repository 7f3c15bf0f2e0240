import CloudFlowClientTransport
import CloudFlowGateway
import CloudFlowRuntime
import HTTPTypes
import Testing

/// The command as a user meets it: its output, its errors and its exit codes.
@Suite(.timeLimit(.minutes(10))) struct CommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func account(_ id: String) async throws -> JSONValue {
        let result = try await Command.run("account", "create", "Shop", "--id", id, "--json", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONValue(json: Array(result.output.utf8))
    }

    @Test func whatScriptsReadOfAnAccountGetsIn() async throws {
        let created = try await account("acme")
        let credentials = ClientCredentials(
            accountId: try #require(created["accountId"]?.string),
            apiToken: try #require(created["apiToken"]?.string)
        )
        let database = try Database(path: folder.path("cloudflow.sqlite"), logger: LogCapture().logger)
        #expect(try await AccountStore(database).authenticate(credentials)?.name == "Shop")
    }

    @Test func whatScriptsReadOfADeviceGetsIn() async throws {
        _ = try await account("acme")
        let result = try await Command.run(
            "device",
            "create",
            "--account",
            "acme",
            "--model",
            "A920",
            "--serial-number",
            "1",
            "--json",
            in: folder
        )
        let created = try JSONValue(json: Array(result.output.utf8))
        let credentials = DeviceCredentials(
            model: try #require(created["model"]?.string),
            serialNumber: try #require(created["serialNumber"]?.string),
            apiToken: try #require(created["apiToken"]?.string)
        )
        let database = try Database(path: folder.path("cloudflow.sqlite"), logger: LogCapture().logger)
        let device = try await DeviceStore(database).authenticate(credentials)
        #expect(device?.referenceId == created["referenceId"]?.string)
        #expect(created["accountId"]?.string == "acme")
    }

    @Test func aTokenIsShownOnce() async throws {
        let result = try await Command.run("account", "create", "Shop", "--id", "acme", in: folder)
        #expect(result.output.contains("The token is shown this once"))
        #expect(result.output.contains("curl -H 'Authorization: Bearer "))
        let lines = result.output.split(separator: "\n")
        let token = try #require(lines.first { $0.contains("API token") }?.split(separator: " ").last.map(String.init))
        #expect(token.utf8.count == 43)
        for arguments in [["account", "list"], ["account", "list", "--json"]] {
            let listed = try await Command(arguments, in: folder).result()
            #expect(listed.output.contains("acme"))
            #expect(!listed.output.contains(token))
        }
    }

    @Test func aWebhookSecretIsShownWhenItIsMadeAndCanBeRenewed() async throws {
        let first = try #require(try await account("acme")["webhookSecret"]?.string)
        let result = try await Command.run("account", "renew-secret", "acme", "--json", in: folder)
        let second = try #require(try JSONValue(json: Array(result.output.utf8))["webhookSecret"]?.string)
        #expect(first.utf8.count == 43 && second.utf8.count == 43 && first != second)
        let database = try Database(path: folder.path("cloudflow.sqlite"), logger: LogCapture().logger)
        #expect(try await AccountStore(database).webhookSecret(of: "acme")?.value == second)
        #expect(try await Command.run("account", "list", "--json", in: folder).output.contains(second) == false)
    }

    @Test func theFolderOfTheDatabaseIsCreated() async throws {
        let result = try await Command.run("account", "list", "--database", "new/folder/a.sqlite", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try folder.names().contains("new"))
    }

    @Test func whatIsRemovedIsListedNoMore() async throws {
        _ = try await account("acme")
        let arguments = ["--account", "acme", "--model", "A920", "--serial-number", "1", "--reference-id", "till-1"]
        _ = try await Command(["device", "create"] + arguments, in: folder).result()
        #expect(try await Command.run("device", "list", "--account", "acme", in: folder).output.contains("till-1"))
        #expect(try await Command.run("device", "remove", "till-1", in: folder).status == 0)
        #expect(try await Command.run("device", "list", "--json", in: folder).output == "[]\n")
        #expect(try await Command.run("account", "remove", "acme", in: folder).status == 0)
        #expect(try await Command.run("account", "list", in: folder).output == "There are no accounts.\n")
    }

    /// Each command line, its exit code, and what it says on standard error.
    @Test(arguments: [
        (["account", "remove", "nobody"], 1, "there is no account 'nobody'; ids are case sensitive"),
        (["account", "renew-secret", "nobody"], 1, "there is no account 'nobody'; ids are case sensitive"),
        (["account", "create", "Shop", "--id", "a b"], 1, "the account's id takes"),
        (["account", "list", "--database", "/dev/null/a.sqlite"], 1, "the database '/dev/null/a.sqlite' can't be opened"),
        (["device", "create", "--account", "nobody", "--model", "A", "--serial-number", "1"], 1, "there is no account 'nobody'"),
        (["device", "remove", "nothing"], 1, "there is no device 'nothing'"),
        (["device", "create"], 64, "--account"),
        (["serve", "--port", "65536"], 64, "a port is a number from 0 to 65535"),
        (["serve", "--public-url", "cloudflow.example"], 64, "is not an absolute http or https URL"),
        (["serve", "--log-level", "loud"], 64, "a log level is one of trace"),
        (["serve", "--host", "256.256.256.256", "--port", "0"], 1, "can't serve on 256.256.256.256"),
    ])
    func mistakes(arguments: [String], status: Int32, message: String) async throws {
        let result = try await Command(arguments, in: folder).result()
        #expect(result.status == status)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [true, false])
    func serveNamesItsPortAndStopsOnASignal(terminates: Bool) async throws {
        let serve = try Command(["serve", "--port", "0", "--log-format", "json"], in: folder)
        try await serve.prints("\n")
        let line = try serve.output()
        let url = try #require(line.split(separator: " ").first { $0.hasPrefix("http://") }?.dropLast())
        let request = HTTPRequest(method: .get, scheme: "http", authority: String(url.dropFirst(7)), path: "/health")
        let response = try await AsyncHTTPTransport().send(APIRequest(request))
        #expect(response.status == 200)
        _ = try await response.body.collect(upTo: 1024)
        if terminates { serve.terminate() } else { serve.interrupt() }
        let result = try await serve.result()
        #expect(result.status == 0)
        #expect(result.output.hasSuffix("cloudflow has stopped\n"))
        let entries = try result.errors.split(separator: "\n").map { try JSONValue(json: Array($0.utf8)) }
        #expect(entries.contains { $0["route"]?.string == "/health" && $0["status"]?.string == "200" })
    }

    @Test func theDemoTellsWhatHappensAndNoSecret() async throws {
        let result = try await Command.run("demo", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        for status in [401, 404, 405, 410, 413, 415, 417, 422, 431] { #expect(result.output.contains(" \(status) ")) }
        // How every token of both APIs, and every JWT, begins: the Base64 of {".
        #expect(!result.output.contains("eyJ"))
        #expect(try folder.names().allSatisfy { !$0.hasSuffix(".sqlite") })
    }
}
