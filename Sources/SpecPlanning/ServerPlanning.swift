import SpecDocument
import SpecPlan
import SwiftText

extension VersionPlanner {
    mutating func serverPlans() -> [ServerPlan] {
        var names = NameScope(reserving: ["init", "self", "default", "url"])
        return document.servers.enumerated().map { position, server in
            var variableNames = NameScope()
            let variables = server.variables.map { entry in
                (
                    wireName: entry.key,
                    plan: ServerPlan.Variable(
                        name: variableNames.take(SwiftName(member: entry.key)),
                        defaultValue: entry.value.defaultValue,
                        doc: DocComment(entry.value.description)
                    )
                )
            }
            let url = server.url.templatePieces.map { piece -> ServerPlan.Piece in
                guard case .variable(let name) = piece, let variable = variables.first(where: { $0.wireName == name }) else { return .text(piece.text) }
                return .variable(variable.plan.name)
            }
            return ServerPlan(
                name: names.take(serverName(server, at: position)),
                doc: DocComment(server.description ?? "The server at `\(server.url)`."),
                url: url,
                variables: variables.map(\.plan)
            )
        }
    }

    /// `at` where there is one server that its variables place; else what the spec calls it, where that is a name and not a story.
    private func serverName(_ server: Server, at position: Int) -> SwiftName {
        if let name = server.name { return SwiftName(member: name) }
        if document.servers.count == 1, !server.variables.isEmpty { return "at" }
        if let description = server.description, description.split(separator: " ").count <= 4 { return SwiftName(member: description) }
        return SwiftName(member: "server\(position + 1)")
    }

    /// The path of the first server's URL, its variables at their defaults.
    var basePath: String {
        guard let server = document.servers.first else { return "" }
        let url = server.url.templatePieces.map { piece in
            guard case .variable(let name) = piece else { return piece.text }
            return server.variables[name]?.defaultValue ?? piece.text
        }.joined()
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let path = url.hasPrefix("/") ? url[...] : afterScheme.firstIndex(of: "/").map { afterScheme[$0...] } ?? ""
        return path.hasSuffix("/") ? String(path.dropLast()) : String(path)
    }
}

/// A piece of a text with `{variables}`.
private enum TemplatePiece {
    case text(String)
    case variable(String)

    var text: String {
        switch self {
        case .text(let text): text
        case .variable(let name): "{\(name)}"
        }
    }
}

extension String {
    fileprivate var templatePieces: [TemplatePiece] {
        var pieces: [TemplatePiece] = []
        var rest = self[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.variable(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }
}
