import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// Breaks what Swift can't say: type aliases of themselves become JSON.
    mutating func breakAliasCycles() {
        let positions = Dictionary(models.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        var finished: Set<SwiftName> = []
        for position in models.indices { breakAliasCycles(at: position, positions, path: [], finished: &finished) }
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
                warn(
                    at: locations[model.name] ?? document.location,
                    "'\(model.name.text)' is made of nothing but itself; it is kept as JSON"
                )
                break
            }
            guard let next = positions[target] else { continue }
            breakAliasCycles(at: next, positions, path: path + [model.name], finished: &finished)
        }
        finished.insert(model.name)
    }
}
