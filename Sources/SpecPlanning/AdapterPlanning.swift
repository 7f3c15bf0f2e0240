import SpecPlan
import SwiftText

extension [VersionPlan] {
    /// Every version but the newest can be served from an implementation of the next one.
    func withAdapters() -> [VersionPlan] {
        var versions = self
        for position in indices.dropLast() where versions[position].authentications == versions[position + 1].authentications {
            versions[position].adapter = AdapterPlan(serving: versions[position], from: versions[position + 1])
        }
        return versions
    }
}

extension AdapterPlan {
    fileprivate init(serving older: VersionPlan, from newer: VersionPlan) {
        var unchanged: [SwiftName] = []
        var demanded: [Demand] = []
        for operation in older.operations {
            let successor = newer.operations.first { $0.methodName == operation.methodName }
            if successor?.unchangedSince == older.namespace {
                unchanged.append(operation.methodName)
            } else {
                demanded.append(Demand(method: operation.methodName, reason: operation.difference(to: successor, in: newer)))
            }
        }
        self.init(newer: newer.namespace, unchanged: unchanged, demanded: demanded)
    }
}

extension OperationPlan {
    /// What makes the newer operation another one, in a few words.
    fileprivate func difference(to newer: OperationPlan?, in version: VersionPlan) -> String {
        guard let newer else { return "`\(version.namespace.text)` has no such operation." }
        let added = Set(newer.failure.codes).subtracting(failure.codes).sorted()
        let dropped = Set(failure.codes).subtracting(newer.failure.codes).sorted()
        if !added.isEmpty { return "`\(version.namespace.text)` can also answer \(added.map(String.init).joined(separator: ", "))." }
        if !dropped.isEmpty { return "`\(version.namespace.text)` no longer answers \(dropped.map(String.init).joined(separator: ", "))." }
        if newer.contract.success != contract.success {
            return "its answer is another in `\(version.namespace.text)`."
        }
        return "its input, its answer or its failures are others in `\(version.namespace.text)`."
    }
}

extension FailurePlan {
    /// The statuses that have an entry of their own.
    fileprivate var codes: [Int] {
        cases.compactMap { failure in
            if case .code(let code) = failure.status { code } else { nil }
        }
    }
}

extension VersionPlan {
    /// What an implementation has to offer to tell who calls.
    fileprivate var authentications: Set<[SecuritySchemePlan]> {
        Set((security?.alternatives ?? []).map { $0.map(\.contract) })
    }
}
