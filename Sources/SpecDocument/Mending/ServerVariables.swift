import SpecYAML

extension Document {
    /// Names in a server's braces that no variable declares, and defaults that the variable's values leave out.
    func serverVariableMismatches(_ operations: Operations) -> [Diagnostic] {
        let items = paths.values.compactMap(\.inline)
        let all = servers + items.flatMap(\.servers) + operations.flatMap(\.value.servers)
        return all.flatMap { server in
            undeclaredVariables(of: server) + server.variables.compactMap(defaultOutsideValues)
        }
    }

    private func undeclaredVariables(of server: Server) -> [Diagnostic] {
        guard let template = PathTemplate(server.url) else {
            return [
                Diagnostic(
                    .warning,
                    at: server.location,
                    "the braces of the URL '\(server.url)' don't match; write {name} for a variable, for they are taken as they are"
                )
            ]
        }
        return template.parameterNames.filter { server.variables[$0] == nil }.map { name in
            Diagnostic(.warning, at: server.location, "the URL names {\(name)} but no variable does; add one under 'variables'")
        }
    }

    private func defaultOutsideValues(_ entry: OrderedMap<String, ServerVariable>.Entry) -> Diagnostic? {
        let variable = entry.value
        guard let values = variable.enumeration, !values.isEmpty, !values.contains(variable.defaultValue) else { return nil }
        let message = "the default '\(variable.defaultValue)' of '\(entry.key)' is none of its values; use \(values.list)"
        return Diagnostic(.warning, at: variable.location, message)
    }
}
