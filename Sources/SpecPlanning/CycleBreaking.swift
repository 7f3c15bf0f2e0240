import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// Breaks what Swift can't say: type aliases of themselves, and structs that hold themselves through properties alone.
    mutating func breakCycles() {
        let positions = Dictionary(uniqueKeysWithValues: models.enumerated().map { ($0.element.name, $0.offset) })
        var finished: Set<SwiftName> = []
        for position in models.indices { breakAliasCycles(at: position, positions, path: [], finished: &finished) }
        finished = []
        for position in models.indices { breakStructCycles(at: position, positions, path: [], finished: &finished) }
    }

    private mutating func breakAliasCycles(
        at position: Int,
        _ positions: [SwiftName: Int],
        path: [SwiftName],
        finished: inout Set<SwiftName>
    ) {
        let model = models[position]
        guard case .alias(let type) = model.shape, !finished.contains(model.name) else { return }
        for target in type.names {
            if target == model.name || path.contains(target) {
                models[position].shape = .alias(.json)
                warn(at: location(of: model), "'\(model.name.text)' is made of nothing but itself; it is kept as JSON")
                break
            }
            guard let next = positions[target] else { continue }
            breakAliasCycles(at: next, positions, path: path + [model.name], finished: &finished)
        }
        finished.insert(model.name)
    }

    private mutating func breakStructCycles(
        at position: Int,
        _ positions: [SwiftName: Int],
        path: [SwiftName],
        finished: inout Set<SwiftName>
    ) {
        let model = models[position]
        guard case .object(var object) = model.shape, !finished.contains(model.name) else { return }
        for (index, property) in object.properties.enumerated() {
            guard let next = modelHeld(by: property.type, positions) else { continue }
            if next == position || path.contains(models[next].name) {
                object.properties[index].type = .json
                models[position].shape = .object(object)
                warn(
                    at: location(of: model),
                    "'\(model.name.text)' holds itself by '\(property.wireName)', which is not generated as a type yet; its values are kept as JSON"
                )
            } else {
                breakStructCycles(at: next, positions, path: path + [model.name], finished: &finished)
            }
        }
        finished.insert(model.name)
    }

    /// The position of the model whose value lies within a value of the type; arrays and dictionaries keep theirs elsewhere.
    private func modelHeld(by type: SwiftType, _ positions: [SwiftName: Int]) -> Int? {
        switch type {
        case .named(let name):
            guard let position = positions[name] else { return nil }
            guard case .alias(let aliased) = models[position].shape else { return position }
            return modelHeld(by: aliased, positions)
        case .optional(let wrapped):
            return modelHeld(by: wrapped, positions)
        default:
            return nil
        }
    }

    private func location(of model: ModelPlan) -> Location {
        locations[model.name] ?? document.location
    }
}
