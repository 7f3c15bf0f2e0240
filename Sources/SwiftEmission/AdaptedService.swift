import SpecPlan
import SwiftText

extension VersionPlan {
    /// The protocol that serves this version from an implementation of the next one.
    func adaptedService(_ adapter: AdapterPlan) -> SwiftSource {
        let demanded = adapter.demanded.compactMap { demand in
            operations.first { $0.methodName == demand.method }?.requirement(documented: demand.doc)
        }
        let newer: SwiftSource = """
            /// The implementation of the newer version.
            var newer: Newer { get }
            """
        let passedOn = operations.filter { adapter.unchanged.contains($0.methodName) }
        let implementations = (security?.passedOn ?? []) + passedOn.map { $0.passedOn(in: self) }
        let declaration: SwiftSource = """
            extension \(namespace) {
                \(doc: adapter.doc(for: self))
                public protocol AdaptedService: Service\(security == nil ? .nothing : " where Principal == Newer.Principal") {
                    associatedtype Newer: \(adapter.newer).Service

                    \(blocks: [newer] + demanded)
                }
            }
            """
        if implementations.isEmpty { return declaration }
        return """
            \(declaration)

            extension \(namespace).AdaptedService {
                \(blocks: implementations)
            }
            """
    }
}

extension VersionPlan {
    /// Whether the adapter names anything of the runtime: credentials, or what a function answers that has to be written.
    func needsRuntime(for adapter: AdapterPlan) -> Bool {
        let demanded = operations.filter { operation in adapter.demanded.contains { $0.method == operation.methodName } }
        return security != nil || demanded.contains { $0.socket != nil || $0.success.type?.needsRuntime == true }
    }
}

extension AdapterPlan {
    fileprivate func doc(for version: VersionPlan) -> DocComment {
        let introduction = DocComment(
            "Serves the \(version.title) from an implementation of `\(newer.text)`: what is the same in both is passed on."
        )
        if demanded.isEmpty { return introduction.adding("There is nothing to write but `newer`.") }
        let functions = demanded.map { "- `\($0.method.text)`: \($0.reason)" }.joined(separator: "\n")
        return introduction.adding("To be written by hand, because the contract is another:").adding(functions)
    }
}

extension AdapterPlan.Demand {
    /// What is said where the compiler asks for the function.
    fileprivate var doc: DocComment {
        let doc = DocComment("To be written by hand: \(reason)")
        return places.isEmpty ? doc : doc.adding("See \(places.joined(separator: " and ")).")
    }
}

extension OperationPlan {
    fileprivate func passedOn(in version: VersionPlan) -> SwiftSource {
        let parameters: [SwiftSource] = [
            "_ input: \(version.namespace).\(member: typeName)",
            isAuthenticated ? "as principal: Newer.Principal\(security.isOptional ? "?" : .nothing)" : .nothing,
        ]
        let output: SwiftSource = success.type == nil && socket == nil ? .nothing : " -> \(version.namespace).\(member: typeName).Output"
        return """
            public func \(methodName)(\(list: parameters, before: ") async throws(\(version.namespace).\(member: failure.typeName))\(output) {")
                try await newer.\(member: methodName)(\(list: ["input", isAuthenticated ? "as: principal" : .nothing])
            }
            """
    }
}
