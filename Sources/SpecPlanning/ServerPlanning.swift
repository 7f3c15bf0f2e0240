import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The servers that have a host; without one, clients have to be told where the API is.
    mutating func serverPlans() -> [ServerPlan] {
        var names = NameScope(reserving: ["init", "self", "default", "url"])
        var choices = ServerChoices()
        var plans: [ServerPlan] = []
        for (position, server) in document.servers.enumerated() {
            guard server.expandedURL.contains("://") else {
                note(at: server.location, "'\(server.url)' is below the URL of the description; clients have to be given the whole URL")
                continue
            }
            plans.append(serverPlan(server, named: names.take(serverName(server, at: position), orAdding: "Server"), &choices))
        }
        return plans
    }

    private func serverPlan(_ server: Server, named name: SwiftName, _ choices: inout ServerChoices) -> ServerPlan {
        var names = NameScope(reserving: ["init", "self"])
        var variables: [String: ServerPlan.Variable] = [:]
        for entry in server.variables {
            variables[entry.key] = ServerPlan.Variable(
                name: names.take(SwiftName(member: entry.key), orAdding: "Value"),
                defaultValue: entry.value.defaultValue,
                choice: choices.plan(of: entry.value, named: entry.key),
                doc: DocComment(entry.value.description)
            )
        }
        let url = server.url.withoutFinalSlash.templateParts.map { part -> ServerPlan.Piece in
            switch part {
            case .text(let text): .text(text)
            case .parameter(let name):
                variables[name].map { $0.choice == nil ? .variable($0.name) : .choice($0.name) } ?? .text("")
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
        document.servers.first?.basePath ?? ""
    }
}

/// The enums of the servers' variables: one for each name, unless the values are others.
private struct ServerChoices {
    private var names = NameScope(reserving: ["Server", "String", "Bool", "Hashable", "Sendable", "Self", "Type", "Protocol", "Hasher"])
    private var plans: [ServerChoicePlan] = []

    mutating func plan(of variable: ServerVariable, named name: String) -> ServerChoicePlan? {
        guard let values = variable.enumeration, values.contains(variable.defaultValue) else { return nil }
        var caseNames = NameScope(reserving: ["init", "self", "rawValue", "hashValue"])
        var cases: [EnumCasePlan] = []
        for value in values where !cases.contains(where: { $0.wireValue == value }) {
            cases.append(EnumCasePlan(wireValue: value, name: caseNames.take(SwiftName(member: value), orAdding: "Value")))
        }
        guard let usual = cases.first(where: { $0.wireValue == variable.defaultValue }) else { return nil }
        if let same = plans.first(where: { $0.cases == cases && $0.defaultCase == usual.name }) { return same }
        let plan = ServerChoicePlan(
            typeName: names.take(SwiftName(type: name), orAdding: "Choice"),
            cases: cases,
            defaultCase: usual.name
        )
        plans.append(plan)
        return plan
    }
}

extension String {
    fileprivate var withoutFinalSlash: String { hasSuffix("/") ? String(dropLast()) : self }

    /// The text's `{variables}` and what stands between them.
    fileprivate var templateParts: [PathTemplate.Part] { PathTemplate(self)?.parts ?? [.text(self)] }
}
