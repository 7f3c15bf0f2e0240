import SpecDocument
import SpecYAML

extension Comparer {
    func comparePaths() {
        let context = Context(owner: 0, subject: "")
        compareItems(PathIndex(old.paths, of: old), PathIndex(new.paths, of: new), in: context) { $0.isEmpty ? $1 : "\($0) \($1)" }
    }

    func compareWebhooks() {
        guard !old.webhooks.isEmpty || !new.webhooks.isEmpty else { return }
        isCallback = true
        defer { isCallback = false }
        compareNamedItems(
            old.webhooks,
            new.webhooks,
            .webhookAdded,
            .webhookRemoved,
            "webhook",
            in: Context(owner: 0, subject: ""),
            (old.location, new.location)
        )
    }

    func compareCallbacks(_ before: Operation, _ after: Operation, in context: Context) {
        guard !before.callbacks.isEmpty || !after.callbacks.isEmpty else { return }
        let wasCallback = isCallback
        isCallback = !wasCallback
        defer { isCallback = wasCallback }
        for entry in before.callbacks {
            let inside = context.adding("callback \(entry.key)")
            guard let other = after.callbacks.entry(entry.key) else {
                report(.callbackRemoved, in: inside, "it is no longer called", entry.location, after.location)
                continue
            }
            guard let old = self.old.find(entry.value), let new = self.new.find(other.value) else { continue }
            compareNamedItems(old.paths, new.paths, .callbackURLAdded, .callbackURLRemoved, "to", in: inside, (old.location, new.location))
        }
        for entry in after.callbacks where before.callbacks[entry.key] == nil {
            report(.callbackAdded, in: context.adding("callback \(entry.key)"), "it is new", before.location, entry.location)
        }
    }

    private func compareNamedItems(
        _ before: OrderedMap<String, Referenced<PathItem>>,
        _ after: OrderedMap<String, Referenced<PathItem>>,
        _ added: StructureRule,
        _ removed: StructureRule,
        _ noun: String,
        in context: Context,
        _ locations: (old: Location, new: Location)
    ) {
        for entry in before {
            let inside = context.adding("\(noun) \(entry.key)")
            guard let other = after.entry(entry.key) else {
                report(removed, in: inside, "it is gone", entry.location, locations.new)
                continue
            }
            guard let old = self.old.find(entry.value), let new = self.new.find(other.value) else { continue }
            compare(old, new, [], at: entry.key, (entry.location, other.location), in: inside) { method, _ in method }
        }
        for entry in after where before[entry.key] == nil {
            report(added, in: context.adding("\(noun) \(entry.key)"), "it is new", locations.old, entry.location)
        }
    }

    private func compareItems(_ before: PathIndex, _ after: PathIndex, in context: Context, named name: (String, String) -> String) {
        for path in before.items {
            guard let other = after.counterpart(of: path) else {
                for operation in path.item.operations where after.path(with: operation.key, inPlaceOf: path, of: before) == nil {
                    remove(operation, at: path.template, (path.location, new.location), in: context)
                }
                compareMoved(path, before, after, in: context, named: name)
                continue
            }
            let renamed = path.renamed(in: other)
            tellRenamed(path, other, in: context)
            let locations = (path.location, other.location)
            func isMoved(_ method: HTTPMethod) -> Bool { after.path(with: method, inPlaceOf: path, of: before) != nil }
            func wasMoved(_ method: HTTPMethod) -> Bool {
                before[other.template]?.item.operations[method] != nil || before.path(with: method, inPlaceOf: other, of: after) != nil
            }
            compare(path.item, other.item, renamed, at: other.template, locations, in: context, isMoved, wasMoved) { name($0, $1) }
            compareMoved(path, before, after, in: context, named: name)
        }
        for path in after.items {
            // One that matches the same requests may have another counterpart of its own name.
            if let other = before.counterpart(of: path), after.counterpart(of: other)?.template == path.template { continue }
            for operation in path.item.operations where before.path(with: operation.key, inPlaceOf: path, of: after) == nil {
                add(operation, at: path.template, (old.location, path.location), in: context)
            }
        }
    }

    private func tellRenamed(_ path: PathIndex.Path, _ other: PathIndex.Path, in context: Context) {
        for (old, new) in path.renamed(in: other) where old != new {
            let subject = context.adding(path.template)
            report(.pathParameterRenamed, in: subject, "the parameter \(old) is called \(new)", path.location, other.location)
        }
    }

    /// Operations that stand at another path now, which matches the same requests.
    private func compareMoved(
        _ path: PathIndex.Path,
        _ before: PathIndex,
        _ after: PathIndex,
        in context: Context,
        named name: (String, String) -> String
    ) {
        for entry in path.item.operations {
            guard after[path.template]?.item.operations[entry.key] == nil,
                let other = after.path(with: entry.key, inPlaceOf: path, of: before), let moved = other.item.operations.entry(entry.key),
                after.counterpart(of: path)?.template != other.template
            else { continue }
            tellRenamed(path, other, in: context)
            compare((entry, path.item), (moved, other.item), path.renamed(in: other), at: other.template, in: context, named: name)
        }
    }

