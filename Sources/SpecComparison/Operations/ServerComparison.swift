import SpecDocument
import SpecYAML

extension Comparer {
    /// Servers with one URL are the same; what is left over on either side is taken for moved, in its order.
    func compareServers(_ before: [Server], _ after: [Server], in context: Context, _ old: Location, _ new: Location) {
        // Without servers, an API is served where its description is ("OpenAPI Object" of the specification).
        var rest = after.isEmpty ? [Server(url: "/", location: new)] : after
        var missing: [Server] = []
        for server in before.isEmpty ? [Server(url: "/", location: old)] : before {
            guard let position = rest.firstIndex(where: { $0.url == server.url }) else {
                missing.append(server)
                continue
            }
            compare(server, rest.remove(at: position), in: context.adding("server \(server.url)"))
        }
        for (was, now) in zip(missing, rest) {
            let text = "the URL went from \(was.url) to \(now.url)"
            report(.serverURLChanged, in: context.adding("servers"), text, was.location, now.location)
            compare(was, now, in: context.adding("server \(now.url)"))
        }
        for server in missing.dropFirst(rest.count) {
            report(.serverRemoved, in: context.adding("servers"), "\(server.url) is gone", server.location, new)
        }
        for server in rest.dropFirst(missing.count) {
            report(.serverAdded, in: context.adding("servers"), "\(server.url) is new", old, server.location)
        }
    }

    private func compare(_ before: Server, _ after: Server, in context: Context) {
        compareTexts("the description", before.description, after.description, in: context, before.location, after.location)
        for entry in before.variables {
            guard let other = after.variables.entry(entry.key) else {
                report(.serverVariableRemoved, in: context, "the variable \(entry.key) is gone", entry.location, after.location)
                continue
            }
            compare(entry.value, other.value, in: context.adding("variable \(entry.key)"), entry.location, other.location)
        }
        for entry in after.variables where before.variables[entry.key] == nil {
            report(.serverVariableAdded, in: context, "the variable \(entry.key) is new", before.location, entry.location)
        }
    }

    private func compare(_ before: ServerVariable, _ after: ServerVariable, in context: Context, _ old: Location, _ new: Location) {
        if before.defaultValue != after.defaultValue {
            let text = "the default went from \(before.defaultValue) to \(after.defaultValue)"
            report(.serverVariableDefaultChanged, in: context, text, old, new)
        }
        compareTexts("the description", before.description, after.description, in: context, old, new)
        switch (before.enumeration, after.enumeration) {
        case (nil, nil): break
        case (nil, let now?):
            report(.serverVariableValueRemoved, in: context, "only \(now.joined(separator: ", ")) may be chosen", old, new)
        case (let was?, nil):
            report(.serverVariableValueAdded, in: context, "more than \(was.joined(separator: ", ")) may be chosen", old, new)
        case (let was?, let now?):
            for value in was where !now.contains(value) {
                report(.serverVariableValueRemoved, in: context, "the value \(value) is gone", old, new)
            }
            for value in now where !was.contains(value) {
                report(.serverVariableValueAdded, in: context, "the value \(value) is new", old, new)
            }
        }
    }
}
