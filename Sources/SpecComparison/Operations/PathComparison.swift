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
            compare(old, new, at: entry.key, (entry.location, other.location), in: inside) { method, _ in method }
        }
        for entry in after where before[entry.key] == nil {
            report(added, in: context.adding("\(noun) \(entry.key)"), "it is new", locations.old, entry.location)
        }
    }

    /// Operations are compared with those that answer the same requests, be it at a path whose parameters have other names.
    private func compareItems(_ before: PathIndex, _ after: PathIndex, in context: Context, named name: (String, String) -> String) {
        for path in before.items {
            let same = after.counterpart(of: path)
            if let same {
                tellRenamed(path, same, in: context)
                compareTexts(path.item, same.item, at: same.template, in: context)
            }
            var renamed: [(OrderedMap<HTTPMethod, Operation>.Entry, PathIndex.Counterpart)] = []
            for entry in path.item.operations {
                switch after.counterpart(of: entry.key, at: path, in: before) {
                case nil: remove(entry, at: same?.template ?? path.template, same?.location ?? new.location, in: context)
                case let other? where other.path.template == same?.template: compare(entry, other, of: path, in: context, named: name)
                case let other?: renamed.append((entry, other))
                }
            }
            for (entry, other) in renamed {
                tellRenamed(path, other.path, in: context)
                compare(entry, other, of: path, in: context, named: name)
            }
        }
        for path in after.items {
            for entry in path.item.operations where before.counterpart(of: entry.key, at: path, in: after) == nil {
                add(entry, at: path.template, before.counterpart(of: path)?.location ?? old.location, in: context)
            }
        }
    }

    private func compare(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry,
        _ other: PathIndex.Counterpart,
        of path: PathIndex.Path,
        in context: Context,
        named name: (String, String) -> String
    ) {
        let renamed = path.renamed(in: other.path)
        compare((entry, path.item), (other.operation, other.path.item), renamed, at: other.path.template, in: context, named: name)
    }

    private func tellRenamed(_ path: PathIndex.Path, _ other: PathIndex.Path, in context: Context) {
        for (old, new) in path.renamed(in: other) where old != new {
            let subject = context.adding(path.template)
            report(.pathParameterRenamed, in: subject, "the parameter \(old) is called \(new)", path.location, other.location)
        }
    }

    private func compareTexts(_ before: PathItem, _ after: PathItem, at path: String, in context: Context) {
        let inside = context.adding(path)
        compareTexts("the summary of the path", before.summary, after.summary, in: inside, before.location, after.location)
        compareTexts("the description of the path", before.description, after.description, in: inside, before.location, after.location)
    }

    private func compare(
        _ before: PathItem,
        _ after: PathItem,
        at path: String,
        _ locations: (old: Location, new: Location),
        in context: Context,
        named name: (String, String) -> String
    ) {
        compareTexts(before, after, at: path, in: context)
        for entry in before.operations {
            guard let other = after.operations.entry(entry.key) else {
                remove(entry, at: path, locations.new, in: context)
                continue
            }
            compare((entry, before), (other, after), [], at: path, in: context, named: name)
        }
        for entry in after.operations where before.operations[entry.key] == nil { add(entry, at: path, locations.old, in: context) }
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
        _ old: Location,
        in context: Context
    ) {
        let label = "\(entry.key.rawValue) \(path)"
        let inside = context.adding(label)
        report(
            .operationAdded,
            in: inside,
            "it is new",
            old,
            entry.location,
            .operation(old: nil, new: label),
            summary: entry.value.summary
        )
    }

    private func remove(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry,
        at path: String,
        _ new: Location,
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
        report(rule, in: context.adding(label), text, entry.location, new, .operation(old: label, new: nil))
    }
}

extension String {
    /// Whether it starts as a day does: `2026-12-31`.
    var isDate: Bool {
        let parts = prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].count == 4 && parts[1].count == 2 && parts[2].count == 2 && parts.allSatisfy { Int($0) != nil }
    }
}
