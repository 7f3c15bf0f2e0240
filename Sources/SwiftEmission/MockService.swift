import SpecPlan
import SwiftText

extension VersionPlan {
    /// The mock, which stands in a module of its own.
    func mock(of module: String) -> SourcePart { SourcePart("MockService", on: SwiftName(verbatim: module), mockService) }

    /// A service of closures that may be replaced, each with an answer to begin with.
    private var mockService: SwiftSource {
        """
        extension \(namespace) {
            /// Stands in for a service of the \(comment: title), in tests and in previews.
            ///
            /// Each operation is a closure that may be replaced. Until then it answers with an example of the spec or, where there is none, with
            /// what the schemas allow.
            ///
            ///     let transport = InMemoryTransport(\(namespace).MockService().routes())
            public struct MockService: Service {
                \(blocks: admission + operations.map(\.mockProperty) + [start] + authentications + operations.map(\.mockMethod))
            }
        }
        """
    }

    private var admission: [SwiftSource] {
        if security == nil { return [] }
        return [
            """
            /// Callers are not told apart.
            public typealias Principal = Void
            """,
            """
            /// Whether callers are let in, whatever they prove who they are with.
            public var admitsCallers = true
            """,
        ]
    }

    private var start: SwiftSource {
        """
        /// With an answer for each operation.
        public init() {}
        """
    }

    private var authentications: [SwiftSource] {
        (security?.signatures ?? []).map { signature in
            """
            public \(signature) {
                if !admitsCallers { throw .unauthorized("the mock lets nobody in") }
            }
            """
        }
    }
}

extension OperationPlan {
    private var closureType: SwiftSource {
        "@Sendable (\(typeName)) async throws(\(failure.typeName)) -> \(socket == nil ? success.type.map { "\($0)" } ?? "Void" : "SocketUpgrade")"
    }

    fileprivate var mockProperty: SwiftSource {
        """
        /// Answers `\(comment: methodName.text)`: \(comment: mockDoc).
        public var \(methodName): \(closureType) = { (_: \(typeName)) async throws(\(failure.typeName)) in
            \(defaultAnswer)
        }
        """
    }

    private var mockDoc: String {
        if socket != nil { return "with a websocket that is closed at once" }
        guard let answer = mockAnswer else { return "with a failure, for the spec documents no answer" }
        return "\(answer.status), \(answer.isExample ? "as the spec's example has it" : "made of its schema")"
    }

    private var defaultAnswer: SwiftSource {
        if socket != nil { return "SocketUpgrade { (_: SocketConnection) in }" }
        guard let answer = mockAnswer else { return "try await \(typeName).output(of: APIResponse(501))" }
        let fields = answer.fields.map { "\(literal: $0.name): \(literal: $0.value)" as SwiftSource }.joined(by: ", ")
        let arguments: [SwiftSource] = [
            "\(answer.status)",
            answer.contentType.map { "\(literal: $0)" } ?? .nothing,
            answer.contentType == nil ? .nothing : "\(rawLiteral: answer.body)",
            answer.fields.isEmpty ? .nothing : "fields: [\(fields)]",
        ]
        return "try await \(typeName).output(of: APIResponse(\(list: arguments, before: "))", limit: 1_000_000)"
    }

    fileprivate var mockMethod: SwiftSource {
        let parameters: [SwiftSource] = [
            "_ input: \(typeName)", isAuthenticated ? "as principal: Void\(security.isOptional ? "?" : .nothing)" : .nothing,
        ]
        let result: SwiftSource =
            socket != nil ? " -> SocketUpgrade" : success.type.map { " -> \($0)" } ?? .nothing
        // Where there is no principal, the method has the name and the type of the property.
        let answer: SwiftSource =
            isAuthenticated
            ? "\(methodName.used(besides: ["input", "principal"]))(input)" : "self[keyPath: \\.\(member: methodName)](input)"
        return """
            public func \(methodName)(\(list: parameters, before: ") async throws(\(failure.typeName))\(result) {")
                try await \(answer)
            }
            """
    }
}
