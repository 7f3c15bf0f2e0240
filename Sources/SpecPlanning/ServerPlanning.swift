import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The servers that have a host; without one, clients have to be told where the API is.
    mutating func serverPlans() -> [ServerPlan] {
        var names = NameScope(reserving: ["init", "self", "default", "url"])
        var plans: [ServerPlan] = []
        for (position, server) in document.servers.enumerated() {
            guard server.expandedURL.contains("://") else {
                note(at: server.location, "'\(server.url)' is below the URL of the description; clients have to be given the whole URL")
                continue
            }
            plans.append(serverPlan(server, named: names.take(serverName(server, at: position), orAdding: "Server")))
        }
        return plans
    }

    private func serverPlan(_ server: Server, named name: SwiftName) -> ServerPlan {
        var names = NameScope(reserving: ["init", "self"])
        var variables: [String: ServerPlan.Variable] = [:]
        for entry in server.variables {
            variables[entry.key] = ServerPlan.Variable(
                name: names.take(SwiftName(member: entry.key), orAdding: "Value"),
                defaultValue: entry.value.defaultValue,
                doc: DocComment(entry.value.description)
            )
        }
        let url = server.url.withoutFinalSlash.templateParts.map { part -> ServerPlan.Piece in
            switch part {
            case .text(let text): .text(text)
            case .parameter(let name): variables[name].map { .variable($0.name) } ?? .text("")
            }
        }
        return ServerPlan(
            name: name,
            doc: DocComment(server.description ?? "The server at `\(server.url)`."),
            url: url,
            variables: server.variables.compactMap { variables[$0.key] }
        )
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
        let url = server.expandedURL
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let path = url.hasPrefix("/") ? url[...] : afterScheme.firstIndex(of: "/").map { afterScheme[$0...] } ?? ""
        return String(path).withoutFinalSlash
    }
}

extension Server {
    /// The URL with its variables at their defaults.
    fileprivate var expandedURL: String {
        url.templateParts.map { part in
            switch part {
            case .text(let text): text
            case .parameter(let name): variables[name]?.defaultValue ?? ""
            }
        }.joined()
    }
}

extension String {
    fileprivate var withoutFinalSlash: String { hasSuffix("/") ? String(dropLast()) : self }

    /// The text's `{variables}` and what stands between them.
    fileprivate var templateParts: [PathTemplate.Part] { PathTemplate(self)?.parts ?? [.text(self)] }
}
