import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    mutating func bodyPlan(of operation: Operation, for typeName: SwiftName, in names: inout NameScope) -> BodyPlan? {
        guard let reference = operation.requestBody, let body = lookUp(reference) else { return nil }
        let contents = contentsPlan(of: body.content, at: typeName.adding("Body"), choice: typeName.adding("Body"))
        guard let type = contents.type else { return nil }
        return BodyPlan(
            name: names.take("body", orAdding: "Content"),
            contents: contents,
            type: type,
            isRequired: body.required,
            doc: DocComment(body.description)
        )
    }

    /// The contents of a body, and the enum that tells several apart.
    ///
    /// - Parameters:
    ///   - place: the name of what an inline schema becomes.
    ///   - choice: the wanted name of the enum.
    mutating func contentsPlan(
        of content: OrderedMap<String, Referenced<MediaType>>,
        at place: SwiftName,
        choice: SwiftName
    ) -> ContentsPlan {
        let choice = content.count > 1 ? scope.take(choice, orAdding: "Content") : nil
        var names = NameScope(reserving: ["init", "self"])
        var plans: [ContentPlan] = []
        for entry in content {
            guard let media = lookUp(entry.value) else { continue }
            var form = ContentForm(of: entry.key, media, in: self)
            // A range that JSON is in, beside JSON by its own name, is for all others.
            if form == .json, entry.key.contains("*"), content.contains(where: { $0.key.essence == "application/json" }) || plans.haveJSON {
                form = .typedBinary
            }
            let caseName = form.caseName(of: entry.key)
            noteIgnoredSchema(of: media, form, at: entry)
            var plan = contentPlan(
                of: media,
                form,
                as: entry.key,
                at: content.count > 1 ? place.adding(SwiftName(type: caseName.text)) : place
            )
            // One model in several media types of one kind is one content.
            if let same = plans.firstIndex(where: { $0.kind == plan.kind && $0.type == plan.type && plan.kind == .json }) {
                plans[same].mediaTypes.append(contentsOf: plan.mediaTypes)
                continue
            }
            plan.caseName = names.take(caseName, orAdding: SwiftName(type: entry.key.essence))
            plans.append(plan)
        }
        if plans.count > 1 { return ContentsPlan(plans, choice: choice) }
        if let choice { scope.giveBack(choice) }
        return ContentsPlan(plans, choice: nil)
    }

    private mutating func contentPlan(of media: MediaType, _ form: ContentForm, as name: String, at place: SwiftName) -> ContentPlan {
        let type: SwiftType
        var kind = ContentPlan.Kind.json
        var sent = name
        switch form {
        case .json:
            type = media.schema.map { bodyType(of: $0, at: place) } ?? .json
            if name.contains("*") { sent = "application/json" }
        case .form:
            type = media.schema.map { bodyType(of: $0, at: place) } ?? .dictionary(.string)
            kind = .form(media.encoding.compactMap { ContentPlan.FormField($0) })
        case .multipart:
            type = formType(of: media, at: place)
            kind = .multipart(
                media.encoding.compactMap { entry in
                    entry.value.contentType.map { ContentPlan.PartType(name: entry.key, mediaType: $0) }
                }
            )
        case .parts: (type, kind) = (.runtime("MultipartBody"), .parts)
        case .text:
            let planned = media.schema.flatMap { self.type(of: $0, at: place) }
            (type, kind) = (planned.map(\.value).flatMap { isPlainText($0) ? $0 : nil } ?? .string, .text)
        case .binary: (type, kind) = (.runtime("Body"), .binary)
        case .typedBinary: (type, kind) = (.runtime("TypedBody"), .typedBinary)
        case .lines:
            let element = itemSchema(of: media).map { streamedType(of: $0, at: place.adding("Item")) } ?? .json
            (type, kind) = (.generic("JSONLines", element), .lines)
        case .events:
            let payload = eventSchema(of: media).map { streamedType(of: $0, at: place.adding("Event")) } ?? .string
            (type, kind) = (.generic("EventStream", payload), .events)
        }
        return ContentPlan(
            mediaTypes: sent == name ? [name] : [sent, name],
            kind: kind,
            type: type,
            caseName: "content",
            checks: checks(of: media, form, as: type)
        )
    }

    /// Notes a schema that the type of a body doesn't follow, once for each media type.
    private mutating func noteIgnoredSchema(
        of media: MediaType,
        _ form: ContentForm,
        at entry: OrderedMap<String, Referenced<MediaType>>.Entry
    ) {
        let schema = (media.schema ?? media.itemSchema).flatMap { settled($0) }
        let what: String
        switch form {
        case .binary, .typedBinary:
            guard schema?.isStructured == true else { return }
            what = "are bytes, whatever the schema says"
        case .text:
            switch schema?.form {
            case .object, .array, .tuple: what = "are texts, whatever the schema says"
            default: return
            }
        case .parts:
            guard schema?.isStructured == true || !media.prefixEncoding.isEmpty || media.itemEncoding != nil else { return }
            what = "are parts of any kind, whatever schema and encodings say"
        default: return
        }
        guard notedMediaTypes.insert(entry.key.essence).inserted else { return }
        note(at: entry.location, "bodies as '\(entry.key)' \(what), here and elsewhere; the application reads and writes them")
    }

    /// What is checked of a body as a whole; a struct checks its properties itself.
    private mutating func checks(of media: MediaType, _ form: ContentForm, as type: SwiftType) -> [CheckPlan] {
        guard let schema = media.schema, let settled = settled(schema) else { return [] }
        switch form {
        case .json, .form, .multipart: return checks(of: settled)
        case .text:
            // What has no form as text is text all the same.
            guard type != .string || settled.isPlainString else { return [] }
            return checks(of: settled)
        case .parts, .binary, .typedBinary, .lines, .events: return []
        }
    }

    private mutating func bodyType(of schema: Referenced<Schema>, at place: SwiftName) -> SwiftType {
        (type(of: schema, at: place) ?? .json).spelt
    }

    private mutating func streamedType(of schema: Referenced<Schema>, at place: SwiftName) -> SwiftType {
        reportUncheckedConstraints(of: schema)
        return bodyType(of: schema, at: place)
    }

    /// The schema of what stands in a line: `itemSchema`, or before OpenAPI 3.2 `schema`, of an array its items.
    private func itemSchema(of media: MediaType) -> Referenced<Schema>? {
        if let item = media.itemSchema { return item }
        guard let schema = media.schema, let described = schema.inline ?? lookUp(schema) else { return media.schema }
        return described.items ?? schema
    }

    /// The schema of what an event's `data` holds. That of OpenAPI 3.2 describes the whole event, `data` being one of its properties.
    private func eventSchema(of media: MediaType) -> Referenced<Schema>? {
        guard let item = itemSchema(of: media), let described = item.inline ?? lookUp(item) else { return nil }
        guard media.itemSchema != nil, let data = described.properties["data"] else { return item }
        return (data.inline ?? lookUp(data))?.applicators?.contentSchema ?? data
    }
}

