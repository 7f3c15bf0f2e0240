public import HTTPTypes

/// One part of a multipart body: a field of a form, or a file in it (RFC 7578).
///
///     MultipartPart(Body(bytes), filename: "receipt.pdf", contentType: "application/pdf")
///
/// Its description gives the name and the length, never what the part holds.
public struct MultipartPart: Sendable {
    /// The field's name. In a form it is that of the property that holds the part.
    public var name: String?
    /// The file's name, where the part is a file. What a peer says here is no safe path.
    public var filename: String?
    /// The media type; nil counts as `text/plain`.
    public var contentType: MediaType?
    /// The other header fields, without `Content-Disposition` and `Content-Type`.
    public var fields: HTTPFields
    /// What the part holds.
    public var body: Body

    /// A part to be sent.
    public init(
        _ body: Body,
        name: String? = nil,
        filename: String? = nil,
        contentType: MediaType? = nil,
        fields: HTTPFields = [:]
    ) {
        self.body = body
        self.name = name
        self.filename = filename
        self.contentType = contentType
        self.fields = fields
    }
}

extension MultipartPart {
    /// Whether the part is a file rather than the value of a field.
    var isFile: Bool {
        if filename != nil { return true }
        guard let type = contentType?.essence else { return false }
        return !type.hasPrefix("text/") && !isJSON(type)
    }

    /// The part's text, where it is at hand and UTF-8 or ASCII.
    package var text: String? { body.bytes.flatMap { decodedText($0, charset: contentType?.parameters["charset"]) } }
}

/// Files are the same when all that is said of them is, and their bytes are; a stream is the same as itself alone.
extension MultipartPart: Hashable {
    public static func == (first: MultipartPart, second: MultipartPart) -> Bool {
        first.name == second.name && first.filename == second.filename && first.contentType == second.contentType
            && first.fields == second.fields && first.body.isSame(as: second.body)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(filename)
        hasher.combine(body.bytes)
    }
}

extension MultipartPart: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "part\(name.map { " '\($0.printable)'" } ?? ""), \(body)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Body {
    fileprivate func isSame(as other: Body) -> Bool {
        switch (storage, other.storage) {
        case (.bytes(let first), .bytes(let second)): first == second
        case (.stream(_, _, let first), .stream(_, _, let second)): first === second
        default: false
        }
    }
}
