import SpecDocument
import SpecYAML

extension Comparer {
    func compareBodies(_ before: Call, _ after: Call, in outer: Context) {
        let context = outer.adding("request body")
        let old = before.operation.requestBody.flatMap { self.old.find($0) }
        let new = after.operation.requestBody.flatMap { self.new.find($0) }
        let anchor = Anchor.operation(old: outer.operation[0], new: outer.operation[1])
        switch (old, new) {
        case (nil, nil): return
        case (nil, let new?):
            let rule: StructureRule = new.required ? .requiredBodyAdded : .optionalBodyAdded
            report(rule, in: context, "the \(new.required ? "required" : "optional") body is new", before.location, new.location, anchor)
        case (let old?, nil): report(.bodyRemoved, in: context, "the body is gone", old.location, after.location, anchor)
        case (let old?, let new?):
            if old.required != new.required {
                let text = new.required ? "it is required, and was optional" : "it is optional, and was required"
                report(new.required ? .bodyBecameRequired : .bodyBecameOptional, in: context, text, old.location, new.location, anchor)
            }
            compareTexts("the description", old.description, new.description, in: context, old.location, new.location)
            compareContents(old.content, new.content, .request, in: context, old.location, new.location)
        }
    }

    /// What a body may be: each media type on its own.
    ///
    /// - Parameter side: whether the caller sends it, or whoever is called.
    func compareContents(
        _ before: OrderedMap<String, Referenced<MediaType>>,
        _ after: OrderedMap<String, Referenced<MediaType>>,
        _ side: Direction,
        in context: Context,
        _ old: Location,
        _ new: Location
    ) {
        let isRequest = side == .request
        var rest = Array(after)
        var missing: [OrderedMap<String, Referenced<MediaType>>.Entry] = []
        for entry in before {
            guard let position = rest.firstIndex(where: { $0.key.mediaRange == entry.key.mediaRange }) else {
                missing.append(entry)
                continue
            }
            compare(entry, rest.remove(at: position), side, in: context)
        }
        for entry in missing {
            let narrower = rest.filter { entry.key.mediaRange.covers($0.key.mediaRange) }
            if let wider = after.narrowestRange(around: entry) {
                // Several may have become one.
                rest.removeAll { $0.key == wider.key }
                if !before.contains(where: { $0.key.mediaRange == wider.key.mediaRange }) {
                    let rule: StructureRule = isRequest ? .requestMediaTypeWidened : .responseMediaTypeWidened
                    report(rule, in: context, "\(entry.key) became \(wider.key)", entry.location, wider.location)
                }
                compare(entry, wider, side, in: context)
            } else if let first = narrower.first {
                rest.removeAll { entry.key.mediaRange.covers($0.key.mediaRange) }
                let rule: StructureRule = isRequest ? .requestMediaTypeNarrowed : .responseMediaTypeNarrowed
                let names = narrower.map(\.key).joined(separator: " and ")
                report(rule, in: context, "\(entry.key) became \(names)", entry.location, first.location)
                for other in narrower { compare(entry, other, side, in: context) }
            } else {
                let rule: StructureRule =
                    isRequest ? .requestMediaTypeRemoved : after.isEmpty ? .responseBodyRemoved : .responseMediaTypeRemoved
                report(rule, in: context, "\(entry.key) is gone", entry.location, new)
            }
        }
        for entry in rest {
            if let wider = before.narrowestRange(around: entry) {
                // What is told of a range holds for what has no entry of its own.
                let text = "\(entry.key) has an entry of its own; it was \(wider.key)"
                report(.documentationChanged, in: context, text, wider.location, entry.location)
                compare(wider, entry, side, in: context)
                continue
            }
            let rule: StructureRule = isRequest ? .requestMediaTypeAdded : before.isEmpty ? .responseBodyAdded : .responseMediaTypeAdded
            report(rule, in: context, "\(entry.key) is new", old, entry.location)
        }
    }

