import SpecYAML

extension Document {
    /// Mends all in which the parts of the document contradict each other, though each reads well alone, and says what was done.
    mutating func mendContradictions() -> Diagnostics {
        let operations = operations
        return Diagnostics(
            mendPathParameters() + equivalentPaths() + addUndefinedSecuritySchemes(operations)
                + serverVariableMismatches(operations)
        )
    }

    typealias Operations = [OrderedMap<HTTPMethod, Operation>.Entry]

    /// All operations of paths, webhooks and callbacks that stand in the document itself, with the places of their methods.
    private var operations: Operations {
        var operations: Operations = []
        var pending = paths.values + webhooks.values + components.pathItems.values
        pending += components.callbacks.values.compactMap(\.inline).flatMap(\.paths.values)
        while let item = pending.popLast() {
            guard let item = item.inline else { continue }
            operations += item.operations
            for operation in item.operations.values {
                pending += operation.callbacks.values.compactMap(\.inline).flatMap(\.paths.values)
            }
        }
        return operations.sorted { $0.location < $1.location }
    }

    /// What a reference leads to, if it leads anywhere.
    func find<Kind: Component>(_ referenced: Referenced<Kind>) -> Kind? { try? resolve(referenced) }
}
