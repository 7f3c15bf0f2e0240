import SpecPlan
import SwiftText

extension CallbacksPlan {
    /// The name of the files and of the types: `CallbackClient`.
    var clientName: SwiftName { name.adding("Client") }
    var serviceName: SwiftName { name.adding("Service") }

    private var things: String { name == "Webhook" ? "webhooks" : "callbacks" }

    /// What the API itself calls with.
    func client(of version: VersionPlan) -> SwiftSource {
        """
        /// Calls the \(comment: things) of the \(comment: version.title), each at a URL that is known at run time.
        public struct \(clientName): Sendable {
            private let api: APIClient

            /// - Parameters:
            ///   - transport: what carries the requests.
            ///   - middleware: the first one sees a request first and its response last.
            ///   - options: the time-out, the retry policy and the body limit of every call.
            public init(
                transport: any ClientTransport,
                middleware: [any ClientMiddleware] = [],
                options: CallOptions = CallOptions()
            ) {
                api = APIClient(url: "", transport: transport, middleware: middleware, options: options)
            }

            \(blocks: operations.map(\.clientMethod))
        }
        """
    }

    /// What the API's users implement, and its routes.
    func service(of version: VersionPlan) -> SwiftSource {
        """
        extension \(version.namespace) {
            /// What takes in the \(comment: things) of the \(comment: version.title).
            ///
            /// Parameters and bodies arrive read and checked.
            /// What a function throws is one of the failures that the spec documents.
            public protocol \(serviceName): Sendable {
                \(blocks: operations.map(\.requirement))
            }
        }

        extension \(version.namespace).\(member: serviceName) {
            /// The routes of all \(comment: things), for a ``Router``.
            ///
            /// Each parameter is the path where the one of its name is served: that of the URL at which it is called.
            public func routes(\(list: operations.map(\.pathParameter), before: ") -> [ServerRoute] {")
                [
                    \(elements: operations.map { $0.callbackRoute(in: version) })
                ]
            }
        }
        """
    }
}

extension OperationPlan {
    fileprivate var pathParameter: SwiftSource { "\(parameter: methodName): String = \(literal: "/" + methodName.text)" }

    fileprivate func callbackRoute(in version: VersionPlan) -> SwiftSource {
        "ServerRoute(\(version.namespace).\(member: typeName).self, below: \(methodName), self.\(member: methodName))"
    }
}
