import HTTPTypes

/// What stands for a caller in a request: a token, a name and password, or a key.
public struct CredentialForm<Credential: Sendable>: Sendable {
    /// What `WWW-Authenticate` names it.
    let challenge: String
    /// The query parameter that it is, if it is one.
    var queryName: String?
    let find: @Sendable (APIRequest) -> Credential?
}

extension CredentialForm<BearerToken> {
    /// A bearer token in the header field `Authorization`.
    public static var bearer: CredentialForm {
        CredentialForm(challenge: "Bearer") { $0.head.headerFields[.authorization].flatMap { BearerToken(headerValue: $0) } }
    }
}

extension CredentialForm<BasicCredentials> {
    /// A name and a password in the header field `Authorization`.
    public static var basic: CredentialForm {
        CredentialForm(challenge: "Basic realm=\"api\", charset=\"UTF-8\"") {
            $0.head.headerFields[.authorization].flatMap { BasicCredentials(headerValue: $0) }
        }
    }
}

extension CredentialForm<APIKey> {
    /// A key in a place of its own.
    public static func apiKey(in place: APIKey.Place) -> CredentialForm {
        switch place {
        case .header(let name):
            CredentialForm(challenge: "ApiKey in=\"header\"") { request in
                HTTPField.Name(name).flatMap { request.head.headerFields[$0] }.map { APIKey($0) }
            }
        case .query(let name):
            CredentialForm(challenge: "ApiKey in=\"query\"", queryName: name) { request in
                let pairs = ParameterPairs(form: request.query ?? "", kind: "query parameter")?.pairs
                return pairs?.first { $0.name == name }.map { APIKey($0.value) }
            }
        case .cookie(let name):
            CredentialForm(challenge: "ApiKey in=\"cookie\"") { request in
                let pairs = ParameterPairs(cookies: request.head.headerFields[.cookie] ?? "").pairs
                return pairs.first { $0.name == name }.map { APIKey($0.value) }
            }
        }
    }
}

/// A way to tell who calls: what stands in the request, and the service's function that knows whose it is.
public struct Authentication<Principal: Sendable>: Sendable {
    let challenges: [String]
    let queryNames: [String]
    /// Nil where the request doesn't hold what is asked for.
    let identify: @Sendable (APIRequest) async throws(AuthenticationFailure) -> Principal?

    /// - Parameters:
    ///   - form: what a request must hold, all of it.
    ///   - authenticate: whose it is.
    public init<each Credential: Sendable>(
        _ form: repeat CredentialForm<each Credential>,
        by authenticate: @escaping @Sendable (repeat each Credential) async throws(AuthenticationFailure) -> Principal
    ) {
        var challenges: [String] = []
        var queryNames: [String] = []
        for form in repeat each form {
            challenges.append(form.challenge)
            if let name = form.queryName { queryNames.append(name) }
        }
        self.challenges = challenges
        self.queryNames = queryNames
        identify = { (request) async throws(AuthenticationFailure) in
            guard let credentials = try? (repeat (each form).required(in: request)) else { return nil }
            return try await authenticate(repeat each credentials)
        }
    }
}

private struct Missing: Error {}

extension CredentialForm {
    fileprivate func required(in request: APIRequest) throws -> Credential {
        guard let credential = find(request) else { throw Missing() }
        return credential
    }
}

extension Array {
    /// Who calls, by the first way in which the request is good; nil where it holds none of what they ask for.
    func principal<Principal>(of request: APIRequest) async throws(Refusal) -> Principal? where Element == Authentication<Principal> {
        var failure: AuthenticationFailure?
        for way in self {
            do throws(AuthenticationFailure) {
                if let principal = try await way.identify(request) { return principal }
            } catch {
                // A token that one scheme doesn't know may be another's.
                failure = failure ?? error
            }
        }
        if let failure { throw failure.refusal(challenge()) }
        return nil
    }

    /// Who calls; a caller who doesn't say is refused.
    func requiredPrincipal<Principal>(of request: APIRequest) async throws(Refusal) -> Principal
    where Element == Authentication<Principal> {
        if let principal = try await principal(of: request) { return principal }
        throw .unauthorized("the request does not say who calls", challenge())
    }

    /// What `WWW-Authenticate` asks for.
    private func challenge<Principal>() -> String where Element == Authentication<Principal> {
        var seen: Set<String> = []
        return flatMap(\.challenges).filter { seen.insert($0).inserted }.joined(separator: ", ")
    }
}
