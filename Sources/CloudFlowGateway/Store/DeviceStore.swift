public import CloudFlowRuntime
public import FoundationEssentials
import GRDB

/// The payment devices of a gateway.
public struct DeviceStore: Sendable {
    private let database: Database
    private let now: @Sendable () -> Date

    /// The devices in a database.
    public init(_ database: Database, now: @escaping @Sendable () -> Date = { Date() }) {
        self.database = database
        self.now = now
    }

    /// Registers a device, and makes the token that goes with it. The token can't be had again.
    public func create(_ new: NewDevice) async throws(CreationFailure) -> (device: Device, token: APIToken) {
        let token = APIToken.random()
        let device = Device(
            referenceId: try StoredText.id(new.referenceId ?? StoredText.randomID(), "the reference id"),
            accountId: new.accountId,
            model: try StoredText.label(new.model, "the model"),
            serialNumber: try StoredText.label(new.serialNumber, "the serial number"),
            name: try StoredText.label(new.name, "the name"),
            location: try StoredText.label(new.location, "the location"),
            createdAt: now(),
            tokenDigest: TokenDigest(of: token)
        )
        guard device.accountId.isStorable else { throw .unknownAccount(device.accountId) }
        try await database.create { connection in
            try connection.execute(
                sql: """
                    INSERT INTO device (referenceId, accountId, model, serialNumber, name, location, tokenDigest, createdAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    device.referenceId, device.accountId, device.model, device.serialNumber, device.name, device.location,
                    Data(device.tokenDigest.bytes), device.createdAt.unixSeconds,
                ]
            )
        } refused: { constraint in
            switch constraint {
            case .primaryKey: .duplicate("there is a device with the reference id '\(device.referenceId)' already")
            case .unique: .duplicate("there is a device of model '\(device.model)' with serial number '\(device.serialNumber)' already")
            case .foreignKey: .unknownAccount(device.accountId)
            }
        }
        return (device, token)
    }

    /// All devices, or those of one account, in the order of their reference ids.
    public func all(of accountId: String? = nil) async throws(StorageFailure) -> [Device] {
        try await devices(where: [("accountId", accountId)])
    }

    /// The devices of an account that have every value of the filter, in the order of their reference ids.
    public func devices(of accountId: String, matching filter: DeviceFilter) async throws(StorageFailure) -> [Device] {
        try await devices(where: [
            ("accountId", accountId), ("model", filter.model), ("serialNumber", filter.serialNumber), ("location", filter.location),
        ])
    }

    /// A device of an account. Another account's device is not found.
    public func device(_ referenceId: String, of accountId: String) async throws(StorageFailure) -> Device? {
        try await devices(where: [("accountId", accountId), ("referenceId", referenceId)]).first
    }

    /// Removes a device; false where there is none.
    public func remove(referenceId: String) async throws(StorageFailure) -> Bool {
        guard referenceId.isStorable else { return false }
        return try await database.write { connection in
            try connection.execute(sql: "DELETE FROM device WHERE referenceId = ?", arguments: [referenceId])
            return connection.changesCount > 0
        }
    }

    /// The device that the credentials are those of; nil where the device or the token is wrong, without a hint at which.
    public func authenticate(_ credentials: DeviceCredentials) async throws(StorageFailure) -> Device? {
        let found = try await devices(where: [("model", credentials.model), ("serialNumber", credentials.serialNumber)]).first
        let digest = found?.tokenDigest ?? .ofNobody
        return digest.matches(credentials.apiToken) ? found : nil
    }

    /// The devices that meet every condition whose value is given.
    private func devices(where conditions: [(column: String, value: String?)]) async throws(StorageFailure) -> [Device] {
        let given = conditions.filter { $0.value != nil }
        let sql = given.isEmpty ? "" : "WHERE " + given.map { "\($0.column) = ?" }.joined(separator: " AND ")
        let values = given.compactMap(\.value)
        guard values.allSatisfy(\.isStorable) else { return [] }
        return try await database.read { connection in
            let statement = try connection.cachedStatement(sql: "SELECT * FROM device \(sql) ORDER BY referenceId")
            return try Row.fetchAll(statement, arguments: StatementArguments(values)).map { Device($0) }
        }
    }
}

extension Device {
    init(_ row: Row) {
        self.init(
            referenceId: row["referenceId"],
            accountId: row["accountId"],
            model: row["model"],
            serialNumber: row["serialNumber"],
            name: row["name"],
            location: row["location"],
            createdAt: Date(timeIntervalSince1970: row["createdAt"]),
            tokenDigest: TokenDigest(row)
        )
    }
}
