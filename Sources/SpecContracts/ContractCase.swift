import SpecDocument

/// One thing that a description says of an operation, and how it is tried.
public struct ContractCase: Sendable, CustomStringConvertible {
    /// The operation's id, or its method and path.
    public let operation: String
    /// What is tried: `without credentials`, `body /name: longer than maxLength 64`.
    public let title: String
    let plan: Plan
    let document: Document

    enum Plan: Sendable {
        /// Calls that bring about a state, the call that is judged, and what it must be answered with.
        case call(before: [RequestShape], RequestShape, Expectation)
        /// It can't be tried, for this reason.
        case impossible(String)
    }

    public var description: String { "\(operation): \(title)" }
}

/// What a call must be answered with, beside that each answer is as its status is documented.
enum Expectation: Sendable, Hashable {
    /// An answer of success: nothing is wrong with the call.
    case success
    /// One of these statuses, for something is wrong with the call.
    case refusal(Set<Int>)
    /// This very status.
    case status(Int)
}

/// What came of a case.
public enum ContractOutcome: Sendable, Hashable {
    /// The service keeps to the description. With the status that it answered.
    case passed(Int)
    /// It doesn't, for these reasons.
    case failed([String], status: Int?)
    /// Nothing is known, for this reason.
    case notExercised(String)

    /// What is wrong; empty for what passed and for what was not exercised.
    public var problems: [String] {
        if case .failed(let problems, _) = self { problems } else { [] }
    }

    /// The status that was answered, where there was an answer that was judged.
    public var status: Int? {
        switch self {
        case .passed(let status): status
        case .failed(_, let status): status
        case .notExercised: nil
        }
    }
}
