/// Where a client has its bearer tokens from: OAuth 2, OpenID Connect, or any service that gives tokens that expire.
///
/// A ``BearerToken`` is the source of itself.
public protocol TokenSource: Sendable {
    /// The token to call with.
    ///
    /// - Throws: what keeps it from having one; the call fails without being sent.
    func token() async throws -> BearerToken

    /// Another token, after a service answered 401 to one; nil where there is none, and the answer stands.
    func token(inPlaceOf refused: BearerToken) async throws -> BearerToken?
}

extension BearerToken: TokenSource {
    public func token() async throws -> BearerToken { self }
    public func token(inPlaceOf refused: BearerToken) async throws -> BearerToken? { nil }
}

/// Tokens that are fetched when one is needed, and kept until they expire or are refused. However many calls wait, one fetches.
///
///     let tokens = RefreshingToken {
///         let grant = try await authorizationServer.clientCredentials()
///         return .init(BearerToken(grant.accessToken), lifetime: .seconds(grant.expiresIn))
///     }
public actor RefreshingToken: TokenSource {
    /// A token, and how long it is good for.
    public struct Grant: Sendable {
        /// The token.
        public var token: BearerToken
        /// Nil where nobody knows: then it is used until it is refused.
        public var lifetime: Duration?

        /// A token, and for how long it is good; nil where that is not known.
        public init(_ token: BearerToken, lifetime: Duration? = nil) {
            self.token = token
            self.lifetime = lifetime
        }
    }

    private let fetch: @Sendable () async throws -> Grant
    private let margin: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private var current: (token: BearerToken, end: ContinuousClock.Instant?)?
    private var pending: Task<BearerToken, any Error>?

    /// - Parameters:
    ///   - margin: how long before its end a token counts as expired.
    ///   - now: the time that lifetimes are measured by.
    ///   - fetch: asks for a new token.
    public init(
        margin: Duration = .seconds(30),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        fetch: @escaping @Sendable () async throws -> Grant
    ) {
        self.margin = margin
        self.now = now
        self.fetch = fetch
    }

    public func token() async throws -> BearerToken {
        if let current, current.end.map({ now() + margin < $0 }) ?? true { return current.token }
        return try await fetched()
    }

    public func token(inPlaceOf refused: BearerToken) async throws -> BearerToken? {
        if current?.token == refused { current = nil }
        return try await token()
    }

    private func fetched() async throws -> BearerToken {
        if let pending { return try await pending.value }
        let task = Task {
            defer { pending = nil }
            let begin = now()
            let grant = try await fetch()
            current = (grant.token, grant.lifetime.map { begin + $0 })
            return grant.token
        }
        pending = task
        return try await task.value
    }
}
