import SpecPlan
import SwiftText

extension [VersionPlan] {
    /// What did not change since the version before is one type, which the newer version names too.
    func sharingUnchangedTypes() -> [VersionPlan] {
        var versions = self
        for position in indices.dropFirst() {
            versions[position].shareTypes(with: self[position - 1])
        }
        return versions
    }
}

extension VersionPlan {
    fileprivate mutating func shareTypes(with older: VersionPlan) {
        let shared = modelsUnchanged(since: older)
        for index in models.indices where shared.contains(models[index].name) {
            models[index].shape = .unchanged(since: older.namespace)
        }
        let generated = Set(models.map(\.name)).union(older.models.map(\.name))
        for index in operations.indices {
            let operation = operations[index]
            guard let before = older.operations.first(where: { $0.typeName == operation.typeName }), before.contract == operation.contract
            else { continue }
            if operation.referredNames.allSatisfy({ !generated.contains($0) || shared.contains($0) }) {
                operations[index].unchangedSince = older.namespace
            }
        }
    }

    /// Models with the same contract in both versions, all the way down.
    private func modelsUnchanged(since older: VersionPlan) -> Set<SwiftName> {
        let before = Dictionary(uniqueKeysWithValues: older.models.map { ($0.name, $0.contract) })
        let generated = Set(models.map(\.name)).union(before.keys)
        var shared = Set(models.filter { before[$0.name] == $0.contract }.map(\.name))
        var isSettled = false
        while !isSettled {
            let kept = Set(
                models.filter { shared.contains($0.name) && $0.referredNames.allSatisfy { !generated.contains($0) || shared.contains($0) } }
                    .map(\.name)
            )
            isSettled = kept == shared
            shared = kept
        }
        return shared
    }
}
