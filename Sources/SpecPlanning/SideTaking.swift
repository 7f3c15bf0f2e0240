import SpecPlan

extension VersionPlanner {
    /// Plans the wanted ends alone. Where nothing is served nothing is read strictly, so that there is nothing to check either.
    mutating func takeSides(of operations: inout [OperationPlan], _ callbacks: inout [CallbacksPlan]) {
        for index in operations.indices { operations[index].sides = source.sides }
        for group in callbacks.indices {
            for index in callbacks[group].operations.indices { callbacks[group].operations[index].sides = source.sides.ofCallbacks }
        }
        let isServed = source.sides.contains(.service) || callbacks.contains { !$0.operations.isEmpty }
        if !isServed { models = models.map(\.unchecked) }
    }
}

extension ModelPlan {
    fileprivate var unchecked: ModelPlan {
        guard case .object(var object) = shape else { return self }
        var model = self
        object.count = nil
        object.isClosed = false
        for index in object.properties.indices { object.properties[index].checks = [] }
        model.shape = .object(object)
        return model
    }
}
