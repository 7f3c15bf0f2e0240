import SpecPlan
import SwiftText

extension VersionPlan {
    /// The servers that the spec lists, as functions of their variables.
    var server: SwiftSource {
        """
        /// Where the API is served: one of the spec's servers, or any other base URL.
        public struct Server: Sendable, Hashable {
            /// The base URL, without a slash at its end.
            public var url: String
            \(hasOperationServers ? isOfSpec : .nothing)

            /// A server at a base URL such as `\(comment: exampleURL)`.
            public init(url: String) {
                self.url = url
            }

            \(blocks: choices.map(\.declaration) + servers.map { $0.declaration(isMarked: hasOperationServers) })

            /// The first server of the spec.
            public static var `default`: Server { \(servers.first.map { "\($0.name)()" } ?? "Server(url: \"\")") }
        }
        """
    }

    /// Whether some operations are served elsewhere.
    var hasOperationServers: Bool { operations.contains { $0.server != nil } }

    private var isOfSpec: SwiftSource {
        """
        /// Whether it is one of the spec's. Operations that the spec serves elsewhere are called there only then; otherwise at their path on this
        /// server's host.
        private(set) var isOfSpec = false
        """
    }

    /// The enums of the servers' variables, each once.
    private var choices: [ServerChoicePlan] {
        var seen: Set<SwiftName> = []
        return servers.flatMap { $0.variables.compactMap(\.choice) }.filter { seen.insert($0.typeName).inserted }
    }

    private var exampleURL: String {
        "https://host.example" + basePath
    }
}

extension ServerPlan {
    /// - Parameter isMarked: whether it says that it is one of the spec's.
    fileprivate func declaration(isMarked: Bool) -> SwiftSource {
        """
        \(doc: doc.adding(variables.compactMap(\.parameterDoc).joined(separator: "\n")))
        public static func \(name)(\(list: variables.map(\.parameter), before: ") -> Server {")
            \(isMarked ? markedServer : "Server(url: \(literal: url.map(\.literalPiece)))")
        }
        """
    }

    private var markedServer: SwiftSource {
        """
        var server = Server(url: \(literal: url.map(\.literalPiece)))
        server.isOfSpec = true
        return server
        """
    }
}

extension ServerPlan.Piece {
    fileprivate var literalPiece: LiteralPiece {
        switch self {
        case .text(let text): .text(text)
        case .variable(let name): .value(name)
        case .choice(let name): .rawValue(name)
        }
    }
}

extension ServerPlan.Variable {
    fileprivate var parameter: SwiftSource {
        if let choice { return "\(parameter: name): \(choice.typeName) = .\(member: choice.defaultCase)" }
        return "\(parameter: name): String = \(literal: defaultValue)"
    }

    fileprivate var parameterDoc: String? {
        doc.summary.map { "- Parameter \(name.text): \($0)" }
    }
}

extension ServerChoicePlan {
    fileprivate var declaration: SwiftSource {
        """
        public enum \(typeName): String, Sendable {
            \(lines: cases.map { "case \($0.name) = \(literal: $0.wireValue)" })
        }
        """
    }
}
