public import SwiftText

/// What an answer brings: a body, header fields, or nothing.
public struct AnswerPlan: Hashable, Sendable {
    public var contents: ContentsPlan
    public var headers: [HeaderPlan]
    /// The struct that holds the body and the header fields, where there are any.
    public var structure: SwiftName?
    /// Whether it is a component, which several operations have: its types are declared by themselves.
    public var isShared: Bool
    /// The name of the body in that struct.
    public static var bodyName: SwiftName { "body" }

    public init(contents: ContentsPlan, headers: [HeaderPlan] = [], structure: SwiftName? = nil, isShared: Bool = false) {
        self.isShared = isShared
        self.contents = contents
        self.headers = headers
        self.structure = structure
    }

    /// What a caller gets; nil where that is nothing.
    public var type: SwiftType? { structure.map { .named($0) } ?? contents.type }

    /// The types that are declared for it.
    public var declaredNames: [SwiftName] { [structure, contents.choice].compactMap { $0 } }
}

/// A header field of an answer.
public struct HeaderPlan: Hashable, Sendable {
    public enum Coding: Hashable, Sendable {
        case plain
        /// In the style simple, exploded or not.
        case styled(explode: Bool)
        case json
    }

    public var wireName: String
    public var name: SwiftName
    public var type: SwiftType
    public var coding: Coding
    public var isRequired: Bool
    public var doc: DocComment

    public init(wireName: String, name: SwiftName, type: SwiftType, coding: Coding, isRequired: Bool, doc: DocComment) {
        self.wireName = wireName
        self.name = name
        self.type = type
        self.coding = coding
        self.isRequired = isRequired
        self.doc = doc
    }
}

/// An answer by its status: a case of an operation's output or of its failures.
public struct AnswerCasePlan: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case code(Int)
        /// A hundred of them: 4 for `4XX`.
        case range(Int)
        /// Whatever has no entry of its own.
        case any
    }

    public var status: Status
    public var name: SwiftName
    public var answer: AnswerPlan
    public var doc: DocComment

    public init(status: Status, name: SwiftName, answer: AnswerPlan, doc: DocComment) {
        self.status = status
        self.name = name
        self.answer = answer
        self.doc = doc
    }
}

/// The answers of success.
public struct SuccessPlan: Hashable, Sendable {
    /// At least one.
    public var cases: [AnswerCasePlan]
    /// The enum that tells them apart, where there are several.
    public var choice: SwiftName?

    /// - Parameter choice: needed where there are several cases.
    public init(_ cases: [AnswerCasePlan], choice: SwiftName?) {
        self.cases = cases
        self.choice = choice
    }

    /// What a caller gets; nil where that is nothing.
    public var type: SwiftType? { choice.map { .named($0) } ?? cases.first?.answer.type }
}

/// The documented ways to fail.
public struct FailurePlan: Hashable, Sendable {
    public var typeName: SwiftName
    /// By status: codes first, then ranges.
    public var cases: [AnswerCasePlan]
    /// What `default` stands for; nil where the spec has none.
    public var fallback: AnswerCasePlan?

    public init(typeName: SwiftName, cases: [AnswerCasePlan], fallback: AnswerCasePlan?) {
        self.typeName = typeName
        self.cases = cases
        self.fallback = fallback
    }
}