extension ContentPlan.FormField {
    /// Nil where `encoding` says nothing that makes a difference.
    fileprivate init?(_ entry: OrderedMap<String, Encoding>.Entry) {
        let encoding = entry.value
        if encoding.style == nil, encoding.explode == nil, encoding.allowReserved == nil {
            guard encoding.contentType?.isJSONMediaType == true else { return nil }
            self.init(name: entry.key, style: nil, explode: nil, allowsReserved: false)
        } else {
            let style = encoding.style ?? .form
            self.init(
                name: entry.key,
                style: SwiftName(style),
                explode: encoding.explode == style.explodesByDefault || style == .deepObject ? nil : encoding.explode,
                allowsReserved: encoding.allowReserved ?? false
            )
        }
    }
}

extension String {
    /// `application/json`, and whatever ends in `+json`.
    var isJSONMediaType: Bool { essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json") }

    /// A media type without its parameters, in lower case.
    var essence: String { prefix { $0 != ";" }.lowercased().filter { $0 != " " } }
}

extension [ContentPlan] {
    fileprivate var haveJSON: Bool { contains { $0.mediaTypes.contains("application/json") } }
}

extension Schema {
    /// Whether a settled schema is of texts without a type of their own.
    fileprivate var isPlainString: Bool {
        if case .string = form { stringType == .string } else { false }
    }
}
