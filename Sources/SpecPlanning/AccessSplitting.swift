import SpecPlan
import SwiftText

extension VersionPlanner {
    /// Takes `readOnly` properties out of what is sent, and `writeOnly` ones out of what is answered. A type that is used in both directions,
    /// and has such properties or holds a type that has, becomes two: `User` is answered, `UserInput` is sent.
    ///
    /// - Parameter callbacks: what the API itself calls. All that it sends and gets there counts as answered.
    mutating func splitByAccess(_ operations: inout [OperationPlan], besides callbacks: [OperationPlan]) {
        let limited = models.filter(\.hasLimitedAccess).map(\.name)
        guard !limited.isEmpty else { return }
        let graph = ReferenceGraph(models)
        let sent = graph.reachable(from: operations.flatMap(\.inputTypes).flatMap(\.names))
        let called = callbacks.flatMap { $0.inputTypes + $0.outputTypes }
        let answered = graph.reachable(from: (operations.flatMap(\.outputTypes) + called).flatMap(\.names))
        let holders = graph.holders(of: limited)
        var inputs: [SwiftName: SwiftName] = [:]
        for model in models where holders.contains(model.name) && sent.contains(model.name) && answered.contains(model.name) {
            inputs[model.name] = scope.take(model.name.adding("Input"))
        }
        var split: [ModelPlan] = []
        for position in models.indices {
            let model = models[position]
            if let name = inputs[model.name] {
                var input = model.without(.readOnly).renaming(inputs, as: name)
                input.doc = model.doc.adding("As it is sent; `\(model.name.text)` is what answers hold.")
                split.append(input)
                models[position] = model.without(.writeOnly)
            } else if sent.contains(model.name), !answered.contains(model.name) {
                models[position] = model.without(.readOnly).renaming(inputs, as: model.name)
            } else if answered.contains(model.name) {
                models[position] = model.without(.writeOnly)
            }
        }
        models += split
        for index in operations.indices { operations[index].renameInputs(inputs) }
    }
}

/// Which types refer to which others.
private struct ReferenceGraph {
    private let referred: [SwiftName: [SwiftName]]
    private var referring: [SwiftName: [SwiftName]] = [:]

    init(_ models: [ModelPlan]) {
        referred = Dictionary(models.map { ($0.name, $0.referredNames) }) { first, _ in first }
        for model in models {
            for name in model.referredNames { referring[name, default: []].append(model.name) }
        }
    }

    func reachable(from roots: [SwiftName]) -> Set<SwiftName> { closure(of: roots, referred) }

    /// The types themselves, and all that are made of them.
    func holders(of names: [SwiftName]) -> Set<SwiftName> { closure(of: names, referring) }

    private func closure(of roots: [SwiftName], _ edges: [SwiftName: [SwiftName]]) -> Set<SwiftName> {
        var found = Set(roots)
        var next = roots
        while let name = next.popLast() {
            next += (edges[name] ?? []).filter { found.insert($0).inserted }
        }
        return found
    }
}

extension ModelPlan {
    fileprivate var hasLimitedAccess: Bool {
        guard case .object(let object) = shape else { return false }
        return object.properties.contains { $0.access != .both }
    }

    fileprivate func without(_ access: PropertyPlan.Access) -> ModelPlan {
        guard case .object(var object) = shape else { return self }
        object.properties.removeAll { $0.access == access }
        var model = self
        model.shape = .object(object)
        return model
    }

    fileprivate func renaming(_ names: [SwiftName: SwiftName], as name: SwiftName) -> ModelPlan {
        var model = self
        model.name = name
        switch shape {
        case .object(var object):
            for index in object.properties.indices { object.properties[index].type.rename(names) }
            object.rest?.type.rename(names)
            model.shape = .object(object)
        case .union(var union):
            for index in union.cases.indices { union.cases[index].type.rename(names) }
            model.shape = .union(union)
        case .tuple(var tuple):
            for index in tuple.items.indices { tuple.items[index].type.rename(names) }
            tuple.rest?.type.rename(names)
            model.shape = .tuple(tuple)
        case .part(var part):
            part.content.rename(names)
            for index in part.headers.indices { part.headers[index].type.rename(names) }
            model.shape = .part(part)
        case .alias(var type):
            type.rename(names)
            model.shape = .alias(type)
        case .enumeration, .unchanged:
            break
        }
        return model
    }
}

extension OperationPlan {
    fileprivate mutating func renameInputs(_ names: [SwiftName: SwiftName]) {
        for index in parameters.indices { parameters[index].type.rename(names) }
        body?.type.rename(names)
        socket?.sends.rename(names)
        for index in body?.contents.contents.indices ?? 0..<0 { body?.contents.contents[index].type.rename(names) }
    }
}

extension SwiftType {
    /// Puts other names in the place of those of generated types.
    fileprivate mutating func rename(_ names: [SwiftName: SwiftName]) { self = renamed(names) }

    private func renamed(_ names: [SwiftName: SwiftName]) -> SwiftType {
        switch self {
        case .named(let name): .named(names[name] ?? name)
        case .array(let item): .array(item.renamed(names))
        case .dictionary(let value): .dictionary(value.renamed(names))
        case .optional(let wrapped): .optional(wrapped.renamed(names))
        case .nullable(let wrapped): .nullable(wrapped.renamed(names))
        case .generic(let name, let argument): .generic(name, argument.renamed(names))
        default: self
        }
    }
}
