/// What carries a client's requests: an HTTP client over sockets, or a service in the same process.
public protocol ClientTransport: Sendable {
    /// Sends one request, and returns as soon as the head of the response has come; the body may still stream in.
    ///
    /// Whoever implements it follows no redirects, retries nothing, and returns promptly when its task is cancelled.
    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse
}

/// Why a transport has no response.
public struct TransportFailure: Error, Sendable {
    /// What went wrong, in words that hold nothing of the request or of the response.
    public var problem: String
    /// Whether any of the request can have reached the service.
    public var delivery: Delivery

    /// A failure; the words go into logs, so they must hold nothing of the request or of the response.
    public init(_ problem: String, delivery: Delivery) {
        self.problem = problem
        self.delivery = delivery
    }
}
