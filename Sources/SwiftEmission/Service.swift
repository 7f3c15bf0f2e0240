import SpecPlan
import SwiftText

extension VersionPlan {
    /// The protocol that a service implements, and its routes.
    var service: SwiftSource {
        let arrival = security == nil ? "read and checked" : "read and checked, and callers authenticated"
        return """
            extension \(namespace) {
                /// What implements the \(comment: title).
                ///
                /// Parameters and bodies arrive \(comment: arrival).
                /// What an operation throws is one of the failures that its spec documents.
                public protocol Service: Sendable {
                    \(blocks: (security?.requirements ?? []) + operations.map(\.requirement))
                }
            }

            extension \(namespace).Service {
                \(blocks: [routesFunction] + (security?.authentications ?? []))
            }
            """
    }

    private var routesFunction: SwiftSource {
        """
        /// The routes of all operations, for a ``Router``.
        ///
        /// - Parameter basePath: the path that they stand below.
        public func routes(below basePath: String = \(literal: basePath)) -> [ServerRoute] {
            \(routes)
        }
        """
    }

    private var routes: SwiftSource {
        if operations.isEmpty { return "[]" }
        return """
            [
                \(elements: operations.map { $0.route(in: self) })
            ]
            """
    }
}

extension OperationPlan {
    var requirement: SwiftSource { requirement(documented: isDeprecated ? doc.adding("Deprecated.") : doc) }

    func requirement(documented doc: DocComment) -> SwiftSource {
        let parameters: [SwiftSource] = [
            "_ input: \(typeName)", isAuthenticated ? "as principal: Principal\(security.isOptional ? "?" : .nothing)" : .nothing,
        ]
        return """
            \(doc: doc)
            func \(methodName)(\(list: parameters, before: ") async throws(\(failure.typeName))\(returnClause)")
            """
    }

    fileprivate func route(in version: VersionPlan) -> SwiftSource {
        let authenticate = isAuthenticated ? version.security?.routeArgument(for: security) ?? .nothing : .nothing
        return
            "ServerRoute(\(list: ["\(version.namespace).\(member: typeName).self", server.map { "below: \(literal: $0.basePath)" } ?? "below: basePath", authenticate, methodName.used(besides: ["basePath"])])"
    }

    private var returnClause: SwiftSource {
        if socket != nil { return " -> SocketUpgrade" }
        return success.type.map { " -> \($0)" } ?? .nothing
    }
}
