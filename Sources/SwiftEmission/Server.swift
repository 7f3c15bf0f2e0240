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

            /// A server at a base URL such as `\(comment: exampleURL)`.
            public init(url: String) {
                self.url = url
            }

            \(blocks: servers.map(\.declaration))

            /// The first server of the spec.
            public static var `default`: Server { \(servers.first.map { "\($0.name)()" } ?? "Server(url: \"\")") }
        }
        """
    }

    private var exampleURL: String {
        "https://host.example" + basePath
    }
}

extension ServerPlan {
    fileprivate var declaration: SwiftSource {
        """
        \(doc: doc.adding(variables.compactMap(\.parameterDoc).joined(separator: "\n")))
        public static func \(name)(\(list: variables.map(\.parameter), before: ") -> Server {")
            Server(url: \(literal: url.map(\.literalPiece)))
        }
        """
    }
}

extension ServerPlan.Piece {
    fileprivate var literalPiece: LiteralPiece {
        switch self {
        case .text(let text): .text(text)
        case .variable(let name): .value(name)
        }
    }
}

extension ServerPlan.Variable {
    fileprivate var parameter: SwiftSource {
        "\(parameter: name): String = \(literal: defaultValue)"
    }

    fileprivate var parameterDoc: String? {
        doc.summary.map { "- Parameter \(name.text): \($0)" }
    }
}
