import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// Keeps on the heap what can't lie within a value, properties whose type holds the type that they are in, and what would make it large.
    ///
    /// All properties on a cycle of types are boxed, whichever type comes first, so that no box moves when unrelated types change.
    mutating func boxValues(in operations: inout [OperationPlan], _ callbacks: inout [CallbacksPlan]) {
        boxCycles()
        var sizes = InlineSizes(models)
        for position in models.indices {
            guard case .object(var object) = models[position].shape else { continue }
            for index in sizes.layout(of: object).boxed { object.properties[index].isBoxed = true }
            models[position].shape = .object(object)
        }
        operations = operations.map { sizes.boxingBody(of: $0) }
        for group in callbacks.indices { callbacks[group].operations = callbacks[group].operations.map { sizes.boxingBody(of: $0) } }
    }

    private mutating func boxCycles() {
        let graph = ContainmentGraph(models)
        let components = graph.components()
        for position in models.indices {
            if case .tuple(let tuple) = models[position].shape, graph.isCyclic(position, components) {
                breakCycle(of: tuple, at: position, graph, components)
            }
            guard case .object(var object) = models[position].shape else { continue }
            for index in object.properties.indices {
                let property = object.properties[index]
                guard let held = graph.modelHeld(by: property.type), components[held] == components[position],
                    held != position || graph.isCyclic(position, components)
                else { continue }
                object.properties[index].isBoxed = true
                guard property.presence == .required, !property.type.isOptional, graph.requires(held, position) else { continue }
                object.properties[index].presence = .optional
                warn(
                    at: locations[models[position].name] ?? document.location,
                    "'\(property.wireName)' of '\(models[position].name.text)' must hold another of its kind, without end; it may be left out"
                )
            }
            models[position].shape = .object(object)
        }
    }
}

extension VersionPlanner {
    /// The items of a tuple have no boxes: those that hold a tuple of the same kind are kept as JSON.
    private mutating func breakCycle(of tuple: TuplePlan, at position: Int, _ graph: ContainmentGraph, _ components: [Int]) {
        var tuple = tuple
        for index in tuple.items.indices {
            guard let held = graph.modelHeld(by: tuple.items[index].type), components[held] == components[position] else { continue }
            tuple.items[index].type = .json
            warn(
                at: locations[models[position].name] ?? document.location,
                "'\(models[position].name.text)' holds another of its kind in item \(index); that is kept as JSON"
            )
        }
        models[position].shape = .tuple(tuple)
    }
}

/// Which models' values lie within which others'; arrays and dictionaries keep theirs elsewhere, and so do enums with payloads of structs.
private struct ContainmentGraph {
    private var positions: [SwiftName: Int] = [:]
    private var aliases: [Int: SwiftType] = [:]
    private var held: [[Int]] = []
    private var required: [[Int]] = []

    init(_ models: [ModelPlan]) {
        positions = Dictionary(models.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        for (position, model) in models.enumerated() {
            if case .alias(let type) = model.shape { aliases[position] = type }
        }
        for model in models {
            switch model.shape {
            case .object(let object):
                held.append(object.properties.compactMap { modelHeld(by: $0.type) })
                required.append(
                    object.properties.filter { $0.presence == .required && !$0.type.isOptional }.compactMap { modelHeld(by: $0.type) }
                )
            case .tuple(let tuple):
                held.append(tuple.items.compactMap { modelHeld(by: $0.type) })
                required.append([])
            default:
                held.append([])
                required.append([])
            }
        }
    }

    /// The position of the struct whose value lies within a value of the type.
    func modelHeld(by type: SwiftType) -> Int? {
        switch type {
        case .named(let name):
            guard let position = positions[name] else { return nil }
            return aliases[position].map { modelHeld(by: $0) } ?? position
        case .optional(let wrapped), .nullable(let wrapped): return modelHeld(by: wrapped)
        default: return nil
        }
    }

    func isCyclic(_ position: Int, _ components: [Int]) -> Bool {
        held[position].contains { components[$0] == components[position] }
    }

    /// Whether a value of the first can't be without one of the second.
    func requires(_ first: Int, _ second: Int) -> Bool {
        var seen: Set<Int> = [first]
        var next = [first]
        while let position = next.popLast() {
            if position == second { return true }
            next += required[position].filter { seen.insert($0).inserted }
        }
        return false
    }

    /// The strongly connected components (Tarjan's algorithm): a number for each model.
    func components() -> [Int] {
        var search = ComponentSearch(count: held.count)
        for position in held.indices where search.index[position] == nil { search.visit(position, held) }
        return search.component
    }
}

private struct ComponentSearch {
    var index: [Int?]
    var component: [Int]
    private var lowest: [Int]
    private var stack: [Int] = []
    private var isOnStack: [Bool]
    private var count = 0

    init(count: Int) {
        index = Array(repeating: nil, count: count)
        component = Array(repeating: -1, count: count)
        lowest = Array(repeating: 0, count: count)
        isOnStack = Array(repeating: false, count: count)
    }

    mutating func visit(_ root: Int, _ edges: [[Int]]) {
        // Without recursion, for chains of types can be long.
        var path: [(position: Int, next: Int)] = [(root, 0)]
        enter(root)
        while let (position, next) = path.last {
            if next < edges[position].count {
                path[path.count - 1].next += 1
                let target = edges[position][next]
                if index[target] == nil {
                    enter(target)
                    path.append((target, 0))
                } else if isOnStack[target] {
                    lowest[position] = min(lowest[position], index[target] ?? 0)
                }
            } else {
                path.removeLast()
                if let parent = path.last?.position { lowest[parent] = min(lowest[parent], lowest[position]) }
                if lowest[position] == index[position] { close(position) }
            }
        }
    }

    private mutating func enter(_ position: Int) {
        index[position] = count
        lowest[position] = count
        count += 1
        stack.append(position)
        isOnStack[position] = true
    }

    private mutating func close(_ position: Int) {
        while let member = stack.popLast() {
            isOnStack[member] = false
            component[member] = position
            if member == position { break }
        }
    }
}