    private func compare(
        _ before: OrderedMap<String, Referenced<MediaType>>.Entry,
        _ after: OrderedMap<String, Referenced<MediaType>>.Entry,
        _ side: Direction,
        in outer: Context
    ) {
        guard let old = self.old.find(before.value), let new = self.new.find(after.value) else { return }
        let context = outer.adding(after.key)
        let direction = side == .request ? requestDirection : requestDirection.reversed
        let rules: (StructureRule, StructureRule) =
            side == .request ? (.requestSchemaAdded, .requestSchemaRemoved) : (.responseSchemaAdded, .responseSchemaRemoved)
        let schemas = (old.schema(of: before.key), new.schema(of: after.key))
        compare(schemas.0, schemas.1, rules, direction, in: context, before.location, after.location)
        compare(old.itemSchema, new.itemSchema, rules, direction, in: context.adding("each item"), before.location, after.location)
        compareExamples(old.example, old.examples, new.example, new.examples, in: context, before.location, after.location)
        compareEncodings(old, new, (before.key, after.key), direction, in: context, before.location, after.location)
    }

    func compareExamples(
        _ old: YAMLNode?,
        _ olds: OrderedMap<String, Referenced<Example>>,
        _ new: YAMLNode?,
        _ news: OrderedMap<String, Referenced<Example>>,
        in context: Context,
        _ before: Location,
        _ after: Location
    ) {
        guard old != nil || new != nil || !olds.isEmpty || !news.isEmpty else { return }
        func texts(_ example: YAMLNode?, _ examples: OrderedMap<String, Referenced<Example>>, _ document: Document) -> [String?] {
            [example?.canonicalText]
                + examples.map { entry in
                    let found = document.find(entry.value)
                    return [entry.key, found?.summary, found?.description, found?.value?.canonicalText].compactMap(\.self).joined(
                        separator: "\n"
                    )
                }
        }
        guard texts(old, olds, self.old) != texts(new, news, self.new) else { return }
        report(.documentationChanged, in: context, "the examples have changed", before, after)
    }
}

extension MediaType {
    /// Its schema; `nil` where it says just that the body is of bytes, as documents of OpenAPI 3.0 do, and 3.1 does by saying nothing.
    fileprivate func schema(of range: String) -> Referenced<Schema>? {
        guard let schema = schema?.inline, schema.types == [.string], schema.constraints == nil, range.mediaRange.isOfBytes else {
            return self.schema
        }
        let rest = schema.applicators
        if schema.format == "binary", rest == nil { return nil }
        let isTyped = rest?.contentMediaType?.mediaRange == range.mediaRange && rest?.contentEncoding == nil && rest?.contentSchema == nil
        return schema.format == nil && isTyped ? nil : self.schema
    }
}

/// A media type or a range of them, without parameters.
struct MediaRange: Hashable {
    var type: String
    var subtype: String
    /// As `version=1`, sorted; which charset makes no difference to JSON.
    var parameters: [String]

    /// Whether it is surely neither text nor JSON nor a form.
    fileprivate var isOfBytes: Bool {
        ["image", "audio", "video"].contains(type) || type == "application" && ["octet-stream", "pdf", "zip", "gzip"].contains(subtype)
    }

    func covers(_ other: MediaRange) -> Bool {
        self != other && (type == "*" || type == other.type && (subtype == "*" || subtype == other.subtype && parameters.isEmpty))
    }
}

extension OrderedMap<String, Referenced<MediaType>> {
    /// The entry that holds for what another one names, where that one is missing.
    fileprivate func narrowestRange(around entry: Entry) -> Entry? {
        let wider = filter { $0.key.mediaRange.covers(entry.key.mediaRange) }
        return wider.first { range in !wider.contains { range.key.mediaRange.covers($0.key.mediaRange) } }
    }
}

extension String {
    var mediaRange: MediaRange {
        let parts = split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" }.lowercased() }
        let names = (parts.first ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        let parameters = parts.dropFirst().filter { !$0.hasPrefix("charset=") }.sorted()
        return MediaRange(type: names.first ?? "", subtype: names.count > 1 ? names[1] : "*", parameters: parameters)
    }
}
