import SpecYAML

extension SecurityScheme {
    private enum Swagger2Name: String, CaseIterable { case basic, apiKey, oauth2 }
    private enum Swagger2Flow: String, CaseIterable { case implicit, password, application, accessCode }

    /// Reads an entry of `securityDefinitions`.
    init?(readingSwagger2 object: inout ObjectReader) {
        guard let type = object.entry("type")?.value else {
            object.leaveOut(without: "type")
            return nil
        }
        let kind: Kind?
        switch Swagger2Name(rawValue: type.text) {
        case .basic: kind = .http(scheme: "basic", bearerFormat: nil)
        case .apiKey: kind = Self.apiKey(&object)
        case .oauth2: kind = Self.oauth2(&object)
        case nil:
            let names = Swagger2Name.allCases.map(\.rawValue)
            let advice = NearestName.nearest(to: type.text, among: names).map { "write '\($0)'" } ?? "use \(names.list)"
            object.context.leaveOut(at: type.location, "there is no type '\(type.text)' of security scheme; \(advice), for it is left out")
            kind = nil
        }
        guard let kind else {
            object.leaveOut()
            return nil
        }
        self.init(kind, location: object.location)
        description = object.string("description")
        extensions = object.extensions()
    }

    private static func apiKey(_ object: inout ObjectReader) -> Kind? {
        guard let name = object.essential("name") else { return nil }
        guard let node = object.entry("in")?.value else {
            object.leaveOut(without: "in")
            return nil
        }
        guard let place = Parameter.Place(rawValue: node.text), place == .query || place == .header else {
            object.context.leaveOut(at: node.location, "an API key can't be in '\(node.text)'; use 'query' or 'header', for it is left out")
            return nil
        }
        return .apiKey(name: name, in: place)
    }

    private static func oauth2(_ object: inout ObjectReader) -> Kind? {
        guard object.peek("flow") != nil else {
            object.leaveOut(without: "flow")
            return nil
        }
        guard let name: Swagger2Flow = object.word("flow") else { return nil }
        var flow = OAuthFlow(location: object.location)
        flow.authorizationURL = object.string("authorizationUrl")
        flow.tokenURL = object.string("tokenUrl")
        flow.scopes = object.map("scopes")
        var flows = OAuthFlows(location: object.location)
        switch name {
        case .implicit: flows.implicit = flow
        case .password: flows.password = flow
        case .application: flows.clientCredentials = flow
        case .accessCode: flows.authorizationCode = flow
        }
        return .oauth2(flows)
    }
}
