public import CloudFlowRuntime
public import FoundationEssentials
import GRDB

/// The accounts of a gateway.
public struct AccountStore: Sendable {
    private let database: Database
    private let now: @Sendable () -> Date

    /// The accounts in a database.
    public init(_ database: Database, now: @escaping @Sendable () -> Date = { Date() }) {
        self.database = database
        self.now = now
    }

    /// Creates an account, and the token that goes with it. The token can't be had again.
    ///
    /// - Parameter id: nil lets the gateway choose one.
    public func create(name: String, id: String? = nil) async throws(CreationFailure) -> (account: Account, token: APIToken) {
        let token = APIToken.random()
        let account = Account(
            id: try StoredText.id(id ?? StoredText.randomID(), "the account's id"),
            name: try StoredText.label(name, "the account's name"),
            createdAt: now(),
            tokenDigest: TokenDigest(of: token)
        )
        try await database.create { connection in
            try connection.execute(
                sql: "INSERT INTO account (id, name, tokenDigest, createdAt, webhookSecret) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    account.id, account.name, Data(account.tokenDigest.bytes), account.createdAt.unixSeconds, Secret.random().value,
                ]
            )
        } refused: { constraint in
            constraint == .primaryKey ? .duplicate("there is an account '\(account.id)' already") : nil
        }
        return (account, token)
    }

    /// All accounts, in the order of their ids.
    public func all() async throws(StorageFailure) -> [Account] {
        try await database.read { try Row.fetchAll($0, sql: "SELECT * FROM account ORDER BY id").map(Account.init) }
    }

    /// An account; nil where there is none.
    func account(_ id: String) async throws(StorageFailure) -> Account? {
        guard id.isStorable else { return nil }
        return try await database.read { connection in
            let statement = try connection.cachedStatement(sql: "SELECT * FROM account WHERE id = ?")
            return try Row.fetchOne(statement, arguments: [id]).map { Account($0) }
        }
    }

    /// Removes an account and its devices; false where there is none.
    public func remove(id: String) async throws(StorageFailure) -> Bool {
        guard id.isStorable else { return false }
        return try await database.write { connection in
            try connection.execute(sql: "DELETE FROM account WHERE id = ?", arguments: [id])
            return connection.changesCount > 0
        }
    }

    /// What events that are posted to the account's callbacks are signed with; nil where there is no such account.
    ///
    /// It has to be kept as it is, for both sides make the same code with it.
    public func webhookSecret(of id: String) async throws(StorageFailure) -> Secret? {
        guard id.isStorable else { return nil }
        return try await database.read { connection in
            let statement = try connection.cachedStatement(sql: "SELECT webhookSecret FROM account WHERE id = ?")
            return try String.fetchOne(statement, arguments: [id]).map { Secret($0) }
        }
    }

    /// Gives an account another webhook secret, which everything is signed with from now on; nil where there is no such account.
    public func renewWebhookSecret(of id: String) async throws(StorageFailure) -> Secret? {
        guard id.isStorable else { return nil }
        let secret = Secret.random()
        return try await database.write { connection in
            try connection.execute(sql: "UPDATE account SET webhookSecret = ? WHERE id = ?", arguments: [secret.value, id])
            return connection.changesCount > 0 ? secret : nil
        }
    }

    /// The account that the credentials are those of; nil where the account or the token is wrong, without a hint at which.
    public func authenticate(_ credentials: ClientCredentials) async throws(StorageFailure) -> Account? {
        let found = try await account(credentials.accountId)
        let digest = found?.tokenDigest ?? .ofNobody
        return digest.matches(credentials.apiToken) ? found : nil
    }
}

extension Account {
    init(_ row: Row) {
        self.init(
            id: row["id"],
            name: row["name"],
            createdAt: Date(timeIntervalSince1970: row["createdAt"]),
            tokenDigest: TokenDigest(row)
        )
    }
}

extension Secret {
    /// 256 random bits in the form of an ``APIToken``.
    static func random() -> Secret { Secret(APIToken.random().text) }
}

extension TokenDigest {
    init(_ row: Row) {
        self.init(bytes: [UInt8](row["tokenDigest"] as Data))
    }
}

extension Date {
    var unixSeconds: Int64 { Int64(timeIntervalSince1970) }
}
