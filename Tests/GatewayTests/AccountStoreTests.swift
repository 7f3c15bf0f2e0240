import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import Testing

@Suite struct AccountStoreTests {
    private let folder: TemporaryFolder
    private let accounts: AccountStore
    private let devices: DeviceStore
    private let time = SetTime()

    init() throws {
        folder = try TemporaryFolder()
        let database = try Database(path: folder.path("a.sqlite"), logger: LogCapture().logger)
        accounts = AccountStore(database, now: time.now)
        devices = DeviceStore(database, now: time.now)
    }

    @Test func anAccountIsListedAsItWasCreated() async throws {
        let account = try await accounts.create(name: "Corner Shop", id: "acme").account
        #expect(account.name == "Corner Shop")
        #expect(account.createdAt == time.now())
        let listed = try await accounts.all()
        #expect(listed.map(\.id) == ["acme"])
        #expect(listed.map(\.createdAt.timeIntervalSince1970) == [1_800_000_000])
    }

    @Test func chosenIdsDiffer() async throws {
        let first = try await accounts.create(name: "Shop").account.id
        let second = try await accounts.create(name: "Shop").account.id
        #expect(first.count == 16)
        #expect(first != second)
    }

    @Test func anIdCanBeTakenOnce() async throws {
        _ = try await accounts.create(name: "Shop", id: "acme")
        await #expect(throws: CreationFailure.duplicate("there is an account 'acme' already")) {
            try await accounts.create(name: "Other", id: "acme")
        }
        _ = try await accounts.create(name: "Case matters", id: "ACME")
        #expect(try await accounts.all().map(\.id) == ["ACME", "acme"])
    }

    @Test(arguments: ["", "-acme", "ac me", "ac/me", "acmé", "acme\u{0}", String(repeating: "a", count: 65)])
    func anIdThatAPathCantHoldPlainlyIsRefused(id: String) async {
        await #expect(throws: CreationFailure.self) { try await accounts.create(name: "Shop", id: id) }
    }

    @Test(arguments: ["", "two\nlines", "nul\u{0}", String(repeating: "a", count: 129)])
    func aNameThatNobodyCouldReadIsRefused(name: String) async {
        await #expect(throws: CreationFailure.self) { try await accounts.create(name: name) }
    }

    @Test func theFileHoldsNoToken() async throws {
        let (account, token) = try await accounts.create(name: "Shop")
        let new = NewDevice(accountId: account.id, model: "A920", serialNumber: "1")
        let deviceToken = try await devices.create(new).token
        let contents = try folder.contents()
        #expect(contents.firstRange(of: Array("A920".utf8)) != nil)
        #expect(contents.firstRange(of: Array(token.text.utf8)) == nil)
        #expect(contents.firstRange(of: Array(deviceToken.text.utf8)) == nil)
    }

    @Test func onlyTheRightPairAuthenticates() async throws {
        let (account, token) = try await accounts.create(name: "Shop", id: "acme")
        let other = try await accounts.create(name: "Other", id: "other")
        #expect(try await accounts.authenticate(.init(accountId: "acme", apiToken: token.text)) == accounts.all().first)
        #expect(account.id == "acme")
        for (id, text) in [
            ("ACME", token.text), ("acme", token.text.uppercased()), ("acme", token.text.lowercased()), ("acme", ""),
            ("acme", other.token.text),
            ("acme", token.text + " "), ("acme", String(token.text.dropLast())), ("nobody", token.text), ("", token.text),
            ("acme\u{0}", token.text),
        ] {
            #expect(try await accounts.authenticate(.init(accountId: id, apiToken: text)) == nil, "\(id)")
        }
    }

    @Test func aRemovedAccountTakesItsDevicesAlong() async throws {
        let (account, token) = try await accounts.create(name: "Shop", id: "acme")
        let (device, deviceToken) = try await devices.create(NewDevice(accountId: account.id, model: "A920", serialNumber: "1"))
        #expect(try await !accounts.remove(id: "ACME"))
        #expect(try await !accounts.remove(id: "acme\u{0}"))
        #expect(try await accounts.remove(id: "acme"))
        #expect(try await !accounts.remove(id: "acme"))
        #expect(try await accounts.authenticate(.init(accountId: "acme", apiToken: token.text)) == nil)
        let credentials = DeviceCredentials(model: device.model, serialNumber: device.serialNumber, apiToken: deviceToken.text)
        #expect(try await devices.authenticate(credentials) == nil)
        #expect(try await devices.all().isEmpty)
    }
}
