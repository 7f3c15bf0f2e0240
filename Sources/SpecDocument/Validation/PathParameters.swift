import SpecYAML

extension Document {
    /// Names in a path's braces that no parameter declares, and path parameters that the path does not name.
    func pathParameterMismatches() -> [Diagnostic] {
        paths.flatMap { entry -> [Diagnostic] in
            guard let template = PathTemplate(entry.key) else {
                return [
                    Diagnostic(
                        .error,
                        at: entry.location,
                        "the braces of the path '\(entry.key)' don't match; write {name} for a parameter"
                    )
                ]
            }
            guard let item = find(entry.value) else { return [] }
            let shared = pathParameters(item.parameters)
            let unused = Self.unused(shared, in: template, path: entry.key)
            return unused
                + item.operations.flatMap { operation in
                    let own = pathParameters(operation.value.parameters)
                    let names = Set((shared + own).map(\.name))
                    let undeclared = template.parameterNames.filter { !names.contains($0) }.map { name in
                        Diagnostic(.error, at: operation.location, "path names {\(name)} but no parameter does; add one under 'parameters'")
                    }
                    return undeclared + Self.unused(own, in: template, path: entry.key)
                }
        }
    }

    private static func unused(_ parameters: [Parameter], in template: PathTemplate, path: String) -> [Diagnostic] {
        let names = template.parameterNames
        return parameters.filter { !names.contains($0.name) }.map { parameter in
            let advice = NearestName.nearest(to: parameter.name, among: names).map { "write '\($0)'" } ?? "add it to the path, or remove it"
            return Diagnostic(
                .error,
                at: parameter.location,
                "the path '\(path)' has no {\(parameter.name)} for this parameter; \(advice)"
            )
        }
    }

    private func pathParameters(_ parameters: [Referenced<Parameter>]) -> [Parameter] {
        parameters.compactMap(find).filter { $0.place == .path }
    }

    /// Parameters of one list with the same name and place.
    func repeatedParameters(_ operations: Operations) -> [Diagnostic] {
        let lists = paths.values.compactMap(find).map(\.parameters) + operations.map(\.value.parameters)
        return lists.flatMap { list in
            var seen: [ParameterKey: Location] = [:]
            return list.compactMap { referenced -> Diagnostic? in
                guard let parameter = find(referenced) else { return nil }
                let key = ParameterKey(name: parameter.name, place: parameter.place)
                let location = referenced.reference?.location ?? parameter.location
                guard let other = seen.updateValue(location, forKey: key) else { return nil }
                let what = "the \(parameter.place.rawValue) parameter '\(parameter.name)'"
                return Diagnostic(.error, at: location, "\(what) is already at \(other); keep one of the two")
            }
        }
    }

    private struct ParameterKey: Hashable {
        let name: String
        let place: Parameter.Place
    }
}
