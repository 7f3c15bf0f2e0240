import ArgumentParser
import Logging

struct LogOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "What to log: trace, debug, info, notice, warning, error or critical, and whatever is graver.", transform: level)
    var logLevel = Logger.Level.info
    @Option(help: "How a log line looks on standard error.")
    var logFormat = Format.text

    private static func level(_ name: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: name) else {
            throw ValidationError("a log level is one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return level
    }

    func logger() -> Logger {
        var logger = Logger(label: "cloudflow") { label in
            switch logFormat {
            case .text: StreamLogHandler.standardError(label: label)
            case .json: JSONLogHandler(label: label)
            }
        }
        logger.logLevel = logLevel
        return logger
    }
}
