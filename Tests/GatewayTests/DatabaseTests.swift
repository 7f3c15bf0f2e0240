@testable import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import GRDB
import Logging
import Testing

private typealias Database = CloudFlowGateway.Database

@Suite struct DatabaseTests {
    private let logs = LogCapture()

    @Test func aNewFileIsItsOwnersAlone() async throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        for name in ["a.sqlite", "a.sqlite-wal", "a.sqlite-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
            #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
        }
        try await database.close()
    }

    @Test func aCommitWaitsForTheDisk() async throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        let full = 2
        #expect(try await database.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == full)
    }

    @Test func whatIsThereStaysAcrossOpenings() async throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 {
            let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
            _ = try await AccountStore(database).create(name: "Shop")
            try await database.close()
        }
        let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        #expect(try await AccountStore(database).all().count == 2)
    }

    @Test func aSecondDoorSeesWhatTheFirstWrites() async throws {
        let folder = try TemporaryFolder()
        let serving = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        let command = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        _ = try await AccountStore(command).create(name: "Shop", id: "shop")
        #expect(try await AccountStore(serving).all().map(\.id) == ["shop"])
    }

    @Test func anAccountOfAnOlderFileGetsAWebhookSecret() async throws {
        let folder = try TemporaryFolder()
        let older = try DatabaseQueue(path: folder.path("a.sqlite"))
        try Schema.migrator.migrate(older, upTo: "requests and their items")
        for id in ["one", "two"] {
            try await older.write {
                try $0.execute(sql: "INSERT INTO account (id, name, tokenDigest, createdAt) VALUES (?, 'Shop', x'00', 0)", arguments: [id])
            }
        }
        try older.close()
        let accounts = AccountStore(try Database(path: folder.path("a.sqlite"), logger: logs.logger))
        let (one, two) = (try await accounts.webhookSecret(of: "one"), try await accounts.webhookSecret(of: "two"))
        #expect(one?.value.utf8.count == 43 && two?.value.utf8.count == 43 && one != two)
        #expect(try await accounts.webhookSecret(of: "three") == nil)
    }

    @Test(arguments: ["missing/folder.sqlite", "."])
    func aPathThatCantBeOpenedIsAFailure(path: String) throws {
        let folder = try TemporaryFolder()
        #expect(throws: StorageFailure.self) { try Database(path: folder.path(path), logger: logs.logger) }
    }

    @Test func aFileThatIsNoDatabaseIsAFailure() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        try Data("not a database, and long enough to be looked at as one".utf8).write(to: URL(filePath: path))
        #expect(throws: StorageFailure.self) { try Database(path: path, logger: logs.logger) }
        #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Data("not a database".utf8)))
    }

    @Test func aFailureTellsTheCodeAndNoStatement() async throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        let failure = await #expect(throws: StorageFailure.self) {
            try await database.read { try $0.execute(sql: "SELECT secret FROM nowhere") }
        }
        #expect(failure?.description == "storage failed: SQLite: 1 (SQL logic error)")
        #expect(logs.text.contains("SQLite: 1"))
        #expect(!logs.text.contains("nowhere"))
    }

    @Test func aClosedDatabaseFails() async throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        try await database.check()
        try await database.close()
        await #expect(throws: StorageFailure.self) { try await database.check() }
    }
}
