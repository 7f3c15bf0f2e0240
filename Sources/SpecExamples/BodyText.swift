import CloudFlowRuntime
package import SchemaValidation
package import SpecDocument

/// Values in the notation of a media type.
package struct BodyText {
    let document: Document
    let contentType: String
    let media: SpecDocument.MediaType

    package init(document: Document, contentType: String, media: SpecDocument.MediaType) {
        self.document = document
        self.contentType = contentType
        self.media = media
    }

    private var essence: String { CloudFlowRuntime.MediaType(stringLiteral: contentType).essence }

    /// Whether the value's structure shows in the body.
    package var isStructured: Bool { contentType.isJSONType }

    /// What is answered where nothing says what.
    var placeholder: SchemaValue { isStructured ? .object([]) : .string("mock") }

    package func bytes(of value: SchemaValue) -> [UInt8] {
        switch essence {
        case _ where isStructured: return Array(value.json.utf8)
        case "application/x-www-form-urlencoded":
            guard case .object(let members) = value else { return Array(value.plainText.utf8) }
            return Array(members.map { "\($0.name.percentEncoded)=\($0.value.plainText.percentEncoded)" }.joined(separator: "&").utf8)
        case "text/event-stream": return Array(items(of: value).map { "data: \($0)\n\n" }.joined().utf8)
        case "application/jsonl", "application/x-ndjson", "application/json-lines":
            return Array(items(of: value).map { $0 + "\n" }.joined().utf8)
        case "application/json-seq": return Array(items(of: value).map { "\u{1e}\($0)\n" }.joined().utf8)
        case _ where essence.hasSuffix("/xml") || essence.hasSuffix("+xml"):
            // An example of XML is written as it is.
            if case .string(let text) = value { return Array(text.utf8) }
            return Array(XMLText(document: document).document(value, media.schema).utf8)
        default: return Array(value.plainText.utf8)
        }
    }

    /// The items of a stream, each on a line.
    private func items(of value: SchemaValue) -> [String] {
        if case .array(let items) = value, media.itemSchema == nil { return items.map(\.jsonLine) }
        return [value.jsonLine]
    }
}

extension String {
    /// Whether bodies of this media type are JSON texts (RFC 6839, section 3.1).
    package var isJSONType: Bool {
        let essence = prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
    }
}
