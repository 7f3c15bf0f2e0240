import SpecPlan
import SwiftText

extension ContentPlan {
    /// How the runtime's functions for the kind are called.
    var methodName: SwiftName {
        switch kind {
        case .json: "json"
        case .form: "form"
        case .multipart: "multipart"
        case .parts: "parts"
        case .text: "text"
        case .binary: "binary"
        case .typedBinary: "typedBinary"
        case .lines: "lines"
        case .events: "events"
        }
    }

    var optionalMethodName: SwiftName {
        switch kind {
        case .json: "optionalJSON"
        case .form: "optionalForm"
        case .multipart: "optionalMultipart"
        case .parts: "optionalParts"
        case .text: "optionalText"
        case .binary: "optionalBinary"
        case .typedBinary: "optionalTypedBinary"
        case .lines: "optionalLines"
        case .events: "optionalEvents"
        }
    }

    /// Whether its bytes are handed on unread.
    var isStreamed: Bool {
        switch kind {
        case .binary, .typedBinary, .parts, .lines, .events: true
        case .json, .form, .multipart, .text: false
        }
    }

    /// The media types that are read, as an argument; nothing where they are those that the runtime takes anyway.
    var accepted: SwiftSource {
        switch kind {
        case .form, .events: .nothing
        case .multipart(let parts) where !parts.isEmpty: mediaTypes.literals
        case _ where mediaTypes == [usualType]: .nothing
        default: mediaTypes.literals
        }
    }

    /// The media type that is sent, as an argument; nothing where it is the one that the runtime sends anyway, or the value's own.
    var sent: SwiftSource {
        switch kind {
        case .form, .events, .typedBinary: .nothing
        case _ where mediaTypes[0] == usualType: .nothing
        default: "as: \(literal: mediaTypes[0])"
        }
    }

    /// What `encoding` says, as an argument.
    var encoding: SwiftSource {
        switch kind {
        case .form(let fields) where !fields.isEmpty: "[\(list: fields.map(\.element), before: "]", limit: 100)"
        case .multipart(let parts) where !parts.isEmpty:
            "[\(list: parts.map { "\(literal: $0.name): \(literal: $0.mediaType)" }, before: "]", limit: 100)"
        default: .nothing
        }
    }

    /// The expression that reads it from `source`, a request or a response.
    func reading(from source: SwiftName) -> SwiftSource { "try \(source).\(methodName)(\(list: [accepted, encoding], limit: 124)" }

    /// The documentation of its case.
    var doc: DocComment { DocComment(mediaTypes.map { "`\($0)`" }.joined(separator: ", ")) }

    private var usualType: String? {
        switch kind {
        case .json: "application/json"
        case .text: "text/plain"
        case .binary: "application/octet-stream"
        case .multipart: "multipart/form-data"
        case .lines: "application/jsonl"
        case .form, .parts, .typedBinary, .events: nil
        }
    }
}

extension ContentPlan.FormField {
    fileprivate var element: SwiftSource {
        guard let style else { return "\(literal: name): .json" }
        let arguments: [SwiftSource] = [
            ".\(member: style)", explode.map { "explode: \(bool: $0)" } ?? .nothing, allowsReserved ? "allowsReserved: true" : .nothing,
        ]
        return "\(literal: name): .style(\(list: arguments)"
    }
}

extension [String] {
    /// An array literal of texts.
    var literals: SwiftSource {
        let elements = map { "\(literal: $0)" as SwiftSource }
        let line: SwiftSource = "[\(elements.joined(by: ", "))]"
        if line.utf8.count < 90 { return line }
        return """
            [
                \(elements: elements)
            ]
            """
    }
}

extension ContentsPlan {
    /// An enum of several contents.
    ///
    /// - Parameters:
    ///   - conformance: the protocol that it conforms to.
    ///   - doc: what it is.
    ///   - functions: what reads and writes it.
    func declaration(named name: SwiftName, as conformance: SwiftName, doc: DocComment, _ functions: [SwiftSource]) -> SwiftSource {
        """
        \(doc: doc)
        public enum \(name): \(conformance) {
            \(lines: contents.map { "\(doc: $0.doc)\ncase \($0.caseName)(\($0.type))" })

            \(blocks: functions)
        }
        """
    }

    /// What tells the contents apart when they are read from `source`, a request or a response.
    func distinction(of source: SwiftName) -> SwiftSource {
        let all = contents.flatMap(\.mediaTypes)
        let cases = contents.enumerated().map { index, content in
            let types = content.mediaTypes.map { "\(literal: $0)" as SwiftSource }.joined(by: ", ")
            let pattern: SwiftSource = index == contents.count - 1 ? "default" : "case \(types)"
            return SwiftSource(casePattern: pattern, "self = .\(member: content.caseName)(\(content.reading(from: source)))")
        }
        return """
            switch try \(source).content(\(all.literals)) {
            \(lines: cases)
            }
            """
    }
}

extension SwiftSource {
    /// A case of a `switch`, on one line where it fits.
    init(casePattern pattern: SwiftSource, _ body: SwiftSource) {
        let line: SwiftSource = "\(pattern): \(body)"
        self = line.utf8.count <= 124 ? line : "\(pattern):\n    \(body)"
    }
}
