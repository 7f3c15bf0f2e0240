import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The type of a form of parts, whose properties may be files. Where `encoding` gives header fields to parts, the form is a type of its own:
    /// the schema by itself knows nothing of them.
    mutating func formType(of media: MediaType, at place: SwiftName) -> SwiftType {
        guard let schema = media.schema else { return .json }
        let isOuterForm = plansForm
        plansForm = true
        defer { plansForm = isOuterForm }
        let described = media.encoding.filter { !$0.value.partHeaders.isEmpty }
        guard var form = settled(schema), case .object = form.form, form.isStruct else {
            return (type(of: schema, at: place) ?? .json).spelt
        }
        for entry in media.encoding { noteUnfollowed(entry, in: form) }
        let areFilesMeant = document.version.minor > 0 && takeAnythingForFiles(in: &form, by: media.encoding)
        guard !described.isEmpty || areFilesMeant else { return (type(of: schema, at: place) ?? .json).spelt }
        form.location = media.location
        let type = (type(of: .inline(form), at: place) ?? .json).spelt
        for entry in described { describePart(entry, of: type) }
        return type
    }

    /// Notes what `encoding` asks of a part and doesn't get.
    private mutating func noteUnfollowed(_ entry: OrderedMap<String, Encoding>.Entry, in form: Schema) {
        let encoding = entry.value
        if encoding.contentType == nil, encoding.style != nil || encoding.explode != nil, let part = form.properties[entry.key] {
            let isUsual = (encoding.style ?? .form) == .form && encoding.explode ?? true
            guard !isUsual, let schema = settled(part), !schema.isPlainPart else { return }
            note(
                at: entry.location,
                "'style' and 'explode' of '\(entry.key)' are not followed in parts; arrays are a part for each element"
            )
        }
        guard let type = encoding.contentType, !type.isJSONMediaType, let part = form.properties[entry.key], var schema = settled(part)
        else {
            return
        }
        if case .array = schema.form, let items = schema.items, let element = settled(items) { schema = element }
        guard case .object = schema.form else { return }
        warn(
            at: entry.location,
            "'\(entry.key)' is an object, which is written as JSON under the media type '\(type)'; make it a string to write it as such"
        )
    }

    /// Since OpenAPI 3.1 a part of which the schema says nothing is a file, unless `encoding` says that it is text or JSON.
    private func takeAnythingForFiles(in form: inout Schema, by encoding: OrderedMap<String, Encoding>) -> Bool {
        var areFound = false
        var properties = OrderedMap<String, Referenced<Schema>>()
        for entry in form.properties {
            var value = entry.value
            let type = encoding[entry.key]?.contentType
            if type?.isJSONMediaType != true, type?.hasPrefix("text/") != true, let file = value.file {
                value = .inline(file)
                areFound = true
            }
            properties.append(.init(key: entry.key, location: entry.location, value: value))
        }
        form.properties = properties
        return areFound
    }

    /// Gives a part the header fields that `encoding` has for it.
    private mutating func describePart(_ entry: OrderedMap<String, Encoding>.Entry, of form: SwiftType) {
        guard case .named(let owner) = form, let position = models.firstIndex(where: { $0.name == owner }),
            case .object(var object) = models[position].shape
        else { return }
        guard let index = object.properties.firstIndex(where: { $0.wireName == entry.key }) else {
            warn(at: entry.location, "the form has no property '\(entry.key)'; correct the name, for its header fields mean nothing")
            return
        }
        let name = scope.take(owner.adding(SwiftName(type: entry.key)), orAdding: "Part")
        var names = NameScope(reserving: [PartPlan.contentName, "init", "self", "write", "reader", "writer", "part"])
        let headers = entry.value.partHeaders.compactMap { headerPlan($0, at: name, in: &names) }
        guard !headers.isEmpty else { return scope.giveBack(name) }
        let isJSON = entry.value.contentType?.isJSONMediaType == true
        var content = object.properties[index].type
        object.properties[index].type = content.replacingPart(by: .named(name), isWhole: isJSON, content: &content)
        object.properties[index].checks = []
        pendingLiterals.removeAll { $0.owner == owner && $0.property == index }
        models[position].shape = .object(object)
        let doc = DocComment("The part `\(entry.key)` of a form, with its header fields.")
        models.append(ModelPlan(name: name, doc: doc, shape: .part(PartPlan(content: content, headers: headers))))
    }
}

extension Referenced<Schema> {
    /// The file, or the files, that a schema that says nothing is taken for; nil for any other schema.
    fileprivate var file: Schema? {
        guard var schema = inline else { return nil }
        if schema.boolean == nil, schema.isAnything {
            schema.types = [.string]
            schema.format = "binary"
            return schema
        }
        guard schema.types == [.array], let item = schema.items?.file else { return nil }
        schema.items = .inline(item)
        return schema
    }
}

extension Schema {
    /// Whether a settled schema is of values for which styles make no difference.
    fileprivate var isPlainPart: Bool {
        switch form {
        case .array, .object, .tuple, .union, .any: false
        default: true
        }
    }
}

extension Encoding {
    /// The header fields that a part has beside those that say what it is and which.
    fileprivate var partHeaders: [OrderedMap<String, Referenced<Header>>.Entry] {
        headers.filter { !["content-type", "content-disposition"].contains($0.key.lowercased()) }
    }
}

extension SwiftType {
    /// The type of a property whose parts become another type. An array is a part for each element, unless it is written as a whole.
    fileprivate func replacingPart(by part: SwiftType, isWhole: Bool, content: inout SwiftType) -> SwiftType {
        switch self {
        case .optional(let wrapped): return .optional(wrapped.replacingPart(by: part, isWhole: isWhole, content: &content))
        case .array(let element) where !isWhole && !element.isArray:
            content = element
            return .array(part)
        default:
            content = self
            return part
        }
    }

    private var isArray: Bool { if case .array = self { true } else { false } }
}
