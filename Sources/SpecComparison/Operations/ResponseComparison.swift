import SpecDocument
import SpecYAML

extension Comparer {
    private typealias Entry = OrderedMap<ResponseStatus, Referenced<Response>>.Entry

    func compareResponses(_ before: Operation, _ after: Operation, in context: Context) {
        let (old, new) = (before.responses, after.responses)
        let places = (old.location ?? before.location, new.location ?? after.location)
        for entry in old.byStatus {
            if let other = new.byStatus.entry(entry.key) {
                compare(entry, other, in: context)
            } else if let other = new.cover(of: entry.key) {
                // What is described for more statuses holds for this one.
                compare(entry, other, in: context)
            } else {
                remove(entry, places.1, in: context)
            }
        }
        for entry in new.byStatus where old.byStatus[entry.key] == nil {
            if let other = old.cover(of: entry.key) {
                let summary = self.new.find(entry.value)?.description
                report(
                    .errorResponseAdded,
                    in: context.adding("response \(entry.key)"),
                    "it has an entry of its own; it was \(other.key)",
                    other.location,
                    entry.location,
                    anchor(entry.key, context),
                    summary: summary
                )
                compare(other, entry, in: context)
            } else {
                add(entry, places.0, in: context)
            }
        }
    }

    private func anchor(_ status: ResponseStatus, _ context: Context) -> Anchor {
        .status(operation: context.operation, status: status.description)
    }

    private func add(_ entry: Entry, _ old: Location, in context: Context) {
        let inside = context.adding("response \(entry.key)")
        let rule: StructureRule = entry.key == .default ? .defaultResponseAdded : entry.key.isError ? .errorResponseAdded : .responseAdded
        report(rule, in: inside, "it is new", old, entry.location, anchor(entry.key, context), summary: new.find(entry.value)?.description)
    }

    private func remove(_ entry: Entry, _ new: Location, in context: Context) {
        let inside = context.adding("response \(entry.key)")
        let rule: StructureRule =
            entry.key == .default ? .defaultResponseRemoved : entry.key.isError ? .errorResponseRemoved : .responseRemoved
        report(rule, in: inside, "it is gone", entry.location, new, anchor(entry.key, context))
    }

    private func compare(_ before: Entry, _ after: Entry, in outer: Context) {
        guard let old = self.old.find(before.value), let new = self.new.find(after.value) else { return }
        let status = before.key == after.key ? "\(before.key)" : before.key == .default ? "\(after.key)" : "\(before.key)"
        let context = shared(before, after, status, in: outer)
        if before.key == after.key {
            compareTexts("the description", old.description, new.description, in: context, old.location, new.location)
        }
        compareHeaders(old, new, in: context)
        compareContents(old.content, new.content, .response, in: context, old.location, new.location)
        compareLinks(old, new, in: context)
    }

    /// A response of the components is told of once, whichever operations have it.
    private func shared(_ before: Entry, _ after: Entry, _ status: String, in outer: Context) -> Context {
        guard let old = before.value.reference, let new = after.value.reference, let oldName = (try? self.old.target(of: old))?.name,
            let newName = (try? self.new.target(of: new))?.name, oldName == newName, !isCallback
        else { return outer.adding("response \(status)") }
        let owner = sharedOwner(of: newName)
        uses(owner, by: outer.owner)
        return Context(owner: owner, subject: "response \(newName)", operation: outer.operation)
    }

    private func compareHeaders(_ before: Response, _ after: Response, in context: Context) {
        var rest = Array(after.headers)
        for entry in before.headers {
            guard let was = old.find(entry.value) else { continue }
            let inside = context.adding("header \(entry.key)")
            guard let position = rest.firstIndex(where: { $0.key.lowercased() == entry.key.lowercased() }) else {
                let text = "the \(was.required ? "required" : "optional") header is gone"
                report(was.required ? .requiredHeaderRemoved : .optionalHeaderRemoved, in: inside, text, entry.location, after.location)
                continue
            }
            let other = rest.remove(at: position)
            if let now = new.find(other.value) { compare(was, now, in: inside, entry.location, other.location) }
        }
        for entry in rest {
            guard let now = new.find(entry.value) else { continue }
            let text = "the \(now.required ? "required" : "optional") header is new"
            let inside = context.adding("header \(entry.key)")
            report(now.required ? .requiredHeaderAdded : .optionalHeaderAdded, in: inside, text, before.location, entry.location)
        }
    }

    private func compare(_ before: Header, _ after: Header, in context: Context, _ old: Location, _ new: Location) {
        func tell(_ rule: StructureRule, _ text: String) { report(rule, in: context, text, old, new) }
        if before.required != after.required {
            let text = after.required ? "it is required, and was optional" : "it is optional, and was required"
            tell(after.required ? .headerBecameRequired : .headerBecameOptional, text)
        }
        if before.deprecated != after.deprecated {
            tell(
                after.deprecated ? .headerDeprecated : .headerReinstated,
                after.deprecated ? "it is deprecated" : "it is no longer deprecated"
            )
        }
        compareTexts("the description", before.description, after.description, in: context, old, new)
        let depends = explodes(before.format.schema, .simple, self.old) || explodes(after.format.schema, .simple, self.new)
        if before.explode != after.explode, depends {
            tell(.headerFormatChanged, "explode went from \(before.explode) to \(after.explode)")
        }
        compareFormats(before.format, after.format, isRequest: false, in: context, old, new, tell)
    }

    private func compareLinks(_ before: Response, _ after: Response, in context: Context) {
        for entry in before.links {
            let inside = context.adding("link \(entry.key)")
            guard let other = after.links.entry(entry.key) else {
                report(.linkRemoved, in: inside, "it is gone", entry.location, after.location)
                continue
            }
            guard let old = self.old.find(entry.value), let new = self.new.find(other.value), old.signature != new.signature else {
                continue
            }
            report(.linkChanged, in: inside, "it leads elsewhere", entry.location, other.location)
        }
        for entry in after.links where before.links[entry.key] == nil {
            report(.linkAdded, in: context.adding("link \(entry.key)"), "it is new", before.location, entry.location)
        }
    }
}

extension Responses {
    /// The entry that says what a status without one of its own is; a success is never what `default` says.
    fileprivate func cover(of status: ResponseStatus) -> OrderedMap<ResponseStatus, Referenced<Response>>.Entry? {
        switch status {
        case .code(let code): byStatus.entry(.range(code / 100)) ?? (status.isError ? byStatus.entry(.default) : nil)
        case .range: status.isError ? byStatus.entry(.default) : nil
        case .default: nil
        }
    }
}

extension ResponseStatus {
    fileprivate var isError: Bool {
        switch self {
        case .code(let code): code >= 400
        case .range(let hundreds): hundreds >= 4
        case .default: true
        }
    }
}

extension Link {
    fileprivate var signature: [String?] {
        [operationId, operationRef, requestBody?.canonicalText, server?.url]
            + parameters.map { "\($0.key)=\($0.value.canonicalText)" }.sorted()
    }
}
