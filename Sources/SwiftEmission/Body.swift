import SpecPlan
import SwiftText

extension BodyPlan {
    var storedType: SwiftType { isRequired ? type : .optional(type) }

    /// As a function's parameter.
    var parameter: SwiftSource { isRequired ? "\(parameter: name): \(type)" : "\(parameter: name): \(storedType) = nil" }

    /// As a call's argument.
    var argument: SwiftSource { "\(member: name): \(name)" }

    /// The line that puts it into a request.
    var writing: SwiftSource {
        if contents.choice != nil { return "\(name)\(isRequired ? .nothing : "?").write(to: &request)" }
        let value: SwiftSource = if isRequired, case .optional = type { "nullable: \(name)" } else { "\(name)" }
        return contents.contents[0].requestWriting(value)
    }

    /// The line that takes it out of a request.
    var reading: SwiftSource {
        if let choice = contents.choice {
            return isRequired
                ? "\(name) = try \(choice)(reading: &request)" : "\(name) = request.isEmpty ? nil : try \(choice)(reading: &request)"
        }
        let content = contents.contents[0]
        if isRequired { return "\(name) = \(content.reading(from: "request"))" }
        return "\(name) = try request.\(content.optionalMethodName)(\(list: [content.accepted, content.encoding], limit: 124)"
    }

    /// The lines that check it in a request that came in.
    var checking: SwiftSource {
        contents.choice == nil ? contents.contents[0].checking("\(name)", isOptional: !isRequired) : .nothing
    }

    /// The enum of its contents, where there are several.
    func declaration(of operation: OperationPlan) -> SwiftSource {
        guard let choice = contents.choice else { return .nothing }
        let doc = DocComment("The body of `\(operation.methodName.text)`, in one of the media types that it takes.")
        return contents.declaration(named: choice, as: "Sendable", doc: doc, choiceFunctions(for: operation.sides))
    }

    private func choiceFunctions(for sides: Sides) -> [SwiftSource] {
        [sides.contains(.client) ? choiceWriter : .nothing, sides.contains(.service) ? choiceReader : .nothing]
    }

    private var choiceWriter: SwiftSource {
        let cases = contents.contents.map { "case .\(member: $0.caseName)(let value): \($0.requestWriting("value"))" as SwiftSource }
        return """
            func write(to request: inout RequestWriter) {
                switch self {
                \(lines: cases)
                }
            }
            """
    }

    private var choiceReader: SwiftSource {
        """
        init(reading request: inout RequestReader) throws(Refusal) {
            \(contents.distinction(of: "request"))
            \(lines: contents.contents.map(\.checkingAsCase))
        }
        """
    }
}

extension ContentPlan {
    /// What checks the body as a whole.
    fileprivate func checking(_ body: SwiftSource, isOptional: Bool) -> SwiftSource {
        if checks.isEmpty { return .nothing }
        let isOptional = isOptional || type.isOptional
        return """
            try request.checkBody { rules in
                \(lines: checks.flatMap { $0.statements(named: "body", body, isOptional: isOptional, reader: "rules") })
            }
            """
    }

    fileprivate var checkingAsCase: SwiftSource {
        if checks.isEmpty { return .nothing }
        return """
            if case .\(member: caseName)(let body) = self {
                \(checking("body", isOptional: false))
            }
            """
    }

    fileprivate func requestWriting(_ value: SwiftSource) -> SwiftSource {
        "request.\(methodName)(\(list: [value, sent, encoding], limit: 124)"
    }
}
