import SpecDocument
import SpecPlan
import SpecPlanning
import SpecYAML
import SwiftText

/// Reads `apis.yaml`, and reports all that is wrong with it at once.
struct ConfigurationReader {
    /// What the paths of specs are relative to.
    let folder: String
    var diagnostics: [Diagnostic] = []

    mutating func read(_ root: YAMLNode, into configuration: inout Configuration) {
        guard isMapping(root, "the configuration") else { return }
        for entry in root.entries {
            switch entry.key.text {
            case "modules": configuration.modules = modules(entry.value)
            case "types": configuration.naming.types = names(entry.value, "types").reduce(into: [:]) { $0[$1.key.text] = $1.name }
            case "hashable": configuration.hasHashableModels = flag(entry.value, "hashable")
            case "sides": configuration.sides = sides(entry)
            case "mocks": configuration.hasMocks = flag(entry.value, "mocks")
            case "failures": configuration.naming.failures = failures(entry.value)
            case "names": readNames(entry.value, into: &configuration.naming)
            default: unknown(entry.key, known: ["modules", "types", "failures", "names", "hashable", "sides", "mocks"])
            }
        }
        if root["modules"] == nil { fail(root, "no modules are listed; add 'modules:' with a list of versions for each module") }
        if let mocks = root["mocks"], configuration.hasMocks, configuration.sides != .both {
            fail(mocks, "a mock reads its answers as a client does, and gives them as a service; remove 'sides', or 'mocks'")
        }
    }

    private mutating func modules(_ node: YAMLNode) -> [Configuration.Module] {
        guard isMapping(node, "'modules'") else { return [] }
        var namespaces: [SwiftName: Location] = [:]
        return node.entries.compactMap { entry in
            guard SwiftName(verbatim: entry.key.text) != nil else {
                fail(entry.key, "'\(entry.key.text)' can't be the name of a Swift module; use letters, digits and underscores")
                return nil
            }
            guard entry.value.kind == .sequence, !entry.value.items.isEmpty else {
                fail(
                    entry.value,
                    "'\(entry.key.text)' is not a list of versions; list '- spec:' and 'namespace:' for each, the oldest first"
                )
                return nil
            }
            let versions = entry.value.items.compactMap { version($0) }
            for version in versions {
                if let first = namespaces.updateValue(version.location, forKey: version.namespace) {
                    fail(version.location, "namespace '\(version.namespace.text)' is taken already at \(first); give each version its own")
                }
            }
            return Configuration.Module(name: entry.key.text, versions: versions)
        }
    }

    private mutating func version(_ node: YAMLNode) -> Configuration.Version? {
        guard isMapping(node, "a version") else { return nil }
        let known = ["spec", "namespace", "only"]
        for entry in node.entries where !known.contains(entry.key.text) { unknown(entry.key, known: known) }
        guard let spec = node["spec"]?.string else {
            fail(node, "a version needs 'spec:', the path of its description below this file's folder")
            return nil
        }
        guard let namespace = node["namespace"], let name = namespace.string.flatMap({ SwiftName(verbatim: $0) }) else {
            fail(node["namespace"] ?? node, "a version needs 'namespace:', the Swift name that its types stand in")
            return nil
        }
        let path = spec.hasPrefix("/") ? spec : folder + spec
        var version = Configuration.Version(path: path, spec: spec, namespace: name, location: namespace.location)
        version.filter = node["only"].map { filter($0) }
        return version
    }

    /// The operations of a version that are wanted.
    private mutating func filter(_ node: YAMLNode) -> OperationFilter {
        var filter = OperationFilter(location: node.location)
        guard isMapping(node, "'only'") else { return filter }
        for entry in node.entries {
            switch entry.key.text {
            case "tags": filter.tags = Set(texts(entry))
            case "paths": filter.paths = texts(entry)
            case "operations": filter.operationIDs = Set(texts(entry))
            default: unknown(entry.key, known: ["tags", "paths", "operations"])
            }
        }
        if node.count == 0 { fail(node, "'only' wants nothing; list 'tags', 'paths' or 'operations', or remove it") }
        return filter
    }

    private mutating func sides(_ entry: YAMLNode.Entry) -> Sides {
        var sides: Sides = []
        for item in entry.value.kind == .sequence ? entry.value.items : [entry.value] {
            guard let side = Side(rawValue: item.text) else {
                fail(item, "'\(item.text)' is no side of an API; write 'client', 'service' or both")
                continue
            }
            sides.insert(side.sides)
        }
        if sides.isEmpty, entry.value.kind != .scalar, entry.value.count == 0 {
            fail(entry.value, "no side is wanted; list 'client', 'service' or both")
        }
        return sides
    }

    private mutating func texts(_ entry: YAMLNode.Entry) -> [String] {
        guard entry.value.kind == .sequence else {
            fail(entry.value, "'\(entry.key.text)' is not a list; write '- ' before each item")
            return []
        }
        return entry.value.items.map(\.text)
    }

    /// Swift names for schemas and operations. A schema may be given by its reference, too.
    private mutating func readNames(_ node: YAMLNode, into naming: inout NamingChoices) {
        guard isMapping(node, "'names'") else { return }
        for entry in node.entries {
            switch entry.key.text {
            case "schemas":
                for (key, name) in names(entry.value, "schemas") {
                    let pointer = key.text.hasPrefix("#/") ? JSONPointer(fragment: key.text.dropFirst()) : nil
                    // What lies deeper than a component has no name of its own.
                    let component = pointer.flatMap { $0.tokens.count <= 3 ? $0.tokens.last : nil }
                    naming.schemas[component ?? key.text] = name
                }
            case "operations":
                for (key, name) in names(entry.value, "operations") { naming.operations[key.text] = name }
            default:
                unknown(entry.key, known: ["schemas", "operations"])
            }
        }
    }

    private mutating func failures(_ node: YAMLNode) -> [Int: SwiftName] {
        var failures: [Int: SwiftName] = [:]
        for (key, name) in names(node, "failures") {
            guard let status = key.integer, (100...599).contains(status) else {
                fail(key, "'\(key.text)' is not an HTTP status; give a number such as 409")
                continue
            }
            failures[status] = name
        }
        return failures
    }

    private mutating func names(_ node: YAMLNode, _ what: String) -> [(key: YAMLNode, name: SwiftName)] {
        guard isMapping(node, "'\(what)'") else { return [] }
        return node.entries.compactMap { entry in
            guard let name = SwiftName(verbatim: entry.value.text) else {
                fail(entry.value, "'\(entry.value.text)' is not a Swift identifier; give one")
                return nil
            }
            return (entry.key, name)
        }
    }

    private mutating func flag(_ node: YAMLNode, _ what: String) -> Bool {
        if node.bool == nil { fail(node, "'\(what)' is neither true nor false; write one of them") }
        return node.bool ?? false
    }

    private mutating func isMapping(_ node: YAMLNode, _ what: String) -> Bool {
        if node.kind == .mapping { return true }
        fail(node, "\(what) is not a mapping; write 'key: value' lines")
        return false
    }

    private mutating func unknown(_ key: YAMLNode, known: [String]) {
        fail(key, "unknown key '\(key.text)'; known are \(known.map { "'\($0)'" }.joined(separator: ", "))")
    }

    private mutating func fail(_ node: YAMLNode, _ message: String) {
        fail(node.location, message)
    }

    private mutating func fail(_ location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.error, at: location, message))
    }
}
