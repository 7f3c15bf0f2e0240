import SpecPlan
import SwiftText

extension OperationPlan {
    /// The operation's value type, and its failures.
    ///
    /// - Parameter isOneToken: whether there is one scheme, a token that goes with every call.
    func declarations(isOneToken: Bool) -> SwiftSource {
        let answers = (success.cases + failure.cases + (failure.fallback.map { [$0] } ?? [])).uniqueAnswers
        let owner = "What `\(methodName.text)` answers"
        return
            "\(blocks: [declaration(isOneToken: isOneToken), body?.declaration(of: self) ?? .nothing, output] + answers.flatMap { $0.declarations(of: owner) } + [failureDeclaration])"
    }

    private func declaration(isOneToken: Bool) -> SwiftSource {
        let isCalled = sides.contains(.client)
        let isServed = sides.contains(.service)
        let common = [
            storedProperties, initializer, route, isCalled ? needs(isOneToken: isOneToken) : .nothing, isCalled ? ownServer : .nothing,
            streamedTypes, isCalled ? requestWriter : .nothing, isServed ? requestReader : .nothing,
        ]
        if let socket { return declaration(of: socket, common) }
        return """
            \(doc: doc.adding("`\(httpMethod) \(path)`"))
            public struct \(typeName): \(sides.operationProtocols) {
                public typealias Output = \(success.type.map { "\($0)" } ?? "Void")
                public typealias Failure = \(failure.typeName)

                \(blocks: common + [isServed ? responseWriter : .nothing, isCalled ? outcome : .nothing])
            }
            """
    }

    private var storedProperties: SwiftSource {
        let parameters = parameters.map { "\(doc: $0.doc)\npublic var \($0.name): \($0.storedType)" as SwiftSource }
        let body = body.map { body -> SwiftSource in
            let box: SwiftSource = body.isBoxed ? body.storedType.box : .nothing
            return "\(doc: body.doc)\n\(box)public var \(body.name): \(body.storedType)"
        }
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
        "public static let route = Route(\(list: ["\(literal: httpMethod)", isCallback ? "\"\"" : "\(literal: path)", "operationID: \(literal: operationID)"])"
    }

    private var requestWriter: SwiftSource {
        let lines = parameters.map(\.writing)
        return function("public func write(to request: inout RequestWriter)", lines + [body?.writing ?? .nothing, accept])
    }

    private var requestReader: SwiftSource {
        // What takes the rest comes last.
        let lines = (parameters.filter { !$0.takesTheRest } + parameters.filter(\.takesTheRest)).map(\.reading)
        return function(
            "public init(reading request: inout RequestReader) throws(Refusal)",
            lines + [body?.reading ?? .nothing, body?.checking ?? .nothing, parameterChecks]
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

    /// What the client can read, where that isn't JSON alone.
    private var accept: SwiftSource {
        let answers = success.cases + failure.cases + (failure.fallback.map { [$0] } ?? [])
        var seen: Set<String> = []
        let types = answers.flatMap { $0.answer.contents.contents.flatMap(\.mediaTypes) }.filter { seen.insert($0).inserted }
        return types.isEmpty || types == ["application/json"] ? .nothing : "request.accept(\(types.literals))"
    }

    /// The schemes that it asks for, where a client has to choose.
    private func needs(isOneToken: Bool) -> SwiftSource {
        if security.alternatives.isEmpty || isOneToken { return .nothing }
        let alternatives = security.alternatives.map { $0.map(\.wireName).literals } + (security.isOptional ? ["[]"] : [])
        return "public static var security: [[String]] { [\(list: alternatives, before: "]", limit: 110) }"
    }

    private var ownServer: SwiftSource {
        server.map { "public static var server: String? { \(literal: $0.url) }" } ?? .nothing
    }

    private var streamedTypes: SwiftSource {
        let request = body?.contents.contents ?? []
        let forms = request.filter { if case .multipart = $0.kind { true } else { false } }
        let response = success.cases.flatMap(\.answer.contents.contents)
        let isServed = sides.contains(.service)
        return """
            \(mediaTypes("streamedRequestTypes", of: isServed ? request.filter(\.isStreamed) : []))
            \(mediaTypes("formRequestTypes", of: isServed ? forms : []))
            \(mediaTypes("streamedResponseTypes", of: sides.contains(.client) ? response.filter(\.isStreamed) : []))
            """
    }

    private func mediaTypes(_ name: SwiftName, of contents: [ContentPlan]) -> SwiftSource {
        if contents.isEmpty { return .nothing }
        return "public static var \(name): [MediaType] { \(contents.flatMap(\.mediaTypes).literals) }"
    }

    private var responseWriter: SwiftSource {
        """
        public static func write(_ output: Output, to response: inout ResponseWriter) {
            \(success.writing)
        }
        """
    }

    private var outcome: SwiftSource {
        """
        public static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Output, Failure> {
            switch response.status {
            \(lines: success.cases.map { SwiftSource(casePattern: "case \($0.pattern)", ".success(\(success.reading($0)))") })
            default: .failure(Failure(reading: response))
            }
        }
        """
    }

    /// The enum of several answers of success.
    private var output: SwiftSource {
        guard let choice = success.choice else { return .nothing }
        return """
            \(doc: DocComment("What `\(methodName.text)` answers when it succeeds, by status."))
            public enum \(choice): Sendable {
                \(lines: success.cases.map(\.declaration))
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

extension Sides {
    /// What an operation conforms to.
    var operationProtocols: SwiftSource { self == .both ? "Operation" : self == .client ? "ClientOperation" : "ServiceOperation" }
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

extension SuccessPlan {
    fileprivate var writing: SwiftSource {
        if choice == nil { return cases[0].answer.writing(cases[0].usualStatus, "output") }
        return """
            switch output {
            \(lines: cases.map { $0.writing("value") })
            }
            """
    }

    fileprivate func reading(_ answer: AnswerCasePlan) -> SwiftSource {
        choice == nil ? answer.answer.reading ?? "()" : answer.made(of: answer.answer.reading)
    }
}

extension [AnswerCasePlan] {
    /// The answers that are declared with their operation, each once.
    var uniqueAnswers: [AnswerPlan] {
        var seen: Set<SwiftName> = []
        return map(\.answer).filter { answer in !answer.isShared && (answer.declaredNames.first.map { seen.insert($0).inserted } ?? false) }
    }
}
