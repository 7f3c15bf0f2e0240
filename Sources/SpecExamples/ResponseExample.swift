import CloudFlowRuntime
import SchemaValidation
package import SpecDocument

/// An answer as a service might give it.
package struct ResponseExample: Sendable {
    package var contentType: String?
    package var body: [UInt8] = []
    /// The header fields that it must have, and those that the document gives examples of.
    package var fields: [(name: String, value: String)] = []
    /// Where the body is from: `example 'cat'`, `made of the schema`; empty where there is none.
    package var source = ""
    /// What is wrong with the document's examples and schemas.
    package var notes: [String] = []
}

/// Which of the answers that a response describes.
package struct ResponseChoice: Sendable, Hashable {
    /// The name of one of the document's examples.
    package var example: String?
    /// Which of the values that are made of the schema; nil where the document's examples come first.
    package var variant: Int?

    package init(example: String? = nil, variant: Int? = nil) {
        self.example = example
        self.variant = variant
    }
}

extension Document {
    /// An answer that a response describes: with one of the document's examples that is of its schema, or else with what is made of that.
    ///
    /// - Parameters:
    ///   - media: the media type of the body, where there is to be one, and what the document says of it.
    /// - Returns: Nil where there is no example of the name that is asked for.
    package func example(
        of response: Response,
        in media: (contentType: String, description: Referenced<SpecDocument.MediaType>)?,
        _ choice: ResponseChoice = ResponseChoice()
    ) -> ResponseExample? {
        var example = ResponseExample(fields: fields(of: response))
        guard let media, let description = try? resolve(media.description) else { return choice.example == nil ? example : nil }
        example.contentType = media.contentType
        let text = BodyText(document: self, contentType: media.contentType, media: description)
        let validator = SchemaValidator(self, .response)
        let given = givenExamples(of: description)
        if let name = choice.example {
            guard let found = given.first(where: { $0.name == name }) else { return nil }
            example.body = text.bytes(of: found.value)
            example.source = "example '\(name)'"
            return example
        }
        for found in given where choice.variant == nil {
            if text.isStructured, let schema = description.schema, let problem = validator.problems(of: found.value, in: schema).first {
                example.notes.append(
                    "\(found.location): note: the example is not of its schema: \(problem); it is answered where its name is asked for"
                )
                continue
            }
            example.body = text.bytes(of: found.value)
            example.source = found.name.map { "example '\($0)'" } ?? "example"
            return example
        }
        guard let schema = description.schema ?? description.itemSchema else {
            example.body = text.bytes(of: text.isStructured ? .object([]) : .string("example"))
            example.source = "no schema"
            return example
        }
        let value = self.example(of: schema, .response, variant: choice.variant ?? 0)
        if description.schema != nil, let problem = validator.problems(of: value, in: schema).first {
            example.notes.append("\(description.location): warning: no value of the schema was found: \(problem); the answer is not of it")
        }
        example.body = text.bytes(of: value)
        example.source = "made of the schema"
        return example
    }

    private func fields(of response: Response) -> [(name: String, value: String)] {
        let validator = SchemaValidator(self, .response)
        return response.headers.compactMap { entry in
            guard let header = try? resolve(entry.value), !entry.key.isOfTheMessage else { return nil }
            let given = givenExamples(of: header.format).map(\.value)
            guard header.required || !given.isEmpty else { return nil }
            let fitting = given.first { value in header.format.schema.map { validator.accepts(value, $0) } ?? true }
            let value = fitting ?? header.format.schema.map { example(of: $0, .response) } ?? example(of: header.format, .response)
            return value.map { (entry.key, $0.fieldText(explode: header.explode)) }
        }
    }
}

extension SchemaValue {
    /// In the style simple, in ASCII.
    fileprivate func fieldText(explode: Bool) -> String {
        let text =
            switch self {
            case .array(let items): items.map(\.plainText).joined(separator: ",")
            case .object(let members):
                members.map { "\($0.name)\(explode ? "=" : ",")\($0.value.plainText)" }.joined(separator: ",")
            default: plainText
            }
        return String(text.unicodeScalars.map { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7f ? Character($0) : "?" })
    }
}

extension String {
    /// Whether a header field speaks of the message that it stands in, which is not up to a description.
    fileprivate var isOfTheMessage: Bool {
        ["content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "trailer", "upgrade"]
            .contains(lowercased())
    }
}

extension Endpoint {
    /// The documented response of a status; nil where there is none.
    package func response(of status: Int) -> Response? {
        responses[.code(status)] ?? responses[.range(status / 100)] ?? responses[.default]
    }

    /// What it answers when all is well: the first 2xx, or else what comes nearest; nil where nothing is documented.
    ///
    /// A websocket is nothing that a description could answer for.
    package var success: (status: Int, response: Response)? {
        func status(_ key: ResponseStatus) -> Int {
            switch key {
            case .code(let code): code
            case .range(let hundreds): hundreds * 100
            case .default: 200
            }
        }
        let ordered = responses.map { (status: status($0.key), response: $0.value) }
        return ordered.first { 200..<300 ~= $0.status } ?? ordered.first { 300..<400 ~= $0.status } ?? ordered.first { $0.status >= 400 }
    }
}
