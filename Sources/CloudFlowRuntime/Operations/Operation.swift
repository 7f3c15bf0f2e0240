/// One operation of an API: a value that holds the input, and the way from and to HTTP at both ends.
///
/// A client writes it into a request and reads the outcome from the response; a server reads it from the request and writes the output or
/// the failure. The generator emits one for each operation of a spec, unless just one of the ends is wanted.
public typealias Operation = ClientOperation & ServiceOperation

/// What both ends know of an operation.
public protocol OperationContract: Sendable {
    /// What the operation answers when it succeeds.
    associatedtype Output: Sendable
    /// The documented ways to fail.
    associatedtype Failure: OperationFailure

    /// Where the operation is reached.
    static var route: Route { get }

    /// Where the operation is served, if not with the API's others: a URL, or a path on their host. Nil by default.
    static var server: String? { get }

    /// The names of the security schemes that the operation asks for: sets, one of which will do. None by default.
    static var security: [[String]] { get }

    /// The media types of request bodies that the operation reads itself: they are handed on unread. None by default.
    static var streamedRequestTypes: [MediaType] { get }
    /// The media types of request bodies that are forms with files: they are read until a file is too long to be held, which is handed on
    /// unread. None by default.
    static var formRequestTypes: [MediaType] { get }
    /// The media types of successful answers that the caller reads itself: they are handed on unread. None by default.
    static var streamedResponseTypes: [MediaType] { get }
}

/// An operation as a client carries it out.
public protocol ClientOperation: OperationContract {
    /// What the operation answers when it succeeds; named here again so that it can be inferred.
    associatedtype Output
    /// The documented ways to fail.
    associatedtype Failure

    /// Puts the parameters and the body into a request.
    func write(to request: inout RequestWriter)
    /// Tells from a response how the operation went.
    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Output, Failure>
}

/// An operation as a service answers it.
public protocol ServiceOperation: OperationContract {
    /// What the operation answers when it succeeds; named here again so that it can be inferred.
    associatedtype Output
    /// The documented ways to fail.
    associatedtype Failure

    /// Takes the parameters and the body out of a request, and checks them.
    init(reading request: inout RequestReader) throws(Refusal)
    /// Puts a successful answer into a response.
    static func write(_ output: Output, to response: inout ResponseWriter)
}

extension OperationContract {
    public static var server: String? { nil }
    public static var security: [[String]] { [] }
    public static var streamedRequestTypes: [MediaType] { [] }
    public static var formRequestTypes: [MediaType] { [] }
    public static var streamedResponseTypes: [MediaType] { [] }
}

/// The ways in which an operation can fail: a case for each status that the spec lists, and two for what no spec can.
public protocol OperationFailure: Error, Sendable, CustomStringConvertible {
    /// An answer that no entry of the spec covers, kept whole.
    static func undocumented(_ response: APIResponse) -> Self
    /// The call has no answer at all, or one that can't be read.
    static func failed(_ failure: CallFailure) -> Self

    /// Tells from a response which failure it is.
    init(reading response: ResponseReader)
    /// Puts the failure into a response.
    func write(to response: inout ResponseWriter)

}

extension OperationFailure {
    /// The shared error envelope, where the failure came with one.
    public var apiError: APIError? {
        var writer = ResponseWriter()
        write(to: &writer)
        return writer.apiError
    }

    /// The failure's kind and, where there is one, the service's message; nothing that the request held.
    public var description: String {
        var writer = ResponseWriter()
        write(to: &writer)
        return writer.apiError.map { "\(Self.self): status \(writer.status), \($0)" }
            ?? "\(Self.self): \(writer.cause ?? "status \(writer.status)")"
    }
}
