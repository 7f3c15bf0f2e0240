import SpecPlan
import SwiftText

extension ModelPlan {
    /// An open enum: values that the spec doesn't name are kept.
    func enumeration(of cases: [EnumCasePlan]) -> SwiftSource {
        """
        \(doc: noticedDoc)
        public enum \(name): OpenEnum {
            \(lines: cases.map { "case \($0.name)" })
            /// A value that the spec doesn't name, as it came.
            case other(String)

            public static let table = EnumTable<Self>([
                \(elements: cases.map { "(\(literal: $0.wireValue), .\(member: $0.name))" })
            ])
        }
        """
    }
}
