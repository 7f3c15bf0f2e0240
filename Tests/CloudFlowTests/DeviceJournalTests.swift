import CloudFlowRuntime
import FoundationEssentials
import Testing

@testable import CloudFlow

struct DeviceJournalTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("journal")
    }

    @Test
    func whatWasWrittenIsThereAgain() throws {
        try write { journal in
            try journal.accept("a", "{ \"x\":\n1 }".json)
            _ = try journal.say(.event(payload: 0, isFinal: false), of: "a")
            _ = try journal.say(.event(payload: 1, isFinal: false), of: "a")
            try journal.acknowledge("a", through: 0)
            try journal.accept("b", .null)
            _ = try journal.say(.failure(APIError(.failed, "why")), of: "b")
            try journal.acknowledge("b", through: 0)
        }
        for _ in 0..<2 {
            let journal = try DeviceJournal(path: path)
            let entry = try #require(journal["a"])
            #expect(entry.payload == "{ \"x\":\n1 }".json)
            #expect(entry.items.map(\.sequence) == [1])
            #expect(entry.count == 2)
            #expect(!entry.isFinished)
            #expect(journal["b"]?.isSettled == true)
        }
    }

    @Test
    func nothingFollowsTheLastItem() throws {
        let journal = DeviceJournal.inMemory()
        try journal.accept("a", .null)
        #expect(try journal.say(.event(payload: 0, isFinal: true), of: "a")?.sequence == 0)
        #expect(try journal.say(.event(payload: 1, isFinal: false), of: "a") == nil)
    }

    /// Cuts the file after each of its bytes: what was whole is there, and the file can be written on.
    @Test
    func aTornLineIsDropped() throws {
        try write { journal in
            try journal.accept("a", "one")
            _ = try journal.say(.event(payload: "two", isFinal: true), of: "a")
        }
        let whole = try contents()
        for length in 0..<whole.count {
            try Data(whole.prefix(length)).write(to: URL(filePath: path))
            let lines = whole.prefix(length).count { $0 == UInt8(ascii: "\n") }
            try write { journal in
                #expect(journal.entries.count == (lines > 1 ? 1 : 0))
                #expect((journal["a"]?.items.count ?? 0) == (lines > 2 ? 1 : 0))
                try journal.accept("b", .null)
            }
            #expect(try DeviceJournal(path: path)["b"] != nil)
        }
    }

    @Test
    func aDamagedFileIsNotTaken() throws {
        try write { try $0.accept("a", .null) }
        var damaged = try contents()
        damaged[damaged.count / 2] = UInt8(ascii: "\"")
        damaged += Array("{}\n".utf8)
        try Data(damaged).write(to: URL(filePath: path))
        #expect(throws: JournalFailure.self) { _ = try DeviceJournal(path: path) }
        try Data("cloudflow-journal 2\n".utf8).write(to: URL(filePath: path))
        let failure = #expect(throws: JournalFailure.self) { _ = try DeviceJournal(path: path) }
        #expect(failure?.description == "the journal is no journal of this version")
    }

    @Test
    func oneProcessHoldsIt() throws {
        let journal = try DeviceJournal(path: path)
        let failure = #expect(throws: JournalFailure.self) { _ = try DeviceJournal(path: path) }
        #expect(failure?.description == "the journal is in use by another process")
        withExtendedLifetime(journal) {}
    }

    @Test
    func onlyItsOwnerMayReadIt() throws {
        try write { try $0.accept("a", .null) }
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(permissions.map { "\($0)" } == "\(0o600)")
    }

    @Test
    func itStaysSmall() throws {
        let payload = JSONValue(String(repeating: "x", count: 10_000))
        try write { journal in
            for number in 0..<500 {
                try journal.accept("\(number)", payload)
                _ = try journal.say(.event(payload: payload, isFinal: true), of: "\(number)")
                try journal.acknowledge("\(number)", through: 0)
            }
            #expect(try contents().count < 2 << 20)
            #expect(journal.entries.count == 500)
        }
        _ = try DeviceJournal(path: path)
        #expect(try contents().count < 50_000)
        let later = try DeviceJournal(path: path) { Date().addingTimeInterval(49 * 3600) }
        #expect(later.entries.isEmpty)
    }

    @Test
    func aPathThatLeadsNowhereIsTold() {
        #expect(throws: JournalFailure.self) { _ = try DeviceJournal(path: folder.path("none/journal")) }
    }

    /// Opens the journal, and closes it behind the function.
    private func write(_ body: (DeviceJournal) throws -> Void) throws {
        let journal = try DeviceJournal(path: path)
        try body(journal)
    }

    private func contents() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }
}
