import SpecYAML

extension Document {
    /// Requirements for schemes that the components don't have.
    func undefinedSecuritySchemes(_ operations: Operations) -> [Diagnostic] {
        let known = components.securitySchemes
        let requirements = security + operations.flatMap { $0.value.security ?? [] }
        return requirements.flatMap(\.schemes).filter { known[$0.key] == nil }.map { entry in
            let advice =
                NearestName.nearest(to: entry.key, among: known.keys).map { "write '\($0)'" }
                ?? "add it under '\(swagger2 == nil ? "components/securitySchemes" : "securityDefinitions")'"
            return Diagnostic(.error, at: entry.location, "there is no security scheme '\(entry.key)'; \(advice)")
        }
    }
}