    private func compare(
        _ before: PathItem,
        _ after: PathItem,
        _ renamed: [(String, String)],
        at path: String,
        _ locations: (old: Location, new: Location),
        in context: Context,
        _ isMoved: (HTTPMethod) -> Bool = { _ in false },
        _ wasMoved: (HTTPMethod) -> Bool = { _ in false },
        named name: (String, String) -> String
    ) {
        compareTexts("the summary of the path", before.summary, after.summary, in: context.adding(path), before.location, after.location)
        compareTexts(
            "the description of the path",
            before.description,
            after.description,
            in: context.adding(path),
            before.location,
            after.location
        )
        for entry in before.operations {
            guard let other = after.operations.entry(entry.key) else {
                if !isMoved(entry.key) { remove(entry, at: path, locations, in: context) }
                continue
            }
            compare((entry, before), (other, after), renamed, at: path, in: context, named: name)
        }
        for entry in after.operations where before.operations[entry.key] == nil && !wasMoved(entry.key) {
            add(entry, at: path, locations, in: context)
        }
    }

    private typealias OperationEntry = (operation: OrderedMap<HTTPMethod, Operation>.Entry, item: PathItem)

    private func compare(
        _ before: OperationEntry,
        _ after: OperationEntry,
        _ renamed: [(String, String)],
        at path: String,
        in context: Context,
        named name: (String, String) -> String
    ) {
        let method = after.operation.key.rawValue
        let label = name(method, path)
        let owner = context.owner == 0 ? addOwner(label, isOperation: true) : context.owner
        var inside = Context(owner: owner, subject: context.adding(label).subject)
        inside.operation = ["\(method) \(path)", "\(method) \(path)"]
        if !renamed.isEmpty { inside.operation[0] = "\(method) \(oldPath(path, renamed))" }
        let locations = (old: before.operation.location, new: after.operation.location)
        compareOwnServers(
            (before.operation.value, before.item),
            (after.operation.value, after.item),
            in: inside,
            locations.old,
            locations.new
        )
        compare(
            Call(operation: before.operation.value, item: before.item, location: locations.old),
            Call(operation: after.operation.value, item: after.item, location: locations.new),
            Dictionary(renamed, uniquingKeysWith: { first, _ in first }),
            in: inside
        )
    }

    /// Those of an operation or its path, where one has some: they stand in place of the document's.
    private func compareOwnServers(
        _ before: (operation: Operation, item: PathItem),
        _ after: (operation: Operation, item: PathItem),
        in context: Context,
        _ old: Location,
        _ new: Location
    ) {
        let olds = before.operation.servers.isEmpty ? before.item.servers : before.operation.servers
        let news = after.operation.servers.isEmpty ? after.item.servers : after.operation.servers
        guard !olds.isEmpty || !news.isEmpty else { return }
        compareServers(olds.isEmpty ? self.old.servers : olds, news.isEmpty ? self.new.servers : news, in: context, old, new)
    }

    private func oldPath(_ path: String, _ renamed: [(String, String)]) -> String {
        guard let template = PathTemplate(path) else { return path }
        var names = renamed.map(\.0)[...]
        return template.parts.map { part in
            switch part {
            case .text(let text): text
            case .parameter(let name): "{\(names.popFirst() ?? name)}"
            }
        }.joined()
    }

    private func add(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry,
        at path: String,
        _ locations: (old: Location, new: Location),
        in context: Context
    ) {
        let label = "\(entry.key.rawValue) \(path)"
        let inside = context.adding(label)
        report(
            .operationAdded,
            in: inside,
            "it is new",
            locations.old,
            entry.location,
            .operation(old: nil, new: label),
            summary: entry.value.summary
        )
    }

    private func remove(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry,
        at path: String,
        _ locations: (old: Location, new: Location),
        in context: Context
    ) {
        let label = "\(entry.key.rawValue) \(path)"
        let sunset = entry.value.extensions["x-sunset"]?.text
        let (rule, text): (StructureRule, String) =
            switch (entry.value.deprecated, sunset) {
            case (true, let sunset?) where sunset.isDate && sunset > today:
                (.operationRemovedBeforeSunset, "it is gone before its sunset \(sunset)")
            case (true, let sunset?) where sunset.isDate: (.operationRemovedAfterSunset, "it is gone after its sunset \(sunset)")
            case (true, _): (.operationRemoved, "it is gone; it was deprecated without a sunset")
            case (false, _): (.operationRemoved, "it is gone")
            }
        report(rule, in: context.adding(label), text, entry.location, locations.new, .operation(old: label, new: nil))
    }
}

extension String {
    /// Whether it starts as a day does: `2026-12-31`.
    var isDate: Bool {
        let parts = prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].count == 4 && parts[1].count == 2 && parts[2].count == 2 && parts.allSatisfy { Int($0) != nil }
    }
}
