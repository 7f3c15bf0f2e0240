import SpecYAML

extension Parameter: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        if object.context.swagger2 != nil {
            self.init(readingSwagger2: &object)
            return
        }
        guard let name = object.essential("name"), let place = Self.place(&object) else { return nil }
        self.init(name: name, in: place, location: object.location)
        description = object.string("description")
        required = object.flag("required")
        deprecated = object.flag("deprecated")
        allowEmptyValue = object.flag("allowEmptyValue")
        format = ValueFormat(reading: &object, styles: place.styles)
        if place == .path, !required {
            object.context.warning(at: location, "the path parameter '\(name)' is not marked as required; add 'required: true'")
            required = true
        }
        extensions = object.extensions()
    }

    private static func place(_ object: inout ObjectReader) -> Place? {
        guard let node = object.entry("in")?.value else {
            object.leaveOut(without: "in")
            return nil
        }
        if let place = Place(rawValue: node.text) { return place }
        object.leaveOut()
        let places = Place.allCases.map(\.rawValue)
        let advice = NearestName.nearest(to: node.text, among: places).map { "write '\($0)'" } ?? "use \(places.list)"
        object.context.leaveOut(at: node.location, "a parameter can't be in '\(node.text)'; \(advice), for it is left out")
        return nil
    }
}

extension Parameter.Place {
    /// The styles that can be used there, the default one first.
    var styles: [ValueFormat.Style] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: []
        }
    }
}

extension Header: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        if object.context.swagger2 != nil {
            self.init(readingSwagger2: &object)
            return
        }
        self.init(location: object.location)
        description = object.string("description")
        required = object.flag("required")
        deprecated = object.flag("deprecated")
        format = ValueFormat(reading: &object, styles: Parameter.Place.header.styles)
        extensions = object.extensions()
    }
}

extension ValueFormat {
    fileprivate init(reading object: inout ObjectReader, styles: [Style]) {
        self.init()
        schema = object.read("schema")
        example = object.node("example")
        readStyle(&object, styles)
        explode = object.bool("explode")
        allowReserved = object.flag("allowReserved")
        content = object.map("content")
        examples = object.map("examples")
        if schema == nil, content.isEmpty {
            object.context.warning(
                at: object.location,
                "\(object.noun.withArticle) without 'schema' or 'content'; add one, for it is taken for any text"
            )
        }
    }

    private mutating func readStyle(_ object: inout ObjectReader, _ styles: [Style]) {
        guard let entry = object.entry("style"), !entry.value.isNull else { return }
        style = Style(rawValue: entry.value.text).flatMap { styles.contains($0) ? $0 : nil }
        guard style == nil else { return }
        let advice = styles.isEmpty ? "remove it" : "use \(styles.map(\.rawValue).list)"
        object.context.leaveOut(
            at: entry.value.location,
            "the style '\(entry.value.text)' can't be used here; \(advice), for the default style is used"
        )
    }
}
