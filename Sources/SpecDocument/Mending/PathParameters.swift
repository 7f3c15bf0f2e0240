import SpecYAML

extension Document {
    /// Sees to it that the parameters of each path are those that the path names in braces, each once in a list.
    mutating func mendPathParameters() -> [Diagnostic] {
        var mending = ParameterMending(document: self)
        for entry in paths {
            guard let template = PathTemplate(entry.key) else {
                mending.leaveOut(
                    at: entry.location,
                    "the braces of the path '\(entry.key)' don't match; write {name} for a parameter, for its operations are left out"
                )
                continue
            }
            guard let item = find(entry.value), let mended = mending.mended(item, at: entry.key, template) else { continue }
            paths.append(.init(key: entry.key, location: entry.location, value: .inline(mended)))
        }
        for entry in webhooks {
            guard let item = find(entry.value), let mended = mending.mended(item, at: entry.key, nil) else { continue }
            webhooks.append(.init(key: entry.key, location: entry.location, value: .inline(mended)))
        }
        return mending.diagnostics
    }
}

/// Holds the parameters of path items against their paths.
private struct ParameterMending {
    let document: Document
    var diagnostics: [Diagnostic] = []

    init(document: Document) { self.document = document }

    /// The item with other parameters; `nil` if it can stay as it is.
    ///
    /// - Parameter template: `nil` where there is no path that could name any.
    mutating func mended(_ item: PathItem, at path: String, _ template: PathTemplate?) -> PathItem? {
        let found = diagnostics.count
        var mended = item
        mended.parameters = mendedList(item.parameters, at: path, template)
        let shared = pathParameterNames(mended.parameters)
        for entry in item.operations {
            var operation = entry.value
            operation.parameters = mendedList(operation.parameters, at: path, template)
            let own = pathParameterNames(operation.parameters)
            for name in template?.parameterNames ?? [] where !own.contains(name) && !shared.contains(name) {
                warn(
                    at: entry.location,
                    "path names {\(name)} but no parameter does; add one under 'parameters', for it is taken for a string"
                )
                operation.parameters.append(.inline(.string(named: name, at: entry.location)))
            }
            mended.operations.append(.init(key: entry.key, location: entry.location, value: operation))
        }
        return diagnostics.count == found ? nil : mended
    }

    /// The list without what the path does not name, and without second parameters of one name and place.
    private mutating func mendedList(
        _ list: [Referenced<Parameter>],
        at path: String,
        _ template: PathTemplate?
    ) -> [Referenced<Parameter>] {
        var seen: [Parameter.Key: Location] = [:]
        let names = template?.parameterNames ?? []
        var kept: [Referenced<Parameter>] = []
        for referenced in list {
            guard let parameter = document.find(referenced) else { continue }
            let location = referenced.reference?.location ?? parameter.location
            if template != nil, parameter.place == .path, !names.contains(parameter.name) {
                let nearest = NearestName.nearest(to: parameter.name, among: names)
                let advice = nearest.map { "write '\($0)'" } ?? "add it to the path, or remove it"
                leaveOut(
                    at: parameter.location,
                    "the path '\(path)' has no {\(parameter.name)} for this parameter; \(advice), for it is left out"
                )
            } else if let other = seen[parameter.key] {
                let what = "the \(parameter.place.rawValue) parameter '\(parameter.name)'"
                leaveOut(at: location, "\(what) is already at \(other); keep one of the two, for this one is left out")
            } else {
                seen[parameter.key] = location
                kept.append(referenced)
            }
        }
        return kept
    }

    private func pathParameterNames(_ parameters: [Referenced<Parameter>]) -> Set<String> {
        Set(parameters.compactMap(document.find).filter { $0.place == .path }.map(\.name))
    }

    private mutating func warn(at location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.warning, at: location, message))
    }

    mutating func leaveOut(at location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.warning, at: location, message, leavesOut: true))
    }
}

extension Parameter {
    /// A path parameter of which no more than its name is known.
    fileprivate static func string(named name: String, at location: Location) -> Parameter {
        var schema = Schema(location: location)
        schema.types = [.string]
        var parameter = Parameter(name: name, in: .path, location: location)
        parameter.required = true
        parameter.format.schema = .inline(schema)
        return parameter
    }
}
