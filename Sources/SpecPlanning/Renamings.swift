import SpecPlan
import SwiftText

/// The models that a newer version has under other names: just those of which there is no doubt.
struct Renamings {
    /// Older name -> newer name.
    private(set) var models: [SwiftName: SwiftName] = [:]

    /// A model that is gone is called so now which has the same properties or values, is new, and is the only one.
    init(from older: VersionPlan, to newer: VersionPlan) {
        let before = Dictionary(uniqueKeysWithValues: older.models.map { ($0.name, $0) })
        let after = Dictionary(uniqueKeysWithValues: newer.models.map { ($0.name, $0) })
        let gone = older.models.filter { after[$0.name] == nil && $0.isTelling }
        let new = newer.models.filter { before[$0.name] == nil && $0.isTelling }
        // What is made of renamed models is found after them.
        var isSettled = false
        while !isSettled {
            isSettled = true
            for model in gone where models[model.name] == nil {
                let candidates = new.filter { agree(model, $0) }
                let rivals = gone.filter { rival in candidates.count == 1 && agree(rival, candidates[0]) }
                guard candidates.count == 1, rivals.count == 1 else { continue }
                models[model.name] = candidates[0].name
                isSettled = false
            }
        }
    }

    private func agree(_ old: ModelPlan, _ new: ModelPlan) -> Bool {
        switch (old.contract.shape, new.contract.shape) {
        case (.object(var before), .object(let after)):
            for index in before.properties.indices { before.properties[index].type = renamed(before.properties[index].type, in: old, new) }
            if let rest = before.rest { before.rest?.type = renamed(rest.type, in: old, new) }
            return before == after
        case (.enumeration(let before), .enumeration(let after)): return before == after
        default: return false
        }
    }

    /// A model may be made of itself.
    private func renamed(_ type: SwiftType, in old: ModelPlan, _ new: ModelPlan) -> SwiftType {
        type.renaming { $0 == old.name ? new.name : models[$0] ?? $0 }
    }

    /// Whether two operations take and answer the same, whatever they and their types are called.
    func agree(_ old: OperationPlan, _ new: OperationPlan) -> Bool {
        func known(_ types: [SwiftType]) -> [SwiftType] { types.map { $0.renaming { models[$0] ?? $0 } } }
        let (before, after) = (old.contract, new.contract)
        // Choices among several contents or answers are types that are called by the operation.
        let isPlain = [old, new].allSatisfy { $0.body?.contents.choice == nil && $0.success.choice == nil && $0.socket == nil }
        return isPlain && before.security == after.security && known(old.inputTypes) == new.inputTypes
            && known(old.success.type.map { [$0] } ?? []) == (new.success.type.map { [$0] } ?? [])
            && before.parameters.map(\.signature) == after.parameters.map(\.signature)
            && before.body.map { [$0.name.text, "\($0.isRequired)"] } == after.body.map { [$0.name.text, "\($0.isRequired)"] }
    }
}

extension ModelPlan {
    /// Whether it says enough that another one like it is no coincidence.
    fileprivate var isTelling: Bool {
        switch shape {
        case .object(let object): !object.properties.isEmpty
        case .enumeration(let plan): plan.cases.count > 1
        default: false
        }
    }
}

extension ParameterPlan {
    /// What a caller writes.
    fileprivate var signature: [String] { [name.text, "\(presence)"] }
}
