import SpecPlan
import SwiftText

extension ModelPlan {
    /// An enum with a payload a case.
    func union(_ plan: UnionPlan, _ conformances: SwiftSource) -> SwiftSource {
        """
        \(doc: noticedDoc.adding(plan.orderDoc))
        public \(plan.keyword) \(name): \(conformances) {
            \(lines: plan.cases.map(\.declaration))
            /// A value of none of these, as it came.
            case other(JSONValue)

            public init(reading reader: inout JSONReader) {
                \(plan.decision.statement)
            }

            public func write(to writer: inout JSONWriter) {
                switch self {
                \(lines: plan.cases.map { "case .\(member: $0.name)(let value): value.write(to: &writer)" })
                case .other(let value): value.write(to: &writer)
                }
            }
        }
        """
    }
}

extension UnionCasePlan {
    fileprivate var declaration: SwiftSource {
        """
        \(doc: doc)
        case \(name)(\(type))
        """
    }
}

extension UnionPlan {
    fileprivate var keyword: SwiftSource { isIndirect ? "indirect enum" : "enum" }

    fileprivate var orderDoc: String? {
        decision.triesInOrder ? "Where nothing tells these apart, the first one that a value can be read as is taken." : nil
    }
}

extension DecisionPlan {
    fileprivate var triesInOrder: Bool {
        switch self {
        case .firstMatch: true
        case .kind(let branches): branches.contains { $0.decision.triesInOrder }
        case .members(_, let otherwise): otherwise.triesInOrder
        case .take, .member, .unmatched: false
        }
    }

    fileprivate var statement: SwiftSource {
        switch self {
        case .take, .firstMatch, .unmatched: "self = \(value)"
        case .member(let name, let branches, let otherwise):
            """
            switch reader.\(branches.peek)(\(member: name)) {
            \(lines: branches.map { "case \($0.values.patterns): \($0.decision.statement)" })
            default: self = \(otherwise.map { ".\(member: $0)(reader.value())" } ?? ".other(reader.unmatched(\(branches.label): \(member: name)))")
            }
            """
        case .kind(let branches):
            """
            switch reader.nextKind {
            \(lines: branches.map(\.statement))
            default: self = .other(reader.unmatched())
            }
            """
        case .members(let branches, let otherwise): memberStatement(branches, otherwise: otherwise)
        }
    }

    private func memberStatement(_ branches: [MembersBranch], otherwise: DecisionPlan) -> SwiftSource {
        let pieces = branches.enumerated().map { position, branch -> SwiftSource in
            let names = branch.names.map { "\(member: $0)" as SwiftSource }.joined(by: ", ")
            let keyword: SwiftSource = position == 0 ? "if" : "} else if"
            let method: SwiftName = branch.isAny ? "hasAnyMember" : "hasMembers"
            return """
                \(keyword) reader.\(method)(\(names)) {
                    \(branch.decision.statement)
                """
        }
        return """
            \(lines: pieces)
            } else {
                \(otherwise.statement)
            }
            """
    }

    private var value: SwiftSource {
        switch self {
        case .take(let name): ".\(member: name)(reader.value())"
        case .firstMatch(let names):
            "reader.firstMatch(\(list: names.map { "Self.\(member: $0)" }, before: ") ?? .other(reader.value())")"
        case .member, .kind, .members, .unmatched: ".other(reader.unmatched())"
        }
    }

    fileprivate var isSimple: Bool {
        switch self {
        case .take, .firstMatch, .unmatched: true
        case .member, .kind, .members: false
        }
    }
}

extension DecisionPlan.KindBranch {
    fileprivate var statement: SwiftSource {
        if decision.isSimple { return "case .\(kind.name): \(decision.statement)" }
        return """
            case .\(kind.name):
                \(decision.statement)
            """
    }
}

extension DecisionPlan.ValueKind {
    fileprivate var name: SwiftName {
        switch self {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .number: "number"
        case .boolean: "boolean"
        }
    }
}

extension [DecisionPlan.MemberBranch] {
    fileprivate var peek: SwiftName { hasScalars ? "peekScalar" : "peekString" }
    fileprivate var label: SwiftName { hasScalars ? "byScalar" : "by" }
}

extension [String] {
    fileprivate var patterns: SwiftSource { map { "\(literal: $0)" as SwiftSource }.joined(by: ", ") }
}
