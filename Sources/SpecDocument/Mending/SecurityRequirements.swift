import SpecYAML

extension Document {
    /// Adds the schemes that requirements name and the components don't have, as bearer tokens: what must be protected stays so.
    mutating func addUndefinedSecuritySchemes(_ operations: Operations) -> [Diagnostic] {
        let known = components.securitySchemes
        let requirements = security + operations.flatMap { $0.value.security ?? [] }
        return requirements.flatMap(\.schemes).filter { known[$0.key] == nil }.map { entry in
            let scheme = SecurityScheme(.http(scheme: "bearer", bearerFormat: nil), location: entry.location)
            components.securitySchemes.append(.init(key: entry.key, location: entry.location, value: .inline(scheme)))
            let advice =
                NearestName.nearest(to: entry.key, among: known.keys).map { "write '\($0)'" }
                ?? "add it under '\(swagger2 == nil ? "components/securitySchemes" : "securityDefinitions")'"
            let message = "there is no security scheme '\(entry.key)'; \(advice), for it is taken for a bearer token"
            return Diagnostic(.warning, at: entry.location, message)
        }
    }
}
