import SpecPlan
import SwiftText

extension OperationPlan {
    /// The operation's value type, and its failures.
    var declarations: SwiftSource {
        "\(blocks: [declaration, failure.declaration(of: self)])"
    }

    private var declaration: SwiftSource {
        """
        \(doc: doc.adding("`\(httpMethod) \(path)`"))
        public struct \(typeName): Operation {
            public typealias Output = \(success.type.map { "\($0)" } ?? "Void")
            public typealias Failure = \(failure.typeName)

            \(blocks: [storedProperties, initializer, route, requestWriter, requestReader, responseWriter, outcome])
        }
        """
    }

    private var storedProperties: SwiftSource {
        let parameters = parameters.map { "\(doc: $0.doc)\npublic var \($0.name): \($0.storedType)" as SwiftSource }
        let body = body.map { "\(doc: $0.doc)\npublic var \($0.name): \($0.storedType)" as SwiftSource }
        return "\(lines: parameters + (body.map { [$0] } ?? []))"
    }

    private var initializer: SwiftSource {
        if inputNames.isEmpty { return "public init() {}" }
        return """
            public init(\(list: inputParameters, before: ") {")
                \(lines: inputNames.map { "self.\(member: $0) = \($0)" })
            }
            """
    }

    private var route: SwiftSource {
        "public static let route = Route(\(list: ["\(literal: httpMethod)", "\(literal: path)", "operationID: \(literal: operationID)"])"
    }

    private var requestWriter: SwiftSource {
        let lines = parameters.map(\.writing)
        let body = body.map { "request.json(\($0.name))" as SwiftSource }
        return function("public func write(to request: inout RequestWriter)", lines + (body.map { [$0] } ?? []))
    }

    private var requestReader: SwiftSource {
        // What takes the rest comes last.
        let lines = (parameters.filter { !$0.takesTheRest } + parameters.filter(\.takesTheRest)).map(\.reading)
        let body = body.map { "\($0.name) = try request.\($0.readMethod)()" as SwiftSource }
        return function(
            "public init(reading request: inout RequestReader) throws(Refusal)",
            lines + (body.map { [$0] } ?? []) + [parameterChecks]
        )
    }

    private var parameterChecks: SwiftSource {
        let checks = parameters.flatMap(\.checking)
        if checks.isEmpty { return .nothing }
        return """
            try request.check { rules in
                \(lines: checks)
            }
            """
    }

    private var responseWriter: SwiftSource {
        let writing: SwiftSource = success.type == nil ? "response.empty(\(success.status))" : "response.json(\(success.status), output)"
        return """
            public static func write(_ output: Output, to response: inout ResponseWriter) {
                \(writing)
            }
            """
    }

    private var outcome: SwiftSource {
        let output: SwiftSource = success.type == nil ? "()" : "try response.json()"
        return """
            public static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Output, Failure> {
                switch response.status {
                case \(success.status): .success(\(output))
                default: .failure(Failure(reading: response))
                }
            }
            """
    }

    private func function(_ signature: SwiftSource, _ lines: [SwiftSource]) -> SwiftSource {
        if lines.allSatisfy(\.isEmpty) { return "\(signature) {}" }
        return """
            \(signature) {
                \(lines: lines)
            }
            """
    }
}

extension OperationPlan {
    /// The names of all that the operation takes.
    var inputNames: [SwiftName] {
        parameters.map(\.name) + (body.map { [$0.name] } ?? [])
    }

    /// All that the operation takes, as a function's parameters: the required ones first, as they have no default.
    var inputParameters: [SwiftSource] {
        let required = parameters.filter(\.isRequired).map(\.parameter)
        let optional = parameters.filter { !$0.isRequired }.map(\.parameter)
        let body = body.map { [$0.parameter] } ?? []
        return self.body?.isRequired == true ? required + body + optional : required + optional + body
    }

    /// All that the operation takes, as a call's arguments in the order of `inputParameters`.
    var inputArguments: [SwiftSource] {
        let required = parameters.filter(\.isRequired).map(\.argument)
        let optional = parameters.filter { !$0.isRequired }.map(\.argument)
        let body = body.map { [$0.argument] } ?? []
        return self.body?.isRequired == true ? required + body + optional : required + optional + body
    }
}

extension BodyPlan {
    fileprivate var readMethod: SwiftName { isRequired ? "json" : "optionalJSON" }
    fileprivate var storedType: SwiftType { isRequired ? type : .optional(type) }
    fileprivate var parameter: SwiftSource { isRequired ? "\(parameter: name): \(type)" : "\(parameter: name): \(storedType) = nil" }
    fileprivate var argument: SwiftSource { "\(member: name): \(name)" }
}
