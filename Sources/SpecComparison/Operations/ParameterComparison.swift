import SpecDocument
import SpecYAML

extension Comparer {
    func compareParameters(_ before: Call, _ after: Call, _ renamed: [String: String], in context: Context) {
        let olds = parameters(of: before, old)
        let news = parameters(of: after, new)
        var rest = news
        var missing: [Parameter] = []
        for parameter in olds {
            let name = parameter.place == .path ? renamed[parameter.name] ?? parameter.name : parameter.name
            let key = Parameter.Key(name: name, place: parameter.place)
            guard let position = rest.firstIndex(where: { $0.key == key }) else {
                missing.append(parameter)
                continue
            }
            compare(parameter, rest.remove(at: position), in: context)
        }
        for parameter in missing {
            if let position = rest.firstIndex(where: { $0.name == parameter.name }) {
                let moved = rest.remove(at: position)
                let text = "it travels in the \(moved.place.rawValue), and did in the \(parameter.place.rawValue)"
                report(.parameterMoved, in: inside(moved, context), text, parameter.location, moved.location, anchor(moved, context))
            } else {
                remove(parameter, after.location, in: context)
            }
        }
        for parameter in rest { add(parameter, before.location, in: context) }
    }

    /// An operation's own, and those of its path that it does not replace.
    private func parameters(of call: Call, _ document: Document) -> [Parameter] {
        let own = call.operation.parameters.compactMap { document.find($0) }
        let shared = call.item.parameters.compactMap { document.find($0) }
        return own + shared.inherited(besides: own)
    }

    private func inside(_ parameter: Parameter, _ context: Context) -> Context {
        context.adding("\(parameter.place.rawValue) parameter \(parameter.name)")
    }

    private func anchor(_ parameter: Parameter, _ context: Context) -> Anchor {
        .parameter(operation: context.operation, name: parameter.name)
    }

    private func add(_ parameter: Parameter, _ old: Location, in context: Context) {
        let hasDefault = parameter.format.schema.map { new.conjuncts(of: [$0]).contains { $0.defaultValue != nil } } ?? false
        let rule: StructureRule =
            !parameter.required ? .optionalParameterAdded : hasDefault ? .requiredParameterWithDefaultAdded : .requiredParameterAdded
        let text = "the \(parameter.required ? "required" : "optional") parameter is new"
        report(rule, in: inside(parameter, context), text, old, parameter.location, anchor(parameter, context))
    }

    private func remove(_ parameter: Parameter, _ new: Location, in context: Context) {
        if isCallback, parameter.required {
            report(
                .requiredParameterRemoved,
                in: inside(parameter, context),
                "the required parameter is gone",
                parameter.location,
                new,
                anchor(parameter, context)
            )
            return
        }
        let sunset = parameter.extensions["x-sunset"]?.text
        let (rule, text): (StructureRule, String) =
            switch (parameter.deprecated, sunset) {
            case (true, let sunset?) where sunset.isDate && sunset > today:
                (.parameterRemovedBeforeSunset, "it is gone before its sunset \(sunset)")
            case (true, let sunset?) where sunset.isDate: (.parameterRemovedAfterSunset, "it is gone after its sunset \(sunset)")
            default: (.parameterRemoved, "it is gone")
            }
        report(rule, in: inside(parameter, context), text, parameter.location, new, anchor(parameter, context))
    }

