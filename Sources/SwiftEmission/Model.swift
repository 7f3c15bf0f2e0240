import SpecPlan
import SwiftText

extension ModelPlan {
    var declaration: SwiftSource {
        switch shape {
        case .object(let object): object.declaration(named: name, doc: noticedDoc)
        case .stringEnum(let cases): enumeration(of: cases)
        case .alias(let type): "\(doc: noticedDoc)\npublic typealias \(name) = \(type)"
        case .unchanged: unchangedAlias ?? .nothing
        }
    }

    /// The documentation of a type says that it is deprecated; the attribute would make a warning of every use in generated code.
    var noticedDoc: DocComment {
        isDeprecated ? doc.adding("Deprecated.") : doc
    }

    /// An alias of a type of Swift's own needs no import.
    var needsRuntime: Bool {
        if case .alias(let type) = shape { type.needsRuntime } else { true }
    }
}

extension SwiftType {
    fileprivate var needsRuntime: Bool {
        switch self {
        case .json: true
        case .named(let name): name.text == "DateTime" || name.text == "APIError"
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.needsRuntime
        default: false
        }
    }
}

extension SwiftSource {
    static var deprecated: SwiftSource { "@available(*, deprecated)" }
}

extension ObjectPlan {
    func declaration(named name: SwiftName, doc: DocComment) -> SwiftSource {
        """
        \(doc: doc)
        public struct \(name): JSONModel, Hashable {
            \(blocks: [storedProperties, initializer, reader, writer])
        }
        """
    }

    private var storedProperties: SwiftSource {
        "\(lines: properties.map(\.declaration))"
    }

    private var initializer: SwiftSource {
        if properties.isEmpty { return "public init() {}" }
        return """
            public init(\(list: properties.map(\.parameter), before: ") {")
                \(lines: properties.map { "self.\(member: $0.storedName) = \($0.name)" })
            }
            """
    }

    private var reader: SwiftSource {
        """
        public init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            \(lines: properties.map(\.reading))
            \(lines: properties.flatMap(\.checking))
            reader.endObject(object\(isClosed ? ", closed: true" : .nothing))
        }
        """
    }

    private var writer: SwiftSource {
        """
        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            \(lines: properties.map(\.writing))
            writer.endObject()
        }
        """
    }
}

extension LiteralPlan {
    var expression: SwiftSource {
        switch self {
        case .string(let text): "\(literal: text)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number: number)"
        case .bool(let value): value ? "true" : "false"
        case .enumCase(let name): ".\(member: name)"
        }
    }
}
