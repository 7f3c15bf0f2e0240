import CloudFlowRuntime
import FoundationEssentials
import GRDB

/// Requests and items in the gateway's SQLite file.
struct SQLiteRelayStore: RelayStore {
    let database: Database

    func apply(
        _ changes: [AccountChange],
        lookingUp keys: [RelayKey],
        completion: @escaping @Sendable (Result<[RelayKey: RelayRequest], StorageFailure>) -> Void
    ) -> [RelayKey: RelayRequest]? {
        database.write(
            { connection in
                for change in changes { try change.apply(to: connection) }
                for (key, item) in changes.lastItems { try item.count(of: key, in: connection) }
                return try keys.reduce(into: [:]) { found, key in found[key] = try RelayRequest(key, in: connection) }
            },
            completion: completion
        )
        return nil
    }

    func request(_ key: RelayKey) async throws(StorageFailure) -> RelayRequest? {
        try await database.read { try RelayRequest(key, in: $0) }
    }

    func items(of key: RelayKey, from sequence: Int, limit: Int) async throws(StorageFailure) -> [RelayItem] {
        try await database.read { connection in
            let sql = "SELECT * FROM relayItem WHERE account = ? AND id = ? AND sequence >= ? ORDER BY sequence LIMIT ?"
            let statement = try connection.cachedStatement(sql: sql)
            return try Row.fetchAll(statement, arguments: [key.account, key.id, sequence, limit]).map(RelayItem.init)
        }
    }

    func unfinished() async throws(StorageFailure) -> [RelayKey: RelayRequest] {
        try await database.read { connection in
            let finished = RelayRequest.Progress.finished.rawValue
            let rows = try Row.fetchAll(connection, sql: "SELECT * FROM relayRequest WHERE progress < ?", arguments: [finished])
            return Dictionary(rows.map { (RelayKey($0), RelayRequest($0)) }) { first, _ in first }
        }
    }

    func unposted() async throws(StorageFailure) -> [RelayKey] {
        try await database.read { connection in
            let sql = "SELECT account, id FROM relayRequest WHERE callbackURL IS NOT NULL AND acknowledged < count"
            return try Row.fetchAll(connection, sql: sql).map { RelayKey($0) }
        }
    }

    /// How many items there are.
    func itemCount() async throws(StorageFailure) -> Int {
        try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM relayItem") ?? 0 }
    }

    func prune(before time: Date) async throws(StorageFailure) {
        try await database.write { connection in
            let finished = RelayRequest.Progress.finished.rawValue
            try connection.execute(
                sql: """
                    DELETE FROM relayRequest WHERE progress = ?1 AND createdAt < ?2 AND NOT EXISTS (
                        SELECT 1 FROM relayItem AS item
                        WHERE item.account = relayRequest.account AND item.id = relayRequest.id AND item.createdAt >= ?2
                    )
                    """,
                arguments: [finished, time.unixMilliseconds]
            )
        }
    }
}

extension AccountChange {
    /// An account that is removed takes its requests with it, and nothing of it is kept from then on.
    fileprivate func apply(to connection: Database.Connection) throws {
        switch change {
        case .insert(let request):
            try connection.cachedStatement(
                sql: """
                    INSERT INTO relayRequest
                        (account, id, referenceId, payload, timeToLive, callbackURL, createdAt, progress, count, acknowledged)
                    SELECT id, ?, ?, ?, ?, ?, ?, ?, 0, 0 FROM account WHERE id = ?
                    """
            ).execute(arguments: [
                request.order.id, request.order.referenceId, Data(request.order.payload.bytes), request.order.timeToLive,
                request.order.callbackURL, request.createdAt.unixMilliseconds, request.progress.rawValue, account,
            ])
        case .progress(let id, let progress):
            try connection.cachedStatement(sql: "UPDATE relayRequest SET progress = ? WHERE account = ? AND id = ?")
                .execute(arguments: [progress.rawValue, account, id])
        case .append(let id, let item):
            try append(item, to: id, in: connection)
        case .acknowledge(let id, let count):
            try connection.cachedStatement(sql: "UPDATE relayRequest SET acknowledged = max(acknowledged, ?) WHERE account = ? AND id = ?")
                .execute(arguments: [count, account, id])
            try connection.cachedStatement(
                sql: "DELETE FROM relayItem WHERE account = ? AND id = ? AND sequence < ? AND NOT isFinal"
            ).execute(arguments: [account, id, count])
        }
    }

