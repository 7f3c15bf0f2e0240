import HTTPTypes

/// Bodies. A body that must be there and is not is refused with 422, one of another type with 415 and the types that are taken.
extension RequestReader {
    /// What the body is by its `Content-Type`.
    public var mediaType: MediaType? { body.mediaType }

    /// Which of several types, or ranges of them, the body is of: the one that it fits best.
    ///
    ///     switch try request.content(["application/json", "text/*"]) {
    ///     case "application/json": body = .json(try request.json())
    ///     default: body = .text(try request.text(["text/*"]))
    ///     }
    public func content(_ accepted: [MediaType]) throws(Refusal) -> MediaType {
        guard let type = try optionalContent(accepted) else { throw .missingBody(accepted) }
        return type
    }

    /// Which of several types, or ranges of them, the body is of; nil where there is none.
    public func optionalContent(_ accepted: [MediaType]) throws(Refusal) -> MediaType? {
        try optional { (body) throws(BodyProblem) in try body.type(among: accepted) }
    }

    /// A JSON body that must be there.
    public func json<Value: JSONReadable>(_ accepted: [MediaType] = ["application/json"]) throws(Refusal) -> Value {
        guard let value: Value = try optionalJSON(accepted) else { throw .invalidData("the body is missing; send JSON") }
        return value
    }

    /// A JSON body that may be there.
    public func optionalJSON<Value: JSONReadable>(_ accepted: [MediaType] = ["application/json"]) throws(Refusal) -> Value? {
        if case .bytes([]) = body.content { return nil }
        return try optional { (body) throws(BodyProblem) in try body.json(accepted) }
    }

    /// Text that must be there.
    public func text<Value: ParameterValue>(_ accepted: [MediaType] = ["text/plain"]) throws(Refusal) -> Value {
        try required(accepted) { (body) throws(BodyProblem) in try body.text(accepted) }
    }

    /// Text that may be there.
    public func optionalText<Value: ParameterValue>(_ accepted: [MediaType] = ["text/plain"]) throws(Refusal) -> Value? {
        try optional { (body) throws(BodyProblem) in try body.text(accepted) }
    }

    /// Bytes that must be there, read beforehand.
    public func bytes(_ accepted: [MediaType]) throws(Refusal) -> [UInt8] {
        try required(accepted) { (body) throws(BodyProblem) in try body.bytes(accepted) }
    }

    /// Bytes that may be there, read beforehand.
    public func optionalBytes(_ accepted: [MediaType]) throws(Refusal) -> [UInt8]? {
        try optional { (body) throws(BodyProblem) in try body.bytes(accepted) }
    }

    /// Bytes that must be there. They are streamed where the operation says so in `streamedRequestTypes`.
    public func binary(_ accepted: [MediaType] = ["application/octet-stream"]) throws(Refusal) -> Body {
        try required(accepted) { (body) throws(BodyProblem) in try body.binary(accepted) }
    }

    /// Bytes that may be there. They are streamed where the operation says so in `streamedRequestTypes`.
    public func optionalBinary(_ accepted: [MediaType] = ["application/octet-stream"]) throws(Refusal) -> Body? {
        try optional { (body) throws(BodyProblem) in try body.binary(accepted) }
    }

    /// An object as `application/x-www-form-urlencoded` that must be there.
    public func form<Value: JSONReadable>(_ styles: FormStyles = [:]) throws(Refusal) -> Value {
        try required(["application/x-www-form-urlencoded"]) { (body) throws(BodyProblem) in try body.form(styles) }
    }

    /// An object as `application/x-www-form-urlencoded` that may be there.
    public func optionalForm<Value: JSONReadable>(_ styles: FormStyles = [:]) throws(Refusal) -> Value? {
        try optional { (body) throws(BodyProblem) in try body.form(styles) }
    }

    /// An object as a form of parts that must be there. Its last file is streamed if it is large, where the operation says so in
    /// `formRequestTypes`.
    public func multipart<Value: JSONReadable>(
        _ accepted: [MediaType] = ["multipart/form-data"],
        _ types: PartTypes = [:]
    ) throws(Refusal) -> Value {
        try required(accepted) { (body) throws(BodyProblem) in try body.multipart(accepted, types) }
    }

    /// An object as a form of parts that may be there.
    public func optionalMultipart<Value: JSONReadable>(
        _ accepted: [MediaType] = ["multipart/form-data"],
        _ types: PartTypes = [:]
    ) throws(Refusal) -> Value? {
        try optional { (body) throws(BodyProblem) in try body.multipart(accepted, types) }
    }

    /// Parts that must be there, as they are. They are streamed where the operation says so in `streamedRequestTypes`.
    public func parts(_ accepted: [MediaType] = ["multipart/form-data"]) throws(Refusal) -> MultipartBody {
        try required(accepted) { (body) throws(BodyProblem) in try body.parts(accepted) }
    }

    /// Parts that may be there, as they are.
    public func optionalParts(_ accepted: [MediaType] = ["multipart/form-data"]) throws(Refusal) -> MultipartBody? {
        try optional { (body) throws(BodyProblem) in try body.parts(accepted) }
    }
}

extension RequestReader {
    func required<Value>(_ accepted: [MediaType], _ read: (ReceivedBody) throws(BodyProblem) -> Value) throws(Refusal) -> Value {
        guard let value = try optional(read) else { throw .missingBody(accepted) }
        return value
    }

    func optional<Value>(_ read: (ReceivedBody) throws(BodyProblem) -> Value) throws(Refusal) -> Value? {
        if body.isAbsent { return nil }
        do throws(BodyProblem) {
            return try read(body)
        } catch {
            switch error {
            case .missing: return nil
            case .unexpectedType(let accepted): throw .unsupportedMediaType(accepted)
            case .coded: throw .unsupportedContentCoding
            case .unreadable(let error): throw .invalidData("\(error)")
            case .malformed(let problem): throw .invalidData(problem)
            }
        }
    }
}

extension Refusal {
    fileprivate static func missingBody(_ accepted: [MediaType]) -> Refusal {
        .invalidData("the body is missing; send \(accepted.map(\.text).joined(separator: " or "))")
    }
}
