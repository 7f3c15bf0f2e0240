import FoundationEssentials
import GRDB

/// Looks whether what live connections stand on still holds.
struct AccessStore: Sendable {
    let database: Database

    /// Whether each access holds: its account, or its device, has the API token that it had.
    func hold(_ accesses: [Access]) async throws(StorageFailure) -> [Bool] {
        try await database.read { connection in
            let account = try connection.cachedStatement(sql: "SELECT tokenDigest FROM account WHERE id = ?")
            let device = try connection.cachedStatement(sql: "SELECT tokenDigest FROM device WHERE referenceId = ? AND accountId = ?")
            return try accesses.map { access in
                let digest =
                    if let referenceId = access.device {
                        try Data.fetchOne(device, arguments: [referenceId, access.account])
                    } else {
                        try Data.fetchOne(account, arguments: [access.account])
                    }
                return digest.map { Array($0) } == access.tokenDigest.bytes
            }
        }
    }
}
