import Dispatch
import GRDB
public import Logging

/// The gateway's SQLite file, in write-ahead mode: the one door through which the stores reach it.
public struct Database: Sendable {
    typealias Connection = GRDB.Database

    private let pool: DatabasePool
    private let logger: Logger

    /// Opens the file, creates it where there is none, and brings its tables up to date.
    ///
    /// A new file can be read and written by its owner alone: it holds the key that signs access tokens.
    ///
    /// - Parameter logger: where failures are noted by their SQLite code.
    public init(path: String, logger: Logger) throws(StorageFailure) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        createPrivateFile(path)
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // What is acknowledged outlives the machine's end too, not just the process's.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Schema.migrator.migrate(pool)
        } catch {
            throw StorageFailure(error)
        }
        self.logger = logger
    }

    func read<Value: Sendable>(_ work: @Sendable @escaping (Connection) throws -> Value) async throws(StorageFailure) -> Value {
        do { return try await pool.read(work) } catch { throw noted(error) }
    }

    /// Carries out the work as one transaction.
    func write<Value: Sendable>(_ work: @Sendable @escaping (Connection) throws -> Value) async throws(StorageFailure) -> Value {
        do { return try await pool.write(work) } catch { throw noted(error) }
    }

    /// Carries out the work as one transaction, while nobody waits for it.
    ///
    /// - Parameter completion: is called on the thread that writes, which has to go on soon.
    func write<Value: Sendable>(
        _ work: @Sendable @escaping (Connection) throws -> Value,
        completion: @Sendable @escaping (Result<Value, StorageFailure>) -> Void
    ) {
        pool.asyncWrite(work) { _, result in completion(result.mapError(noted)) }
    }

    /// Carries out the work that creates an item as one transaction.
    ///
    /// - Parameter refused: names the failure behind a broken constraint; nil leaves it a failure of the storage.
    func create<Value: Sendable>(
        _ work: @Sendable @escaping (Connection) throws -> Value,
        refused: (BrokenConstraint) -> CreationFailure?
    ) async throws(CreationFailure) -> Value {
        do {
            return try await pool.write(work)
        } catch {
            if let constraint = BrokenConstraint(error), let failure = refused(constraint) { throw failure }
            throw .storage(noted(error))
        }
    }

    /// Checks that the database answers.
    public func check() async throws(StorageFailure) {
        _ = try await read { try Int.fetchOne($0, sql: "SELECT 1 FROM account LIMIT 1") }
    }

    /// Ends all work and closes the file. Whatever is asked afterwards fails.
    public func close() async throws(StorageFailure) {
        // It waits for what is under way, which may need the threads that tasks run on: so it waits on one of its own.
        let outcome: Result<Void, any Error> = await withCheckedContinuation { continuation in
            DispatchQueue(label: "cloudflow.database.close").async { [pool] in
                continuation.resume(returning: Result { try pool.close() })
            }
        }
        if case .failure(let error) = outcome { throw StorageFailure(error) }
    }

    private func noted(_ error: any Error) -> StorageFailure {
        let failure = StorageFailure(error)
        if !(error is CancellationError) { logger.error("storage failed", metadata: ["reason": "\(failure.reason)"]) }
        return failure
    }
}

/// A rule of the tables that a new row broke.
enum BrokenConstraint {
    case primaryKey
    case unique
    case foreignKey

    init?(_ error: any Error) {
        switch (error as? DatabaseError)?.extendedResultCode {
        case .SQLITE_CONSTRAINT_PRIMARYKEY: self = .primaryKey
        case .SQLITE_CONSTRAINT_UNIQUE: self = .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
        default: return nil
        }
    }
}

extension StorageFailure {
    /// Takes the result code alone: the message and the statement of SQLite's errors may hold values.
    init(_ error: any Error) {
        switch error {
        case let error as DatabaseError: self.init("SQLite: \(error.extendedResultCode)")
        case is CancellationError: self.init("cancelled")
        default: self.init("unexpected \(type(of: error))")
        }
    }
}
