/// What came of a suite, to be read.
public struct ContractReport: Sendable {
    /// Each case, and what came of it.
    public private(set) var results: [(example: ContractCase, outcome: ContractOutcome)] = []
    private let suite: ContractSuite

    init(suite: ContractSuite) { self.suite = suite }

    mutating func add(_ example: ContractCase, _ outcome: ContractOutcome) { results.append((example, outcome)) }

    /// How many cases passed, failed and were not exercised.
    public var counts: (passed: Int, failed: Int, notExercised: Int) {
        var counts = (passed: 0, failed: 0, notExercised: 0)
        for result in results {
            switch result.outcome {
            case .passed: counts.passed += 1
            case .failed: counts.failed += 1
            case .notExercised: counts.notExercised += 1
            }
        }
        return counts
    }

    /// The documented statuses that no case was answered with, by operation.
    public var unseenStatuses: [(operation: String, statuses: [Int])] {
        suite.operations.compactMap { operation in
            let seen = Set(results.filter { $0.example.operation == operation.name }.compactMap(\.outcome.status))
            let unseen = operation.statuses.filter { !seen.contains($0) }
            return unseen.isEmpty ? nil : (operation.name, unseen)
        }
    }

    /// The report as text: an operation a paragraph, with what failed and what was not exercised, and the sum.
    ///
    /// - Parameter listsPassed: whether what passed is listed as well.
    public func text(listsPassed: Bool = false) -> String {
        var text = "\(suite.title)\n"
        for operation in suite.operations {
            let own = results.filter { $0.example.operation == operation.name }
            let passed = own.count { if case .passed = $0.outcome { true } else { false } }
            text += "\n\(operation.name)  \(operation.route)  \(passed) of \(own.count) passed\n"
            for (example, outcome) in own {
                switch outcome {
                case .passed(let status): if listsPassed { text += "  passed         \(example.title): \(status)\n" }
                case .failed(let problems, _): text += "  FAILED         \(example.title): \(problems.joined(separator: "; "))\n"
                case .notExercised(let reason): text += "  not exercised  \(example.title): \(reason)\n"
                }
            }
            let seen = Set(own.compactMap(\.outcome.status))
            let unseen = operation.statuses.filter { !seen.contains($0) }.map { String($0) }
            if !unseen.isEmpty { text += "  documented, but never answered: \(unseen.joined(separator: ", "))\n" }
        }
        let counts = counts
        return text + "\n\(counts.passed) passed, \(counts.failed) failed, \(counts.notExercised) not exercised\n"
    }
}
