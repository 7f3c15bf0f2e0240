import SpecPlan
import SwiftText

extension VersionPlan {
    var client: SwiftSource {
        """
        /// Calls the \(comment: title).
        ///
        /// A call returns the answer itself, or throws what the spec documents for the operation.
        public struct Client: Sendable {
            private let api: APIClient

            \(initializer)

            private init(_ api: APIClient) {
                self.api = api
            }

            /// The same client with another time-out, retry policy or body limit: `client.with(CallOptions(timeout: .seconds(2)))`.
            public func with(_ options: CallOptions) -> Client {
                var api = api
                api.options = options
                return Client(api)
            }

            \(blocks: operations.map(\.clientMethod))
        }
        """
    }

    private var initializer: SwiftSource {
        let server: SwiftSource = servers.isEmpty ? "url: String" : "server: Server = .default"
        let addressDoc: SwiftSource = servers.isEmpty ? "url: the base URL of the API." : "server: where the API is served."
        let parameters: [SwiftSource] =
            [
                server
            ] + (security?.clientParameters ?? []) + [
                "transport: any ClientTransport", "middleware: [any ClientMiddleware] = []",
                "options: CallOptions = CallOptions()",
            ]
        let arguments: [SwiftSource] = [
            servers.isEmpty ? "url: url" : "url: server.url",
            !servers.isEmpty && hasOperationServers ? "isOfSpec: server.isOfSpec" : .nothing, security?.clientArgument ?? .nothing,
            "transport: transport",
            "middleware: middleware",
            "options: options",
        ]
        return """
            /// - Parameters:
            ///   - \(addressDoc)
            \(lines: security?.schemes.map(\.clientDoc) ?? [])
            ///   - transport: what carries the requests.
            ///   - middleware: the first one sees a request first and its response last.
            ///   - options: the time-out, the retry policy and the body limit of every call.
            public init(\(list: parameters, before: ") {", limit: 0)
                api = APIClient(\(list: arguments)
            }
            """
    }
}

extension OperationPlan {
    var clientMethod: SwiftSource {
        if let socket { return clientMethod(opening: socket, inputDocs: inputDocs, operation) }
        return """
            \(doc: doc.adding(isCallback ? ["- Parameter \(urlName.text): where it is served.", inputDocs].filter { !$0.isEmpty }.joined(separator: "\n") : inputDocs))
            \(isDeprecated ? .deprecated : .nothing)
            public func \(methodName)(\(list: (isCallback ? ["at \(urlName): String"] : []) + inputParameters, before: ") async throws(\(failure.typeName))\(returnClause) {")
                try await \(api).send(\(list: isCallback ? [operation, "to: \(urlName)"] : [operation])
            }
            """
    }

    private var operation: SwiftSource {
        "\(typeName)(\(list: inputArguments, limit: 124)"
    }

    /// What the URL of a callback is called, unless one of its parameters is called so.
    private var urlName: SwiftName {
        var names = NameScope(reserving: Set(inputNames))
        return names.take("url", orAdding: "OfReceiver")
    }

    private var api: SwiftSource {
        SwiftName("api").used(besides: Set(inputNames))
    }

    /// What the parameters are, as far as the spec says it.
    private var inputDocs: String {
        let docs = parameters.map { ($0.name, $0.doc) } + (body.map { [($0.name, $0.doc)] } ?? [])
        return docs.compactMap { name, doc in doc.firstSentence.map { "- Parameter \(name.text): \($0)" } }.joined(separator: "\n")
    }

    fileprivate var returnClause: SwiftSource {
        success.type.map { " -> \($0)" } ?? .nothing
    }
}
