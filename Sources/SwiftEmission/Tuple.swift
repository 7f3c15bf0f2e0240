import SpecPlan
import SwiftText

extension ModelPlan {
    /// A struct whose members are the items of an array.
    func tuple(_ plan: TuplePlan, _ conformances: SwiftSource) -> SwiftSource {
        let members = plan.items.map(\.member) + (plan.rest.map { [$0.restMember] } ?? [])
        return """
            \(doc: noticedDoc)
            public struct \(name): \(conformances) {
                \(lines: members.map(\.declaration))

                public init(\(list: members.map(\.parameter), before: ") {")
                    \(lines: members.map { "self.\(member: $0.name) = \($0.name)" })
                }

                public init(reading reader: inout JSONReader) {
                    var tuple = reader.beginTuple()
                    \(lines: members.map(\.reading))
                    reader.endTuple(tuple\(plan.isClosed ? ", closed: true" : .nothing))
                }

                public func write(to writer: inout JSONWriter) {
                    writer.beginArray()
                    \(lines: members.map(\.writing))
                    writer.endArray()
                }
            }
            """
    }
}

/// A member of a struct that stands for an array, and how it is written.
private struct TupleMember {
    var name: SwiftName
    var type: SwiftType
    var initialValue: SwiftSource
    var readMethod: SwiftName
    var writeMethod: SwiftName
    var doc: DocComment

    var declaration: SwiftSource { "\(doc: doc)\npublic var \(name): \(type)" }
    var parameter: SwiftSource { "\(parameter: name): \(type)\(initialValue)" }
    var reading: SwiftSource { "\(name.used(besides: ["reader", "tuple"])) = reader.\(readMethod)(of: &tuple)" }
    var writing: SwiftSource { "writer.\(writeMethod)(\(name.used(besides: ["writer"])))" }
}

extension TupleItemPlan {
    fileprivate var member: TupleMember {
        TupleMember(
            name: name,
            type: isRequired ? type : .optional(type),
            initialValue: isRequired ? .nothing : " = nil",
            readMethod: isRequired ? "element" : "optionalElement",
            writeMethod: isRequired ? "element" : "optionalElement",
            doc: doc
        )
    }

    fileprivate var restMember: TupleMember {
        TupleMember(name: name, type: .array(type), initialValue: " = []", readMethod: "rest", writeMethod: "elements", doc: doc)
    }
}
