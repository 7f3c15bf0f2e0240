import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension [ModelPlan] {
    /// Structs can't hold themselves. Where one would, through properties alone, the property that closes the cycle is kept as JSON.
    func breakingCycles(reporting diagnostics: inout [Diagnostic], in document: Document) -> [ModelPlan] {
        var models = self
        let positions = Dictionary(uniqueKeysWithValues: models.enumerated().map { ($0.element.name, $0.offset) })
        var finished: Set<SwiftName> = []

        func visit(_ position: Int, path: [SwiftName]) {
            let name = models[position].name
            guard !finished.contains(name), case .object(var object) = models[position].shape else { return }
            for (index, property) in object.properties.enumerated() {
                guard case .named(let target) = property.type, let next = positions[target] else { continue }
                if target == name || path.contains(target) {
                    object.properties[index].type = .json
                    models[position].shape = .object(object)
                    diagnostics.append(
                        Diagnostic(
                            .warning,
                            at: document.location,
                            "the schema of '\(name.text)' holds itself by '\(property.wireName)'; boxed types are not generated yet, and the property is kept as JSON"
                        )
                    )
                } else {
                    visit(next, path: path + [name])
                }
            }
            finished.insert(name)
        }

        for position in models.indices { visit(position, path: []) }
        return models
    }
}
