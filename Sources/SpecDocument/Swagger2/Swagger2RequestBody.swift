import SpecYAML

/// A parameter that stands for the whole body of a request.
struct Swagger2BodyParameter: Sendable {
    let node: YAMLNode
    /// The text of the `$ref` that leads to it, if one does.
    let reference: YAMLNode?

    var location: Location { reference?.location ?? node.location }

    /// The body in the operation's media types, else the document's; still a reference where those are the document's.
    ///
    /// - Parameter consumes: of the operation; `nil` if it says nothing.
    func requestBody(consumes: [Swagger2MediaType]?, in context: ReadingContext) -> Referenced<RequestBody> {
        let shared = context.swagger2?.consumes ?? []
        let own = consumes ?? shared
        let isShared = own.orJSON(at: location).map(\.text) == shared.orJSON(at: location).map(\.text)
        if let reference, isShared, reference.text.hasPrefix("#/parameters/") {
            context.note(ReferenceUse(node: reference, owner: node, kind: RequestBody.self, scope: context.swagger2))
            return .reference(Reference(text: reference.text, location: reference.location))
        }
        var object = ObjectReader(node, noun: "body parameter", context: context)
        let body = RequestBody(readingSwagger2: &object, consumes: own)
        object.reportUnknownFields()
        return .inline(body)
    }
}

extension RequestBody {
    /// Reads a body parameter of a Swagger 2.0 document.
    init(readingSwagger2 object: inout ObjectReader, consumes: [Swagger2MediaType]) {
        self.init(location: object.location)
        _ = object.required("name")
        _ = object.node("in")
        description = object.string("description")
        required = object.flag("required")
        extensions = object.extensions()
        guard let node = object.peek("schema"), !node.isNull else {
            guard object.peek("type") == nil else {
                let location = object.location
                object.context.warning(at: location, "the type of a body parameter stands in its 'schema'; move it there")
                guard let schema = Schema.readSwagger2Fields(&object, extensions) else { return }
                content = Swagger2Body(schema: schema, node: object.node, mediaTypes: consumes, field: "consumes").content(
                    in: object.context
                )
                return
            }
            object.missing("schema")
            content = Self.anyContent(consumes, at: object.location)
            return
        }
        guard let schema: Referenced<Schema> = object.read("schema") else { return }
        content = Swagger2Body(schema: schema, node: node, mediaTypes: consumes, field: "consumes").content(in: object.context)
    }

    /// A body of which no more than the media types is known.
    private static func anyContent(_ types: [Swagger2MediaType], at location: Location) -> OrderedMap<String, Referenced<MediaType>> {
        OrderedMap(
            types.orJSON(at: location).map { type in
                .init(key: type.text, location: type.location, value: .inline(MediaType(location: type.location)))
            }
        )
    }
}

/// What the parameters of an operation and of its path say about the body.
struct Swagger2RequestParts {
    private var body: Swagger2BodyParameter?
    private var fields: [Swagger2FormField] = []

    /// The operation's own parameters stand in for those of its path.
    init(own: [Swagger2Parameter], shared: [Swagger2Parameter], in context: ReadingContext) {
        collect(own, in: context)
        if body != nil || !fields.isEmpty {
            let names = fields.map(\.name)
            if body == nil { fields += shared.compactMap(\.formField).filter { !names.contains($0.name) } }
        } else {
            collect(shared, in: context)
        }
        guard let body, let field = fields.first else { return }
        context.leaveOut(
            at: field.location,
            "a form parameter beside the body parameter at \(body.location); remove one of them, for the form is left out"
        )
        fields = []
    }

    private mutating func collect(_ parameters: [Swagger2Parameter], in context: ReadingContext) {
        for parameter in parameters {
            switch parameter {
            case .plain: break
            case .body(let more):
                if let body {
                    context.leaveOut(
                        at: more.location,
                        "another body parameter is already at \(body.location); keep one, for this one is left out"
                    )
                } else {
                    body = more
                }
            case .formField(let field):
                if let other = fields.first(where: { $0.name == field.name }) {
                    let what = "the formData parameter '\(field.name)'"
                    context.leaveOut(at: field.location, "\(what) is already at \(other.location); keep one, for this one is left out")
                } else {
                    fields.append(field)
                }
            }
        }
    }

    /// `nil` if there is no body.
    func requestBody(consumes: [Swagger2MediaType]?, in context: ReadingContext) -> Referenced<RequestBody>? {
        if let body { return body.requestBody(consumes: consumes, in: context) }
        return RequestBody(form: fields, consumes: consumes, in: context).map(Referenced.inline)
    }
}
