import SpecYAML

extension SecurityScheme: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        if object.context.swagger2 != nil {
            self.init(readingSwagger2: &object)
            return
        }
        guard let kind = Kind(reading: &object) else {
            object.leaveOut()
            return nil
        }
        self.init(kind, location: object.location)
        description = object.string("description")
        deprecated = object.flag("deprecated")
        extensions = object.extensions()
    }
}

extension SecurityScheme.Kind {
    private enum Name: String, CaseIterable { case apiKey, http, mutualTLS, oauth2, openIdConnect }

    fileprivate init?(reading object: inout ObjectReader) {
        guard let type = object.entry("type")?.value else {
            object.leaveOut(without: "type")
            return nil
        }
        guard let name = Name(rawValue: type.text) else {
            let names = Name.allCases.map(\.rawValue)
            let advice = NearestName.nearest(to: type.text, among: names).map { "write '\($0)'" } ?? "use \(names.list)"
            object.context.leaveOut(at: type.location, "there is no type '\(type.text)' of security scheme; \(advice), for it is left out")
            return nil
        }
        switch name {
        case .apiKey:
            guard let name = object.essential("name"), let place = Self.place(&object) else { return nil }
            self = .apiKey(name: name, in: place)
        case .http:
            guard let scheme = object.essential("scheme") else { return nil }
            self = .http(scheme: scheme.lowercased(), bearerFormat: object.string("bearerFormat"))
        case .mutualTLS:
            self = .mutualTLS
        case .oauth2:
            let metadataURL = object.string("oauth2MetadataUrl")
            guard var flows: OAuthFlows = object.read("flows") else {
                object.leaveOut(without: "flows")
                return nil
            }
            flows.metadataURL = metadataURL
            self = .oauth2(flows)
        case .openIdConnect:
            guard let url = object.essential("openIdConnectUrl") else { return nil }
            self = .openIdConnect(url: url)
        }
    }

    private static func place(_ object: inout ObjectReader) -> Parameter.Place? {
        guard let node = object.entry("in")?.value else {
            object.leaveOut(without: "in")
            return nil
        }
        switch Parameter.Place(rawValue: node.text) {
        case .query: return .query
        case .header: return .header
        case .cookie: return .cookie
        case .path, .querystring, nil:
            object.context.leaveOut(
                at: node.location,
                "an API key can't be in '\(node.text)'; use 'query', 'header' or 'cookie', for it is left out"
            )
            return nil
        }
    }
}

extension OAuthFlows: ObjectReadable {
    static let noun = "flows object"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        implicit = object.read("implicit")
        password = object.read("password")
        clientCredentials = object.read("clientCredentials")
        authorizationCode = object.read("authorizationCode")
        deviceAuthorization = object.read("deviceAuthorization")
        extensions = object.extensions()
    }
}

extension OAuthFlow: ObjectReadable {
    static let noun = "OAuth flow"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        authorizationURL = object.string("authorizationUrl")
        deviceAuthorizationURL = object.string("deviceAuthorizationUrl")
        tokenURL = object.string("tokenUrl")
        refreshURL = object.string("refreshUrl")
        scopes = object.map("scopes")
        extensions = object.extensions()
    }
}

extension SecurityRequirement: ObjectReadable {
    static let noun = "security requirement"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        for entry in object.remaining() {
            let scopes = entry.value.isNull ? [] : [String].read(entry.value, in: object.context) ?? []
            schemes.append(.init(key: entry.key.text, location: entry.key.location, value: scopes))
        }
    }
}
