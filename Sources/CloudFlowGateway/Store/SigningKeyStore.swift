import Crypto
import FoundationEssentials
import GRDB

/// The key that signs access tokens. It is made at the first start, and stays: a token outlives a restart.
struct SigningKeyStore: Sendable {
    let database: Database

    func key() async throws(StorageFailure) -> SymmetricKey {
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let kept = try await database.write { connection in
            try connection.execute(sql: "INSERT INTO signingKey (id, bytes) VALUES (1, ?) ON CONFLICT DO NOTHING", arguments: [fresh])
            return try Data.fetchOne(connection, sql: "SELECT bytes FROM signingKey")
        }
        return SymmetricKey(data: kept ?? fresh)
    }
}
