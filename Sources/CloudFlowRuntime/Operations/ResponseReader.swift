import HTTPTypes

/// Takes a response apart for an operation. The body has been read already, unless the operation streams its type.
public struct ResponseReader: Sendable {
    let whole: APIResponse
    let body: ReceivedBody

    init(_ response: APIResponse, body: [UInt8]) {
        whole = APIResponse(response.head, body: Body(body))
        self.body = ReceivedBody(.bytes(body), fields: response.head.headerFields, strict: false)
    }

    /// A response whose body is handed on unread.
    init(streaming response: APIResponse) {
        whole = response
        body = ReceivedBody(.stream(response.body), fields: response.head.headerFields, strict: false)
    }

    /// The status code.
    public var status: Int { whole.status }

    /// The body of a successful answer.
    public func json<Value: JSONReadable>(_ accepted: [MediaType] = ["application/json"]) throws(CallFailure) -> Value {
        try read { (body) throws(BodyProblem) in try body.json(accepted) }
    }

    /// A documented failure with its body. A body that is not what the spec says makes it an undocumented one: what came is kept, not
    /// guessed at.
    public func failure<Value: JSONReadable, Failure: OperationFailure>(_ documented: (Value) -> Failure) -> Failure {
        do throws(CallFailure) {
            return documented(try json())
        } catch {
            return .undocumented(whole)
        }
    }

    /// A documented failure with a body and header fields, or with a body of one of several media types.
    public func failure<Content: ResponseContent, Failure: OperationFailure>(_ documented: (Content) -> Failure) -> Failure {
        do throws(CallFailure) {
            return documented(try Content(reading: self))
        } catch {
            return .undocumented(whole)
        }
    }

    /// A documented failure that is read in another way than from JSON: `response.failure { (response) in .gone(try response.text()) }`.
    public func failure<Failure: OperationFailure>(_ documented: (ResponseReader) throws(CallFailure) -> Failure) -> Failure {
        do throws(CallFailure) {
            return try documented(self)
        } catch {
            return .undocumented(whole)
        }
    }

    /// A failure that no entry of the spec covers.
    public func undocumented<Failure: OperationFailure>() -> Failure {
        .undocumented(whole)
    }

    func read<Value>(_ read: (ReceivedBody) throws(BodyProblem) -> Value) throws(CallFailure) -> Value {
        do throws(BodyProblem) {
            return try read(body)
        } catch {
            switch error {
            case .unexpectedType: throw failure(.unexpectedMediaType(whole.mediaType))
            case .unreadable(let error): throw failure(.unreadable(error))
            case .malformed(let problem): throw failure(.malformed(problem))
            case .missing: throw failure(.malformed("the body is missing"))
            case .coded: throw failure(.malformed("the body has a Content-Encoding"))
            }
        }
    }

    func failure(_ reason: CallFailure.Reason) -> CallFailure {
        CallFailure(reason, delivery: .delivered, response: whole)
    }
}