    private func append(_ item: RelayItem, to id: String, in connection: Database.Connection) throws {
        var payload: Data?
        var failure: RelayFailure?
        switch item.content {
        case .event(let value): payload = Data(value.bytes)
        case .failure(let reason): failure = reason
        }
        try connection.cachedStatement(
            sql: """
                INSERT INTO relayItem (account, id, sequence, payload, errorCode, errorMessage, delivery, isFinal, createdAt)
                SELECT account, id, ?, ?, ?, ?, ?, ?, ? FROM relayRequest WHERE account = ? AND id = ?
                """
        ).execute(arguments: [
            item.sequence, payload, failure?.code.rawValue, failure?.message, failure?.delivery.rawValue, item.isFinal,
            item.createdAt.unixMilliseconds, account, id,
        ])
    }
}

extension RelayItem {
    /// Notes at the request what its latest item says of it.
    fileprivate func count(of key: RelayKey, in connection: Database.Connection) throws {
        let progress: RelayRequest.Progress = isFinal ? .finished : .accepted
        try connection.cachedStatement(sql: "UPDATE relayRequest SET count = ?, progress = ? WHERE account = ? AND id = ?")
            .execute(arguments: [sequence + 1, progress.rawValue, key.account, key.id])
    }
}

extension [AccountChange] {
    /// The last item that each request gets: what it says of the request, the ones before it need not say.
    fileprivate var lastItems: [RelayKey: RelayItem] {
        reduce(into: [:]) { last, change in
            if case .append(let id, let item) = change.change { last[RelayKey(account: change.account, id: id)] = item }
        }
    }
}

extension RelayKey {
    fileprivate init(_ row: Row) {
        self.init(account: row["account"], id: row["id"])
    }
}

extension RelayRequest {
    fileprivate init?(_ key: RelayKey, in connection: Database.Connection) throws {
        let statement = try connection.cachedStatement(sql: "SELECT * FROM relayRequest WHERE account = ? AND id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [key.account, key.id]) else { return nil }
        self.init(row)
    }

    fileprivate init(_ row: Row) {
        let payload: Data = row["payload"]
        let order = RelayOrder(
            id: row["id"],
            referenceId: row["referenceId"],
            payload: JSONValue(stored: payload),
            timeToLive: row["timeToLive"],
            callbackURL: row["callbackURL"]
        )
        self.init(order: order, createdAt: Date(unixMilliseconds: row["createdAt"]))
        progress = Progress(rawValue: row["progress"]) ?? .finished
        count = row["count"]
        acknowledged = row["acknowledged"]
    }
}

extension RelayItem {
    fileprivate init(_ row: Row) {
        let payload: Data? = row["payload"]
        let content: Content
        if let payload {
            content = .event(payload: JSONValue(stored: payload))
        } else {
            let delivery: String = row["delivery"]
            content = .failure(
                RelayFailure(
                    ErrorCode(rawValue: row["errorCode"]),
                    row["errorMessage"],
                    delivery: RelayFailure.Delivery(rawValue: delivery) ?? .unknown
                )
            )
        }
        let createdAt = Date(unixMilliseconds: row["createdAt"])
        self.init(sequence: row["sequence"], content: content, isFinal: row["isFinal"], createdAt: createdAt)
    }
}

extension JSONValue {
    /// What was JSON when it was stored.
    fileprivate init(stored data: Data) {
        self.init(unchecked: Array(data))
    }
}

extension Date {
    /// Milliseconds since 1970, as the tables have it.
    var unixMilliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(unixMilliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(unixMilliseconds) / 1000)
    }
}
