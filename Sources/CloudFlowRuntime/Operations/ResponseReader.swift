/// Takes a response apart for an operation. The body has been read already.
public struct ResponseReader: Sendable {
    let whole: APIResponse
    private let body: [UInt8]

    init(_ response: APIResponse, body: [UInt8]) {
        whole = APIResponse(response.head, body: Body(body))
        self.body = body
    }

    /// The status code.
    public var status: Int { whole.status }

    /// The body of a successful answer.
    public func json<Value: JSONReadable>() throws(CallFailure) -> Value {
        if let type = whole.mediaType, !isJSON(type) { throw failure(.unexpectedMediaType(type)) }
        do throws(JSONError) {
            return try Value(json: body)
        } catch {
            throw failure(.unreadable(error))
        }
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

    /// A failure that no entry of the spec covers.
    public func undocumented<Failure: OperationFailure>() -> Failure {
        .undocumented(whole)
    }

    private func failure(_ reason: CallFailure.Reason) -> CallFailure {
        CallFailure(reason, delivery: .delivered, response: whole)
    }
}
