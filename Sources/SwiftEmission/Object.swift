import SpecPlan
import SwiftText

extension ObjectPlan {
    func declaration(named name: SwiftName, doc: DocComment, _ conformances: SwiftSource) -> SwiftSource {
        """
        \(doc: doc)
        public struct \(name): \(conformances) {
            \(blocks: [storedProperties, initializer, reader, writer])
        }
        """
    }

    private var storedProperties: SwiftSource {
        "\(lines: properties.map(\.declaration) + (rest.map { [$0.declaration] } ?? []))"
    }

    private var initializer: SwiftSource {
        let parameters = properties.map(\.parameter) + (rest.map { [$0.parameter] } ?? [])
        if parameters.isEmpty { return "public init() {}" }
        let assignments = properties.map { "self.\(member: $0.storedName) = \($0.name)" as SwiftSource }
        return """
            public init(\(list: parameters, before: ") {")
                \(lines: assignments + (rest.map { ["self.\(member: $0.name) = \($0.name)"] } ?? []))
            }
            """
    }

    private var reader: SwiftSource {
        """
        public init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            \(lines: properties.map(\.reading))
            \(rest?.reading ?? .nothing)
            \(lines: properties.flatMap(\.checking) + (rest?.checking ?? []))
            \(count.map { "reader.check(object, members: \($0.range { "\($0)" }))" } ?? .nothing)
            reader.endObject(object\(isClosed ? ", closed: true" : .nothing))
        }
        """
    }

    private var writer: SwiftSource {
        """
        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            \(lines: properties.map(\.writing))
            \(rest?.writing ?? .nothing)
            writer.endObject()
        }
        """
    }
}

extension RestPlan {
    private var storedType: SwiftType { .dictionary(type) }

    fileprivate var declaration: SwiftSource { "\(doc: doc)\npublic var \(name): \(storedType)" }
    fileprivate var parameter: SwiftSource { "\(parameter: name): \(storedType) = [:]" }
    fileprivate var reading: SwiftSource {
        let names: SwiftSource = pattern.map { ", matching: \(literal: $0)" } ?? .nothing
        return "\(name.used(besides: ["reader", "object"])) = reader.rest(of: object\(names))"
    }
    fileprivate var checking: [SwiftSource] {
        let values = name.used(besides: ["reader", "object"])
        return checks.flatMap { $0.statements(named: "*", values, isOptional: false) }
    }
    fileprivate var writing: SwiftSource { "writer.rest(\(name.used(besides: ["writer"])))" }
}
