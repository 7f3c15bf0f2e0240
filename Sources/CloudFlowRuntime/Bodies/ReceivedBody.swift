import HTTPTypes

/// The body of a request or of an answer that has come, and how it is read as each kind of body.
struct ReceivedBody: Sendable {
    enum Content: Sendable {
        case bytes([UInt8])
        /// Nothing of it has been read.
        case stream(Body)
        /// A form; whether parts are missing that come behind a large file.
        case parts([MultipartPart], isCut: Bool)
    }

    var content: Content
    let contentType: String?
    let contentCoding: String?
    /// Whether constraints are checked, and a body must say what it is: a server asks for both, a client for neither.
    let isStrict: Bool

    init(_ content: Content, fields: HTTPFields, strict: Bool) {
        self.content = content
        contentType = fields[.contentType]
        contentCoding = fields[.contentEncoding]
        isStrict = strict
    }

    var mediaType: MediaType? { contentType.map { MediaType(stringLiteral: $0) } }

    /// Whether there is no body, so far as that can be told before it is read.
    var isAbsent: Bool {
        guard contentType == nil else { return false }
        return switch content {
        case .bytes(let bytes): bytes.isEmpty
        case .stream(let body): body.length == 0
        case .parts: false
        }
    }

    /// Which of several types the body is of.
    func type(among accepted: [MediaType]) throws(BodyProblem) -> MediaType {
        if isStrict, let contentCoding, contentCoding.lowercased() != "identity" { throw .coded }
        if let mediaType {
            guard let type = mediaType.best(among: accepted) else { throw .unexpectedType(accepted) }
            return type
        }
        // What doesn't say what it is are bytes (RFC 9110, section 8.3).
        let bytes = ("application/octet-stream" as MediaType).best(among: accepted)
        guard let type = bytes ?? (isStrict ? nil : accepted.first) else { throw .unexpectedType(accepted) }
        return type
    }

    // MARK: Kinds of bodies

    func bytes(_ accepted: [MediaType]) throws(BodyProblem) -> [UInt8] {
        _ = try type(among: accepted)
        guard case .bytes(let bytes) = content else { throw .malformed("the body was not read beforehand") }
        return bytes
    }

    func json<Value: JSONReadable>(_ accepted: [MediaType]) throws(BodyProblem) -> Value {
        let bytes = try bytes(accepted)
        if bytes.isEmpty, isStrict { throw .missing }
        do throws(JSONError) {
            return try Value(json: bytes, strict: isStrict)
        } catch {
            throw .unreadable(error)
        }
    }

    func text<Value: ParameterValue>(_ accepted: [MediaType]) throws(BodyProblem) -> Value {
        guard let text = decodedText(try bytes(accepted), charset: mediaType?.parameters["charset"]) else {
            throw .malformed("the body is not text in UTF-8")
        }
        guard let value = Value(parameterText: text) else { throw .malformed("the body is not \(Value.parameterForm)") }
        return value
    }

    func form<Value: JSONReadable>(_ styles: FormStyles) throws(BodyProblem) -> Value {
        guard let text = decodedText(try bytes(["application/x-www-form-urlencoded"]), charset: nil) else {
            throw .malformed("the form is not percent-encoded UTF-8")
        }
        return try value(of: try TextNode(form: text, styles))
    }

    func multipart<Value: JSONReadable>(_ accepted: [MediaType], _ types: PartTypes) throws(BodyProblem) -> Value {
        let (parts, isCut) = try partsAtHand(accepted)
        do throws(BodyProblem) {
            return try value(of: TextNode(form: parts, types: types))
        } catch {
            guard isCut, case .malformed(let problem) = error else { throw error }
            throw .malformed("\(problem); what comes behind a large file is not read, so send files last")
        }
    }

    func parts(_ accepted: [MediaType]) throws(BodyProblem) -> MultipartBody {
        guard case .stream(let body) = content else { return MultipartBody(try partsAtHand(accepted).parts) }
        _ = try type(among: accepted)
        guard let boundary = mediaType?.boundary else { throw .malformed("the multipart body: \(MultipartError.noBoundary)") }
        return MultipartBody(parsing: body, boundary: boundary)
    }

    func binary(_ accepted: [MediaType]) throws(BodyProblem) -> Body {
        guard case .stream(let body) = content else { return Body(try bytes(accepted)) }
        _ = try type(among: accepted)
        return body
    }

    // MARK: Pieces

    private func partsAtHand(_ accepted: [MediaType]) throws(BodyProblem) -> (parts: [MultipartPart], isCut: Bool) {
        if case .parts(let parts, let isCut) = content {
            _ = try type(among: accepted)
            return (parts, isCut)
        }
        let bytes = try bytes(accepted)
        do throws(MultipartError) {
            guard let boundary = mediaType?.boundary else { throw .noBoundary }
            return (try MultipartParser.parts(of: bytes, boundary: boundary), false)
        } catch {
            throw .malformed("the multipart body: \(error)")
        }
    }

    private func value<Value: JSONReadable>(of node: TextNode) throws(BodyProblem) -> Value {
        switch node.read(strict: isStrict).result as Result<Value, JSONError> {
        case .success(let value): return value
        case .failure(let error): throw .malformed(error.message(for: "the form"))
        }
    }
}

/// Why a body can't be read. It holds nothing of the body.
enum BodyProblem: Error {
    case missing
    case unexpectedType([MediaType])
    /// It has a `Content-Encoding`.
    case coded
    case unreadable(JSONError)
    case malformed(String)
}

extension MediaType {
    /// What separates the parts of a multipart body: one to seventy characters of ASCII (RFC 2046, section 5.1.1).
    package var boundary: String? {
        guard essence.hasPrefix("multipart/"), let boundary = parameters["boundary"] else { return nil }
        return 1...70 ~= boundary.utf8.count && boundary.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } ? boundary : nil
    }
}

/// Text in UTF-8, ASCII or Latin-1; nil for other character sets, and for bytes that are no text in theirs.
func decodedText(_ bytes: [UInt8], charset: String?) -> String? {
    switch charset?.lowercased() {
    case nil, "utf-8", "utf8", "us-ascii", "ascii": String(validating: bytes, as: UTF8.self)
    case "iso-8859-1", "latin1": String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    default: nil
    }
}
