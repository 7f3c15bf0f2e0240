import SpecPlan
import SwiftText

extension ModelPlan {
    /// A struct of what a part of a form holds, and its header fields.
    func part(_ plan: PartPlan, _ conformances: SwiftSource) -> SwiftSource {
        let required = plan.headers.filter(\.isRequired).map(\.parameter)
        let optional = plan.headers.filter { !$0.isRequired }.map(\.parameter)
        return """
            \(doc: noticedDoc)
            public struct \(name): \(conformances) {
                public var content: \(plan.content)
                \(lines: plan.headers.map(\.declaration))

                public init(\(list: ["_ content: \(plan.content)"] + required + optional, before: ") {")
                    self.content = content
                    \(lines: plan.headers.map { "self.\(member: $0.name) = \($0.name)" })
                }

                public init(reading reader: inout JSONReader) {
                    let part = reader.partFields()
                    content = reader.value()
                    \(lines: plan.headers.map(\.partReading))
                }

                public func write(to writer: inout JSONWriter) {
                    writer.part(content) { part in
                        \(lines: plan.headers.map { $0.writing(to: "part", besides: "writer") })
                    }
                }
            }
            """
    }
}
