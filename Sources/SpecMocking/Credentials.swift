import CloudFlowRuntime
import HTTPTypes
import SpecDocument

extension [SecurityRequirement] {
    /// Whether a request holds what one of the requirements asks for. Whether that is right nobody can say here.
    func isMet(by request: APIRequest, in document: Document) -> Bool {
        isEmpty || contains { $0.isMet(by: request, in: document) }
    }
}

extension SecurityRequirement {
    fileprivate func isMet(by request: APIRequest, in document: Document) -> Bool {
        schemes.allSatisfy { entry in
            guard let scheme = document.components.securitySchemes[entry.key].flatMap({ try? document.resolve($0) }) else { return true }
            return scheme.isMet(by: request)
        }
    }
}

extension SecurityScheme {
    fileprivate func isMet(by request: APIRequest) -> Bool {
        let fields = request.head.headerFields
        switch kind {
        case .apiKey(let name, .query):
            return request.queryPairs?.contains { $0.name == name && !$0.value.isEmpty } ?? false
        case .apiKey(let name, .cookie):
            return request.cookiePairs.contains { $0.name == name && !$0.value.isEmpty }
        case .apiKey(let name, _):
            return HTTPField.Name(name).flatMap { fields[$0] }?.trimmed.isEmpty == false
        case .http(let scheme, _): return fields[.authorization]?.hasCredentials(of: scheme) ?? false
        case .oauth2, .openIdConnect: return fields[.authorization]?.hasCredentials(of: "bearer") ?? false
        // The connection would know.
        case .mutualTLS: return true
        }
    }
}

extension String {
    /// Whether it is the name of a scheme and something behind it (RFC 9110, section 11.4).
    fileprivate func hasCredentials(of scheme: String) -> Bool {
        let parts = split(separator: " ", maxSplits: 1)
        return parts.count == 2 && parts[0].lowercased() == scheme.lowercased() && !String(parts[1]).trimmed.isEmpty
    }
}
