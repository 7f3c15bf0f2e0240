import SpecPlan
import SwiftText

extension SecurityPlan {
    // MARK: The client

    /// What a client's initializer takes: the one scheme there is, or any of several.
    var clientParameters: [SwiftSource] {
        if isOneToken { return ["\(member: schemes[0].name): BearerToken"] }
        if schemes.count == 1 { return ["\(parameter: schemes[0].name): \(schemes[0].clientType)"] }
        return schemes.map { "\(parameter: $0.name): \($0.optionalClientType) = nil" }
    }

    /// What a client's initializer hands on.
    var clientArgument: SwiftSource {
        if isOneToken { return "token: \(schemes[0].name)" }
        return """
            credentials: [
                \(elements: schemes.map(\.credential))
            ]
            """
    }

    // MARK: The service

    /// What a service has to tell: who calls, by each set of schemes.
    var requirements: [SwiftSource] {
        let principal: SwiftSource = """
            /// Who calls, as the operations want to know it.
            associatedtype Principal: Sendable
            """
        if isOneToken { return [principal, oneTokenRequirement] }
        return [principal]
            + alternatives.map { schemes in
                let doc = DocComment("Tells who calls, by what the request holds: it is asked only where that is there.")
                return """
                    \(doc: doc.adding(schemes.compactMap(\.doc.summary).joined(separator: "\n\n")))
                    \(schemes.authenticate) -> Principal
                    """
            }
    }

    private var oneTokenRequirement: SwiftSource {
        let doc = DocComment("Tells from the token who calls. Without a token the caller is refused before this is asked.")
        return """
            \(doc: doc.adding(schemes[0].doc.summary))
            \(schemes.authenticate) -> Principal
            """
    }

    /// The signatures of a service's functions that tell who calls, but for what they return.
    var signatures: [SwiftSource] { (isOneToken ? [schemes] : alternatives).map(\.authenticate) }

    /// How requests are taken apart for a service's `authenticate`.
    var authentications: [SwiftSource] {
        if isOneToken { return [] }
        return alternatives.map { schemes in
            let forms = schemes.map(\.form)
            return """
                private var \(schemes.authenticationName): Authentication<Principal> {
                    Authentication(\(list: forms + ["by: authenticate(\(schemes.map { "\(member: $0.name):" }.joined(by: .nothing)))"])
                }
                """
        }
    }

    /// How a route finds out who calls.
    func routeArgument(for security: OperationSecurityPlan) -> SwiftSource {
        if isOneToken { return "authenticate: authenticate" }
        let names = security.alternatives.map { "\($0.authenticationName)" as SwiftSource }.joined(by: ", ")
        return security.isOptional ? "optionally: [\(names)]" : "authenticate: [\(names)]"
    }

    /// The functions that ask a newer version's service who calls.
    var passedOn: [SwiftSource] {
        alternatives.map { schemes in
            let arguments = schemes.map { "\(member: $0.name): \($0.name)" as SwiftSource }
            return """
                public \(schemes.authenticate) -> Newer.Principal {
                    try await newer.authenticate(\(list: arguments)
                }
                """
        }
    }
}

extension [SecuritySchemePlan] {
    /// The signature of a service's function, but for what it returns.
    fileprivate var authenticate: SwiftSource {
        "func authenticate(\(list: map { "\(member: $0.name): \($0.serviceType)" }, before: ") async throws(AuthenticationFailure)")"
    }

    fileprivate var authenticationName: SwiftName {
        reduce("by") { $0.adding(SwiftName(type: $1.name.text)) }
    }
}

extension SecuritySchemePlan {
    fileprivate var clientType: SwiftSource { kind == .bearer(expires: true) ? "any TokenSource" : serviceType }

    fileprivate var optionalClientType: SwiftSource { kind == .bearer(expires: true) ? "(any TokenSource)?" : "\(serviceType)?" }

    fileprivate var serviceType: SwiftSource {
        switch kind {
        case .bearer: "BearerToken"
        case .basic: "BasicCredentials"
        case .apiKey: "APIKey"
        }
    }

    /// What a client keeps of it.
    fileprivate var credential: SwiftSource {
        switch kind {
        case .bearer: ".bearer(\(name), for: \(literal: wireName))"
        case .basic: ".basic(\(name), for: \(literal: wireName))"
        case .apiKey(let place, let key): ".apiKey(\(name), in: .\(place.caseName)(\(literal: key)), for: \(literal: wireName))"
        }
    }

    /// Where it stands in a request.
    fileprivate var form: SwiftSource {
        switch kind {
        case .bearer: ".bearer"
        case .basic: ".basic"
        case .apiKey(let place, let key): ".apiKey(in: .\(place.caseName)(\(literal: key)))"
        }
    }

    /// The line of a client's initializer that tells what it is.
    var clientDoc: SwiftSource {
        "///   - \(comment: name.text): \(comment: doc.firstSentence ?? "what authenticates the calls.")"
    }
}

extension ParameterPlan.Place {
    fileprivate var caseName: SwiftName {
        switch self {
        case .header, .path: "header"
        case .query: "query"
        case .cookie: "cookie"
        }
    }
}
