import ArgumentParser
import CloudFlowGateway
import FoundationEssentials
import Logging

struct DatabaseOption: ParsableArguments {
    @Option(help: "The SQLite file that the gateway keeps its data in; it and its folder are created where there are none.")
    var database = "cloudflow.sqlite"

    /// Opens the file. A command that ends at once tells its failures itself and logs nothing.
    func open(logger: Logger = Logger(label: "cloudflow") { _ in SwiftLogNoOpLogHandler() }) throws -> Database {
        // What keeps the folder from being created keeps the file from being opened, and that is told.
        let folder = URL(filePath: database).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            return try Database(path: database, logger: logger)
        } catch {
            throw CommandFailure("the database '\(database)' can't be opened: \(error.reason)")
        }
    }
}