    private func compare(_ before: Parameter, _ after: Parameter, in outer: Context) {
        let context = inside(after, outer)
        let (old, new) = (before.location, after.location)
        func tell(_ rule: StructureRule, _ text: String) { report(rule, in: context, text, old, new, anchor(after, outer)) }
        if before.required != after.required {
            let text = after.required ? "it is required, and was optional" : "it is optional, and was required"
            tell(after.required ? .parameterBecameRequired : .parameterBecameOptional, text)
        }
        if before.deprecated != after.deprecated {
            tell(
                after.deprecated ? .parameterDeprecated : .parameterReinstated,
                after.deprecated ? "it is deprecated" : "it is no longer deprecated"
            )
        }
        if before.deprecated || after.deprecated {
            compareSunsets(before.extensions, after.extensions, isDeprecated: after.deprecated, in: context, old, new)
        }
        if before.allowEmptyValue != after.allowEmptyValue {
            let text = after.allowEmptyValue ? "it may be empty" : "it may no longer be empty"
            tell(after.allowEmptyValue ? .parameterEmptyAllowed : .parameterEmptyRefused, text)
        }
        compareTexts("the description", before.description, after.description, in: context, old, new)
        compareExamples(before.format.example, before.format.examples, after.format.example, after.format.examples, in: context, old, new)
        compareStyles(before, after, tell)
        compareFormats(before.format, after.format, isRequest: true, in: context, old, new, holder: anchor(after, outer), tell)
    }

    private func compareStyles(_ before: Parameter, _ after: Parameter, _ tell: (StructureRule, String) -> Void) {
        guard before.format.content.isEmpty, after.format.content.isEmpty else { return }
        if before.style != after.style {
            tell(.parameterStyleChanged, "the style went from \(before.style.rawValue) to \(after.style.rawValue)")
        }
        let depends = explodes(before.format.schema, before.style, old) || explodes(after.format.schema, after.style, new)
        if before.explode != after.explode, before.style == after.style, depends {
            tell(.parameterExplodeChanged, "explode went from \(before.explode) to \(after.explode)")
        }
        if before.format.allowReserved != after.format.allowReserved {
            let isAllowed = after.format.allowReserved
            tell(isAllowed ? .parameterReservedAllowed : .parameterReservedRefused, "allowReserved went from \(!isAllowed) to \(isAllowed)")
        }
    }

    /// Whether it depends on `explode` how a value is written ("Style Examples" of the specification).
    func explodes(_ schema: Referenced<Schema>?, _ style: ValueFormat.Style, _ document: Document) -> Bool {
        let types = schema.map { FlatSchema([$0], of: document).types } ?? .any
        return switch style {
        case .deepObject: false
        case .simple: types.contains(.object)
        default: !types.isDisjoint(with: [.array, .object])
        }
    }

    /// The type of a parameter or a header, and how it is put into text.
    func compareFormats(
        _ before: ValueFormat,
        _ after: ValueFormat,
        isRequest: Bool,
        in context: Context,
        _ old: Location,
        _ new: Location,
        holder: Anchor? = nil,
        _ tell: (StructureRule, String) -> Void
    ) {
        let direction = isRequest ? requestDirection : requestDirection.reversed
        let changed: StructureRule = isRequest ? .parameterContentChanged : .headerFormatChanged
        let rules: (StructureRule, StructureRule) =
            isRequest ? (.parameterSchemaAdded, .parameterSchemaRemoved) : (.headerSchemaAdded, .headerSchemaRemoved)
        if before.collectionFormats != after.collectionFormats {
            let (was, now) = (before.collectionFormats.shownAsFormats, after.collectionFormats.shownAsFormats)
            tell(isRequest ? .parameterStyleChanged : .headerFormatChanged, "collectionFormat went from \(was) to \(now)")
        }
        switch (before.content.first, after.content.first) {
        case (nil, nil):
            compare(before.schema, after.schema, rules, direction, in: context, old, new, holder: holder, isText: true)
        case (nil, let now?): tell(changed, "it is written as \(now.key)")
        case (let was?, nil): tell(changed, "it is no longer written as \(was.key)")
        case (let was?, let now?):
            guard was.key.lowercased() == now.key.lowercased() else {
                tell(changed, "it is written as \(now.key), and was as \(was.key)")
                return
            }
            let schemas = (self.old.find(was.value)?.schema, self.new.find(now.value)?.schema)
            compare(schemas.0, schemas.1, rules, direction, in: context, old, new)
        }
    }
}

extension [String] {
    /// Formats of nested lists, from the outermost on.
    fileprivate var shownAsFormats: String { isEmpty ? "csv" : joined(separator: " of ") }
}
