/// What an answer brings beside a plain body: header fields, or a body in one of several media types.
public protocol ResponseContent: Sendable {
    /// Takes it out of a response.
    init(reading response: ResponseReader) throws(CallFailure)
    /// Puts it into a response of a status.
    func write(_ status: Int, to response: inout ResponseWriter)
}
