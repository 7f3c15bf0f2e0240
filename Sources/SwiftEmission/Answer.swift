import SpecPlan
import SwiftText

extension AnswerPlan {
    /// The expression that reads it from `response`; nil where there is nothing to read.
    var reading: SwiftSource? {
        if let structure { return "try \(structure)(reading: response)" }
        return contents.reading
    }

    /// The statement that writes it to `response`.
    func writing(_ status: SwiftSource, _ value: SwiftSource) -> SwiftSource {
        if structure != nil { return "\(value).write(\(status), to: &response)" }
        return contents.writing(status, value)
    }

    /// The types that it has of its own.
    ///
    /// - Parameter owner: what it is an answer of.
    func declarations(of owner: String) -> [SwiftSource] {
        [structure.map { declaration(named: $0, of: owner) }, contents.answerDeclaration(of: owner)].compactMap { $0 }
    }

    private func declaration(named name: SwiftName, of owner: String) -> SwiftSource {
        """
        \(doc: DocComment("\(owner): \(contents.type == nil ? "its header fields" : "the body and its header fields")."))
        public struct \(name): ResponseContent {
            \(lines: [bodyProperty] + headers.map(\.declaration))

            \(blocks: [initializer, reader, writer])
        }
        """
    }

    private var bodyProperty: SwiftSource {
        contents.type.map { "public var body: \($0)" } ?? .nothing
    }

    private var initializer: SwiftSource {
        let body = contents.type.map { "body: \($0)" as SwiftSource } ?? .nothing
        let required = headers.filter(\.isRequired).map(\.parameter)
        let optional = headers.filter { !$0.isRequired }.map(\.parameter)
        return """
            public init(\(list: [body] + required + optional, before: ") {")
                \(contents.type == nil ? .nothing : "self.body = body")
                \(lines: headers.map { "self.\(member: $0.name) = \($0.name)" })
            }
            """
    }

    private var reader: SwiftSource {
        """
        public init(reading response: ResponseReader) throws(CallFailure) {
            \(contents.reading.map { "body = \($0)" } ?? .nothing)
            \(lines: headers.map { $0.reading(of: "response") })
        }
        """
    }

    private var writer: SwiftSource {
        """
        public func write(_ status: Int, to response: inout ResponseWriter) {
            \(contents.writing("status", "body"))
            \(lines: headers.map { $0.writing(to: "response", besides: "status") })
        }
        """
    }
}

extension ContentsPlan {
    fileprivate var reading: SwiftSource? {
        if let choice { return "try \(choice)(reading: response)" }
        return contents.first.map { $0.isAnyJSON ? "try response.json()" : $0.reading(from: "response") }
    }

    fileprivate func writing(_ status: SwiftSource, _ value: SwiftSource) -> SwiftSource {
        if choice != nil { return "\(value).write(\(status), to: &response)" }
        guard let content = contents.first else { return "response.empty(\(status))" }
        return content.responseWriting(status, value)
    }

    /// The enum of several contents.
    fileprivate func answerDeclaration(of owner: String) -> SwiftSource? {
        guard let choice else { return nil }
        let doc = DocComment("\(owner), in one of the media types that it can have.")
        return declaration(named: choice, as: "ResponseContent", doc: doc, [choiceReader, choiceWriter])
    }

    private var choiceReader: SwiftSource {
        """
        public init(reading response: ResponseReader) throws(CallFailure) {
            \(distinction(of: "response"))
        }
        """
    }

    private var choiceWriter: SwiftSource {
        let cases = contents.map { "case .\(member: $0.caseName)(let value): \($0.responseWriting("status", "value"))" as SwiftSource }
        return """
            public func write(_ status: Int, to response: inout ResponseWriter) {
                switch self {
                \(lines: cases)
                }
            }
            """
    }
}

extension ContentPlan {
    /// Whether it is JSON by its media types, all of which a client takes for the same.
    var isAnyJSON: Bool {
        kind == .json && mediaTypes.allSatisfy { $0.hasPrefix("application/json") || $0.hasSuffix("+json") }
    }

    fileprivate func responseWriting(_ status: SwiftSource, _ value: SwiftSource) -> SwiftSource {
        "response.\(methodName)(\(list: [status, value, sent, encoding], limit: 124)"
    }
}
