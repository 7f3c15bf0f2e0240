import SpecPlan
import SwiftText

extension ModelPlan {
    var declaration: SwiftSource {
        switch shape {
        case .object(let object): object.declaration(named: name, doc: doc, availability: availability)
        case .stringEnum(let cases): enumeration(of: cases)
        case .alias(let type): "\(doc: doc)\n\(availability)\npublic typealias \(name) = \(type)"
        case .unchanged: unchangedAlias ?? .nothing
        }
    }

    private var availability: SwiftSource {
        isDeprecated ? .deprecated : .nothing
    }
}

extension ModelPlan {
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
    func declaration(named name: SwiftName, doc: DocComment, availability: SwiftSource) -> SwiftSource {
        """
        \(doc: doc)
        \(availability)
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
                \(lines: properties.map { "self.\(member: $0.name) = \($0.name)" })
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

extension PropertyPlan {
    /// The type of the stored property.
    private var storedType: SwiftType {
        if case .optional = presence { .optional(type) } else { type }
    }

    fileprivate var declaration: SwiftSource {
        """
        \(doc: doc)
        \(isDeprecated ? .deprecated : .nothing)
        public var \(name): \(storedType)
        """
    }

    fileprivate var parameter: SwiftSource {
        switch presence {
        case .required: "\(member: name): \(type)"
        case .optional: "\(member: name): \(storedType) = nil"
        case .defaulted(let value): "\(member: name): \(type) = \(value.expression)"
        }
    }

    fileprivate var reading: SwiftSource {
        let method = type.jsonMethod
        return switch presence {
        case .required: "\(name) = reader.\(method.required)(\(literal: wireName))"
        case .optional: "\(name) = reader.\(method.optional)(\(literal: wireName))"
        case .defaulted(let value): "\(name) = reader.\(method.optional)(\(literal: wireName)) ?? \(value.expression)"
        }
    }

    fileprivate var checking: [SwiftSource] {
        checks.map { check in "reader.check(\(literal: wireName), \(name), \(check.arguments))" }
    }

    fileprivate var writing: SwiftSource {
        "writer.\(type.jsonMethod.required)(\(literal: wireName), \(name))"
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

extension CheckPlan {
    /// The label, and the bounds as a range.
    fileprivate var arguments: SwiftSource {
        switch self {
        case .length(let minimum, let maximum): "length: \(range(minimum, maximum) { "\($0)" })"
        case .integer(let minimum, let maximum): "range: \(range(minimum, maximum) { "\($0)" })"
        case .number(let minimum, let maximum): "range: \(range(minimum, maximum) { "\(number: $0)" })"
        case .count(let minimum, let maximum): "count: \(range(minimum, maximum) { "\($0)" })"
        }
    }

    private func range<Bound>(_ minimum: Bound?, _ maximum: Bound?, _ spell: (Bound) -> SwiftSource) -> SwiftSource {
        "\(minimum.map(spell) ?? .nothing)...\(maximum.map(spell) ?? .nothing)"
    }
}
