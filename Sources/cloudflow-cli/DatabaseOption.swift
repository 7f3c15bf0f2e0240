import ArgumentParser
import CloudFlowGateway
import Logging

struct DatabaseOption: ParsableArguments {
    @Option(help: "The SQLite file that the gateway keeps its data in; it is created where there is none.")
    var database = "cloudflow.sqlite"

    /// Opens the file. A command that ends at once tells its failures itself and logs nothing.
    func open(logger: Logger = Logger(label: "cloudflow") { _ in SwiftLogNoOpLogHandler() }) throws -> Database {
        do {
            return try Database(path: database, logger: logger)
        } catch {
            throw CommandFailure("the database '\(database)' can't be opened: \(error.reason)")
        }
    }
}
