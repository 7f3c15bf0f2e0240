/// Bodies of answers, of other kinds than plain JSON.
extension ResponseReader {
    /// What the body is by its `Content-Type`.
    public var mediaType: MediaType? { body.mediaType }

    /// Which of several types, or ranges of them, the body is of: the one that it fits best.
    public func content(_ accepted: [MediaType]) throws(CallFailure) -> MediaType {
        try read { (body) throws(BodyProblem) in try body.type(among: accepted) }
    }

    /// Text.
    public func text<Value: ParameterValue>(_ accepted: [MediaType] = ["text/plain"]) throws(CallFailure) -> Value {
        try read { (body) throws(BodyProblem) in try body.text(accepted) }
    }

    /// Bytes, read beforehand.
    public func bytes(_ accepted: [MediaType]) throws(CallFailure) -> [UInt8] {
        try read { (body) throws(BodyProblem) in try body.bytes(accepted) }
    }

    /// Bytes. They are streamed where the operation says so in `streamedResponseTypes`.
    public func binary(_ accepted: [MediaType] = ["application/octet-stream"]) throws(CallFailure) -> Body {
        try read { (body) throws(BodyProblem) in try body.binary(accepted) }
    }

    /// An object as `application/x-www-form-urlencoded`.
    public func form<Value: JSONReadable>(_ styles: FormStyles = [:]) throws(CallFailure) -> Value {
        try read { (body) throws(BodyProblem) in try body.form(styles) }
    }

    /// An object as a form of parts.
    public func multipart<Value: JSONReadable>(
        _ accepted: [MediaType] = ["multipart/form-data"],
        _ types: PartTypes = [:]
    ) throws(CallFailure) -> Value {
        try read { (body) throws(BodyProblem) in try body.multipart(accepted, types) }
    }

    /// Parts as they are. They are streamed where the operation says so in `streamedResponseTypes`.
    public func parts(_ accepted: [MediaType] = ["multipart/mixed"]) throws(CallFailure) -> MultipartBody {
        try read { (body) throws(BodyProblem) in try body.parts(accepted) }
    }
}
