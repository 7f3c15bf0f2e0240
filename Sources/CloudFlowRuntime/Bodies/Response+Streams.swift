/// Streamed answers. They are handed on unread where the operation says so in `streamedResponseTypes`.
extension ResponseReader {
    /// Bytes of any of several types, and which of them.
    public func typedBinary(_ accepted: [MediaType]) throws(CallFailure) -> TypedBody {
        TypedBody(try binary(accepted), as: mediaType ?? "application/octet-stream")
    }

    /// JSON values, a line each.
    public func lines<Element>(_ accepted: [MediaType] = ["application/jsonl"]) throws(CallFailure) -> JSONLines<Element> {
        JSONLines(parsing: try binary(accepted), strict: false)
    }

    /// Events.
    public func events<Payload>() throws(CallFailure) -> EventStream<Payload> {
        EventStream(parsing: try binary(["text/event-stream"]))
    }
}

extension ResponseWriter {
    /// Bytes of a type of their own.
    public mutating func typedBinary(_ status: Int, _ value: TypedBody) {
        binary(status, value.body, as: value.type)
    }

    /// JSON values, a line each.
    public mutating func lines(_ status: Int, _ value: JSONLines<some Any>, as type: MediaType = "application/jsonl") {
        binary(status, value.body(as: type), as: type)
    }

    /// Events.
    public mutating func events(_ status: Int, _ value: EventStream<some Any>) {
        binary(status, value.body, as: "text/event-stream")
    }
}
