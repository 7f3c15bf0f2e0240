import SpecPlan
import SwiftText

extension [VersionPlan] {
    /// Every version but the newest can be served from an implementation of the next one.
    func withAdapters() -> [VersionPlan] {
        var versions = self
        for position in indices.dropLast() where versions[position].canBeAdapted(to: versions[position + 1]) {
            versions[position].adapter = AdapterPlan(serving: versions[position], from: versions[position + 1])
        }
        return versions
    }
}

extension VersionPlan {
    fileprivate func canBeAdapted(to newer: VersionPlan) -> Bool {
        sides.contains(.service) && authentications == newer.authentications
    }
}

extension AdapterPlan {
    fileprivate init(serving older: VersionPlan, from newer: VersionPlan) {
        var unchanged: [SwiftName] = []
        var demanded: [Demand] = []
        for operation in older.operations {
            let successor = newer.operations.first { $0.methodName == operation.methodName } ?? operation.successor(in: newer)
            if successor?.unchangedSince == older.namespace {
                unchanged.append(operation.methodName)
            } else {
                let (reason, status) = operation.difference(to: successor, in: newer)
                let places = [older.places[operation.typeName], successor.flatMap { newer.place(of: $0, answering: status) }]
                demanded.append(Demand(method: operation.methodName, reason: reason, places: places.compactMap(\.self)))
            }
        }
        self.init(newer: newer.namespace, unchanged: unchanged, demanded: demanded)
    }
}

extension OperationPlan {
    /// What makes the newer operation another one, in a few words, and the status that it is about.
    fileprivate func difference(to newer: OperationPlan?, in version: VersionPlan) -> (reason: String, status: Int?) {
        let namespace = version.namespace.text
        guard let newer else { return ("`\(namespace)` has no such operation.", nil) }
        if newer.methodName != methodName { return ("`\(namespace)` calls it `\(newer.methodName.text)`.", nil) }
        let added = Set(newer.failure.codes).subtracting(failure.codes).sorted()
        let dropped = Set(failure.codes).subtracting(newer.failure.codes).sorted()
        if !added.isEmpty { return ("`\(namespace)` can also answer \(added.map(String.init).joined(separator: ", ")).", added[0]) }
        if !dropped.isEmpty { return ("`\(namespace)` no longer answers \(dropped.map(String.init).joined(separator: ", ")).", nil) }
        if newer.contract.success != contract.success { return ("its answer is another in `\(namespace)`.", nil) }
        return ("its input, its answer or its failures are others in `\(namespace)`.", nil)
    }
}

extension VersionPlan {
    /// Where the operation is, or its answer of the status.
    fileprivate func place(of operation: OperationPlan, answering status: Int?) -> String? {
        status.flatMap { answerPlaces[operation.typeName]?[$0] } ?? places[operation.typeName]
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
