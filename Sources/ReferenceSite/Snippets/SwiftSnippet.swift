import SchemaValidation
import SpecDocument
import SpecExamples
import SpecPlan
import SwiftText

/// An operation as a call of the generated client. What no example can stand for is a parameter of a function around it.
struct SwiftSnippet {
    let api: APIReference
    let operation: DocumentedOperation
    /// What carries the call.
    var transport: SwiftSource = "AsyncHTTPTransport()"

    private var plan: OperationPlan { operation.plan }
    private var document: Document { api.document }

    var text: String {
        let imports = [api.module.name, "CloudFlowClientTransport", "CloudFlowRuntime"].sorted().map { "import \($0)\n" }
        return imports.joined() + "\n" + source.text
    }

    /// The call without the imports that it takes.
    var source: SwiftSource {
        if isComplete { return call }
        let open = arguments.compactMap(\.parameter)
        return """
            func \(plan.methodName)(\(list: open, before: ") async throws {")
                \(call)
            }
            """
    }

    /// Whether examples say all that the call needs.
    var isComplete: Bool { arguments.allSatisfy { $0.parameter == nil } }

    private var call: SwiftSource {
        if plan.socket != nil {
            return """
                \(client)
                let socket = try await client.\(member: plan.methodName)(\(list: arguments.map(\.argument) + ["over: WebSocketTransport()"])
                for try await message in socket {
                    print(message)
                }
                """
        }
        let result: SwiftSource = plan.success.type == nil ? "" : "let answer = "
        return """
            \(client)
            \(result)try await client.\(member: plan.methodName)(\(list: arguments.map(\.argument))
            """
    }

    private var client: SwiftSource {
        let server: SwiftSource = api.plan.servers.isEmpty ? "url: \"https://api.example.com\"" : .nothing
        let schemes = plan.security.alternatives.first ?? []
        let credentials = schemes.map { "\(member: $0.name): \($0.credential)" as SwiftSource }
        return "let client = \(api.plan.namespace).Client(\(list: [server] + credentials + ["transport: \(transport)"])"
    }

    /// An argument of the call.
    private struct Argument {
        var argument: SwiftSource
        /// What has to be given from outside, as a parameter of a function; nil where the example says all.
        var parameter: SwiftSource?
    }

    /// What must be given, in the order of the client's parameters.
    private var arguments: [Argument] {
        let required = plan.parameters.filter { $0.presence == .required }
        let body = plan.body.map { [argument($0)] } ?? []
        return required.map(argument) + (plan.body?.isRequired == true ? body : [])
    }

    private func argument(_ parameter: ParameterPlan) -> Argument {
        let documented = operation.parameters.compactMap { try? document.resolve($0) }.first { $0.name == parameter.wireName }
        return argument(parameter.name, parameter.type, documented.flatMap { document.example(of: $0.format, .request) })
    }

    private func argument(_ body: BodyPlan) -> Argument {
        let contents = operation.operation.requestBody.flatMap { try? document.resolve($0) }?.content
        let media = contents?.first { $0.key == body.contents.contents.first?.mediaTypes.first }.flatMap { try? document.resolve($0.value) }
        let isJSON = body.contents.choice == nil && body.contents.contents.first?.kind == .json
        return argument(body.name, body.type, isJSON ? media.flatMap { document.example(of: $0, .request) } : nil)
    }

    private func argument(_ name: SwiftName, _ type: SwiftType, _ example: SchemaValue?) -> Argument {
        let literal = SwiftExample(module: api.module, namespace: api.plan.namespace)
        if let example, let value = literal.expression(of: example, as: type) { return Argument(argument: "\(member: name): \(value)") }
        return Argument(argument: "\(member: name): \(name)", parameter: "\(parameter: name): \(literal.qualified(type))")
    }
}

extension SecuritySchemePlan {
    /// A credential that stands for the caller's own.
    fileprivate var credential: SwiftSource {
        switch kind {
        case .bearer: "BearerToken(\"…\")"
        case .basic: "BasicCredentials(user: \"…\", password: \"…\")"
        case .apiKey: "APIKey(\"…\")"
        }
    }
}
