/// Streamed bodies. They are handed on unread where the operation says so in `streamedRequestTypes`.
extension RequestReader {
    /// Whether the request has no body.
    public var isEmpty: Bool { body.isAbsent }

    /// Bytes of any of several types, and which of them, that must be there.
    public func typedBinary(_ accepted: [MediaType]) throws(Refusal) -> TypedBody {
        TypedBody(try binary(accepted), as: mediaType ?? "application/octet-stream")
    }

    /// Bytes of any of several types, and which of them, that may be there.
    public func optionalTypedBinary(_ accepted: [MediaType]) throws(Refusal) -> TypedBody? {
        try optionalBinary(accepted).map { TypedBody($0, as: mediaType ?? "application/octet-stream") }
    }

    /// JSON values, a line each, that must be there.
    public func lines<Element>(_ accepted: [MediaType] = ["application/jsonl"]) throws(Refusal) -> JSONLines<Element> {
        JSONLines(parsing: try binary(accepted), strict: true)
    }

    /// JSON values, a line each, that may be there.
    public func optionalLines<Element>(_ accepted: [MediaType] = ["application/jsonl"]) throws(Refusal) -> JSONLines<Element>? {
        try optionalBinary(accepted).map { JSONLines(parsing: $0, strict: true) }
    }

    /// Events that must be there.
    public func events<Payload>() throws(Refusal) -> EventStream<Payload> {
        EventStream(parsing: try binary(["text/event-stream"]))
    }

    /// Events that may be there.
    public func optionalEvents<Payload>() throws(Refusal) -> EventStream<Payload>? {
        try optionalBinary(["text/event-stream"]).map { EventStream(parsing: $0) }
    }
}

extension RequestWriter {
    /// A JSON body that must be there and may be null.
    public mutating func json(nullable value: (some JSONWritable)?, as type: MediaType = "application/json") {
        body { () throws(JSONError) in try .json(value, type) }
    }

    /// Bytes of a type of their own.
    public mutating func typedBinary(_ value: TypedBody?) {
        guard let value else { return }
        binary(value.body, as: value.type)
    }

    /// JSON values, a line each.
    public mutating func lines(_ value: JSONLines<some Any>?, as type: MediaType = "application/jsonl") {
        binary(value?.body(as: type), as: type)
    }

    /// Events.
    public mutating func events(_ value: EventStream<some Any>?) {
        binary(value?.body, as: "text/event-stream")
    }
}
