/// Why a call has no answer that its spec describes: the connection, the time, or an answer that can't be read.
///
/// It says whether the request was sent, and holds no part of its contents.
public struct CallFailure: Error, Sendable {
    /// Why a call failed.
    public enum Reason: Sendable {
        /// The request can't be put into HTTP: a path parameter is empty, or a number has no JSON form.
        case unsendable(String)
        /// The connection could not be made, or broke.
        case connection(String)
        /// No answer came within the call's time.
        case timedOut(Duration)
        /// The task that made the call was cancelled.
        case cancelled
        /// The answer's body is longer than the client takes, in bytes.
        case tooLarge(limit: Int)
        /// The answer's body is not of a type that the spec lists. Holds the `Content-Type` that came.
        case unexpectedMediaType(String?)
        /// The answer's body is not what its schema says.
        case unreadable(JSONError)
        /// A header field, or a body that is not JSON, is not what the spec says: which, and what it should be.
        case malformed(String)
    }

    /// Why the call failed.
    public var reason: Reason
    /// Whether the service can have received the request.
    public var delivery: Delivery
    /// The operation's id: `getDevice`.
    public var operationID: String
    /// How often the request was tried; 0 when it never got as far.
    public var attempts: Int
    /// The answer as it came, where there was one. Its description doesn't print the body.
    public var response: APIResponse?

    /// A failure of a call.
    public init(_ reason: Reason, delivery: Delivery, operationID: String = "", attempts: Int = 0, response: APIResponse? = nil) {
        self.reason = reason
        self.delivery = delivery
        self.operationID = operationID
        self.attempts = attempts
        self.response = response
    }
}

extension CallFailure: CustomStringConvertible {
    public var description: String {
        let attempted = attempts > 1 ? " (\(attempts) attempts)" : ""
        return "\(operationID.isEmpty ? "call" : operationID) failed: \(reason); \(delivery)\(attempted)"
    }
}

extension CallFailure.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unsendable(let problem): "the request can't be sent: \(problem)"
        case .connection(let problem): "connection: \(problem)"
        case .timedOut(let limit): "no answer within \(limit)"
        case .cancelled: "cancelled"
        case .tooLarge(let limit): "the answer is longer than \(limit) bytes"
        case .unexpectedMediaType(let type): "the answer is \(type ?? "of no declared type"), which its spec doesn't list"
        case .unreadable(let error): "the answer can't be read: \(error)"
        case .malformed(let problem): "the answer can't be read: \(problem)"
        }
    }
}

extension Delivery: CustomStringConvertible {
    public var description: String {
        switch self {
        case .never: "the request was never sent"
        case .delivered: "the request was delivered"
        case .unknown: "the request may have been sent"
        }
    }
}
