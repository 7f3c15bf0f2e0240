import CloudFlowRuntime
import FoundationEssentials
import HTTPTypes
import SpecDocument

/// What a suite proves with who it is: a secret for each security scheme.
///
/// Its description tells none of them.
public struct ContractCredentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private var secrets: [String: String]
    private var bearer: String?

    /// - Parameters:
    ///   - secrets: by the scheme's name in the description: a token, a key, or `user:password`.
    ///   - bearer: the token of all schemes of bearer tokens, OAuth 2 and OpenID Connect that have no secret of their own.
    public init(_ secrets: [String: String] = [:], bearer: String? = nil) {
        self.secrets = secrets
        self.bearer = bearer
    }

    public var description: String { "credentials for \(secrets.count + (bearer == nil ? 0 : 1)) schemes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The first of several sets of schemes that there are secrets for; nil where there is none.
    func met(_ requirements: [SecurityRequirement], in document: Document) -> SecurityRequirement? {
        requirements.first { requirement in
            !requirement.schemes.isEmpty && requirement.schemes.allSatisfy { secret(of: $0.key, in: document) != nil }
        }
    }

    /// Puts what a set of schemes asks for into a request.
    func add(_ requirement: SecurityRequirement, to request: inout APIRequest, in document: Document, areWrong: Bool) {
        for entry in requirement.schemes {
            guard let scheme = document.scheme(entry.key) else { continue }
            let secret = areWrong ? "wrong" : secret(of: entry.key, in: document) ?? ""
            scheme.put(secret, into: &request)
        }
    }

    private func secret(of name: String, in document: Document) -> String? {
        if let secret = secrets[name] { return secret }
        switch document.scheme(name)?.kind {
        case .http("bearer", _), .oauth2, .openIdConnect: return bearer
        default: return nil
        }
    }
}

extension Document {
    fileprivate func scheme(_ name: String) -> SecurityScheme? {
        components.securitySchemes[name].flatMap { try? resolve($0) }
    }
}

extension SecurityScheme {
    fileprivate func put(_ secret: String, into request: inout APIRequest) {
        switch kind {
        case .apiKey(let name, .query): request.append(query: "\(name.percentEncoded)=\(secret.percentEncoded)")
        case .apiKey(let name, .cookie):
            let cookies = request.head.headerFields[.cookie].map { $0 + "; " } ?? ""
            request.head.headerFields[.cookie] = "\(cookies)\(name)=\(secret.percentEncoded)"
        case .apiKey(let name, _):
            if let field = HTTPField.Name(name) { request.head.headerFields[field] = secret }
        case .http("basic", _):
            request.head.headerFields[.authorization] = "Basic " + Data(secret.utf8).base64EncodedString()
        case .http("bearer", _), .oauth2, .openIdConnect: request.head.headerFields[.authorization] = "Bearer \(secret)"
        case .http(let scheme, _): request.head.headerFields[.authorization] = "\(scheme) \(secret)"
        case .mutualTLS: break
        }
    }
}

extension APIRequest {
    mutating func append(query text: String) {
        head.path = (head.path ?? "/") + (query == nil ? "?" : "&") + text
    }
}
