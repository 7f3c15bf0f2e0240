import SpecPlan
import SwiftText

extension VersionPlanner {
    /// From how many operations on equal failures are one type. Below that each operation's own reads better; above it the types of
    /// failures are a good part of what a module costs to compile.
    private static var smallestLargeAPI: Int { 50 }

    /// In a large API, the failures of operations that document the same ones become one type, which each operation has a name for.
    ///
    /// - Returns: the shared types.
    mutating func shareFailures(of operations: inout [OperationPlan]) -> [FailurePlan] {
        guard operations.count >= Self.smallestLargeAPI else { return [] }
        var users: [FailurePlan: [Int]] = [:]
        for index in operations.indices where operations[index].failure.isShareable {
            users[operations[index].failure.anonymous, default: []].append(index)
        }
        var shared: [FailurePlan] = []
        for (_, indices) in users.filter({ $0.value.count > 1 }).sorted(by: { $0.value[0] < $1.value[0] }) {
            var failure = operations[indices[0]].failure
            failure.typeName = scope.take(failure.commonName, orAdding: "Common")
            shared.append(failure)
            for index in indices { operations[index].sharedFailure = failure.typeName }
        }
        return shared.sorted { $0.typeName < $1.typeName }
    }
}

extension FailurePlan {
    private var answers: [AnswerCasePlan] { cases + (fallback.map { [$0] } ?? []) }

    /// Whether no type of one operation is in it.
    fileprivate var isShareable: Bool { answers.allSatisfy { $0.answer.isShared || $0.answer.declaredNames.isEmpty } }

    /// All but its name and its documentation.
    fileprivate var anonymous: FailurePlan {
        var failure = contract
        failure.typeName = "Failure"
        return failure
    }

    /// Made of the names of its cases: `NotFoundOrConflictFailure`.
    fileprivate var commonName: SwiftName {
        let names = answers.map { SwiftName(type: $0.name.text) }
        guard let first = names.first else { return "UndocumentedFailure" }
        if names.count > 4 { return first.adding("OrFurtherFailure") }
        return names.dropFirst().reduce(first) { $0.adding("Or").adding($1) }.adding("Failure")
    }
}
