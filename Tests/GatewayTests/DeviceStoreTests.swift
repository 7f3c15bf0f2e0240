import CloudFlowGateway
import CloudFlowRuntime
import Testing

@Suite struct DeviceStoreTests {
    private let folder: TemporaryFolder
    private let accounts: AccountStore
    private let devices: DeviceStore

    init() async throws {
        folder = try TemporaryFolder()
        let database = try Database(path: folder.path("a.sqlite"), logger: LogCapture().logger)
        accounts = AccountStore(database)
        devices = DeviceStore(database)
        _ = try await accounts.create(name: "Corner Shop", id: "Acme")
        _ = try await accounts.create(name: "Another", id: "other")
    }

    @Test func aDeviceIsFoundAsItWasCreated() async throws {
        _ = try await devices.create(.till7)
        let device = try #require(try await devices.device("Till-7", of: "Acme"))
        #expect(device.model == "A920")
        #expect(device.serialNumber == "SN-42")
        #expect(device.name == "Till 7")
        #expect(device.location == "Zurich")
        #expect(device.accountId == "Acme")
    }

    @Test func whatIsOptionalMayBeLeftOut() async throws {
        let created = try await devices.create(NewDevice(accountId: "Acme", model: "A920", serialNumber: "1")).device
        #expect(created.referenceId.count == 16)
        let found = try await devices.device(created.referenceId, of: "Acme")
        #expect(found?.name == nil)
        #expect(found?.location == nil)
    }

    @Test func eachDeviceIsThereOnce() async throws {
        _ = try await devices.create(.till7)
        var sameReference = NewDevice.till7
        sameReference.serialNumber = "SN-43"
        await #expect(throws: CreationFailure.duplicate("there is a device with the reference id 'Till-7' already")) {
            try await devices.create(sameReference)
        }
        var sameDevice = NewDevice.till7
        sameDevice.referenceId = "Till-8"
        sameDevice.accountId = "other"
        await #expect(throws: CreationFailure.duplicate("there is a device of model 'A920' with serial number 'SN-42' already")) {
            try await devices.create(sameDevice)
        }
        sameDevice.model = "a920"
        _ = try await devices.create(sameDevice)
    }

    @Test(arguments: ["acme", "nobody", "Acme\u{0}"])
    func aDeviceNeedsAnAccount(id: String) async {
        var new = NewDevice.till7
        new.accountId = id
        await #expect(throws: CreationFailure.unknownAccount(id)) { try await devices.create(new) }
    }

    @Test func filtersMatchLetterForLetterAndCombine() async throws {
        _ = try await devices.create(.till7)
        _ = try await devices.create(
            NewDevice(accountId: "Acme", model: "A920", serialNumber: "SN-43", referenceId: "Till-8", location: "Bern")
        )
        _ = try await devices.create(
            NewDevice(accountId: "other", model: "A920", serialNumber: "SN-44", referenceId: "Till-9", location: "Zurich")
        )
        func found(_ filter: DeviceFilter) async throws -> [String] {
            try await devices.devices(of: "Acme", matching: filter).map(\.referenceId)
        }
        #expect(try await found(.init()) == ["Till-7", "Till-8"])
        #expect(try await found(.init(model: "A920")) == ["Till-7", "Till-8"])
        #expect(try await found(.init(location: "Bern")) == ["Till-8"])
        #expect(try await found(.init(model: "A920", serialNumber: "SN-42", location: "Zurich")) == ["Till-7"])
        for none in [
            DeviceFilter(model: "a920"), .init(model: "A92"), .init(model: ""), .init(model: "A920\u{0}"), .init(model: "A%"),
            .init(serialNumber: "sn-42"),
            .init(location: "zurich"), .init(model: "A920", location: "Basel"), .init(model: "' OR 1 = 1 --"),
        ] {
            #expect(try await found(none).isEmpty, "\(none)")
        }
    }

    @Test func nobodySeesWhatAnotherHas() async throws {
        _ = try await devices.create(.till7)
        #expect(try await devices.device("Till-7", of: "other") == nil)
        #expect(try await devices.device("till-7", of: "Acme") == nil)
        #expect(try await devices.device("Till-7\u{0}", of: "Acme") == nil)
        #expect(try await devices.devices(of: "other", matching: .init()).isEmpty)
        #expect(try await devices.all(of: "Acme").count == 1)
        #expect(try await devices.all(of: "acme").isEmpty)
    }

    @Test func onlyTheRightTripleAuthenticates() async throws {
        let token = try await devices.create(.till7).token.text
        #expect(try await devices.authenticate(.init(model: "A920", serialNumber: "SN-42", apiToken: token))?.referenceId == "Till-7")
        for (model, serialNumber, text) in [
            ("a920", "SN-42", token), ("A920", "sn-42", token), ("A920", "SN-42", token.lowercased()), ("A920", "SN-42", ""),
            ("A920", "SN-42\u{0}", token), ("A920\u{0}", "SN-42", token), ("", "", token), ("SN-42", "A920", token),
        ] {
            #expect(try await devices.authenticate(.init(model: model, serialNumber: serialNumber, apiToken: text)) == nil)
        }
    }

    @Test func aRemovedDeviceIsGone() async throws {
        _ = try await devices.create(.till7)
        #expect(try await !devices.remove(referenceId: "till-7"))
        #expect(try await !devices.remove(referenceId: "Till-7\u{0}"))
        #expect(try await devices.remove(referenceId: "Till-7"))
        #expect(try await devices.all().isEmpty)
    }
}
