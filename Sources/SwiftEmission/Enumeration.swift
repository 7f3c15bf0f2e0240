import SpecPlan
import SwiftText

extension ModelPlan {
    /// An open enum: values that the spec doesn't name are kept.
    func enumeration(_ plan: EnumPlan) -> SwiftSource {
        """
        \(doc: noticedDoc)
        public enum \(name): \(plan.raw.protocolName) {
            \(lines: plan.cases.map(\.declaration))
            /// A value that the spec doesn't name, as it came.
            case other(\(plan.raw.type))

            public static let table = EnumTable<Self>([
                \(elements: plan.cases.map { "(\(literal: $0.wireValue), .\(member: $0.name))" })
            ])
        }
        """
    }
}

extension EnumCasePlan {
    fileprivate var declaration: SwiftSource {
        """
        \(doc: doc)
        case \(name)
        """
    }
}

extension EnumPlan.Raw {
    fileprivate var protocolName: SwiftName {
        switch self {
        case .string: "OpenEnum"
        case .integer: "OpenIntegerEnum"
        case .value: "OpenValueEnum"
        }
    }

    fileprivate var type: SwiftType {
        switch self {
        case .string: .string
        case .integer: .int
        case .value: .json
        }
    }
}
