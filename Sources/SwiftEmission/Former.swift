import SpecPlan
import SwiftText

extension VersionPlan {
    /// Declarations that tell whoever comes from the version before what became of the names that are gone.
    func former(_ former: FormerPlan) -> SwiftSource {
        let members = Dictionary(grouping: former.members, by: \.model).sorted { $0.key < $1.key }
        let types: SwiftSource = former.types.isEmpty ? .nothing : inNamespace("\(blocks: former.types.map { $0.alias(from: former) })")
        let methods = former.operations.filter { $0.operation.socket == nil }
        let client: SwiftSource =
            methods.isEmpty
            ? .nothing
            : """
            extension \(namespace).Client {
                \(blocks: methods.map { $0.method(from: former, in: self) })
            }
            """
        let extensions: [SwiftSource] = members.map { model, members in
            """
            extension \(namespace).\(member: model) {
                \(blocks: members.map { $0.declaration(from: former, in: self) })
            }
            """
        }
        return "\(blocks: [types, client] + extensions)"
    }
}

extension FormerPlan {
    var needsRuntime: Bool {
        let operations = operations.filter { $0.operation.socket == nil }.map(\.declared)
        let inputs = operations.flatMap { $0.parameters.map(\.type) + ($0.body.map { [$0.type] } ?? []) }
        return (members.compactMap(\.type) + inputs).contains { $0.needsRuntime }
    }
}

extension SwiftType {
    /// The type as it is spelt outside of the namespace that declares its names.
    fileprivate func qualified(by namespace: SwiftName, declaring names: Set<SwiftName>) -> SwiftSource {
        func inside(_ type: SwiftType) -> SwiftSource { type.qualified(by: namespace, declaring: names) }
        return switch self {
        case .named(let name): names.contains(name) ? "\(namespace).\(member: name)" : "\(name)"
        case .array(let element): "[\(inside(element))]"
        case .dictionary(let value): "[String: \(inside(value))]"
        case .optional(let wrapped): "\(inside(wrapped))?"
        case .nullable(let wrapped): "Nullable<\(inside(wrapped))>"
        case .generic(let name, let argument): "\(name)<\(inside(argument))>"
        default: "\(self)"
        }
    }
}

extension FormerPlan.TypePlan {
    fileprivate func alias(from former: FormerPlan) -> SwiftSource {
        switch fate {
        case .renamed(let successor):
            """
            \(doc: DocComment("What `\(successor.text)` was called in `\(former.older.text)`."))
            @available(*, deprecated, renamed: \(literal: successor.text))
            public typealias \(name) = \(successor)
            """
        case .gone(let message):
            """
            \(doc: DocComment("Gone since `\(former.older.text)`."))
            @available(*, unavailable, message: \(literal: message))
            public typealias \(name) = \(former.older).\(member: name)
            """
        }
    }
}

extension FormerPlan.MemberPlan {
    fileprivate func declaration(from former: FormerPlan, in version: VersionPlan) -> SwiftSource {
        let kind: SwiftSource = type == nil ? "static var" : "var"
        let property = type?.qualified(by: former.older, declaring: former.olderTypes)
        let type: SwiftSource = property ?? "\(version.namespace).\(member: model)"
        return """
            \(doc: DocComment("Gone since `\(former.older.text)`."))
            @available(*, unavailable, message: \(literal: message))
            public \(kind) \(name): \(type) { fatalError() }
            """
    }
}

extension FormerPlan.MethodPlan {
    /// The operation whose parameters and answer are declared.
    fileprivate var declared: OperationPlan {
        if case .renamed = fate, let successor { successor } else { operation }
    }

    fileprivate func method(from former: FormerPlan, in version: VersionPlan) -> SwiftSource {
        switch fate {
        case .renamed(let name):
            guard let successor else { return .nothing }
            let labels = successor.inputLabels.map { $0.text + ":" }.joined()
            return """
                \(doc: DocComment("What `\(name.text)` was called in `\(former.older.text)`."))
                @available(*, deprecated, renamed: \(literal: "\(name.text)(\(labels))"))
                public func \(operation.methodName)(\(list: successor.parameters(of: version.namespace, former.newerTypes), before: end(of: successor, in: version.namespace))
                    try await \(member: name)(\(list: successor.inputArguments)
                }
                """
        case .gone(let message):
            return """
                \(doc: DocComment("Gone since `\(former.older.text)`."))
                @available(*, unavailable, message: \(literal: message))
                public func \(operation.methodName)(\(list: operation.parameters(of: former.older, former.olderTypes), before: end(of: operation, in: former.older))
                    fatalError()
                }
                """
        }
    }

    private func end(of operation: OperationPlan, in namespace: SwiftName) -> SwiftSource {
        let output: SwiftSource = operation.success.type == nil ? .nothing : " -> \(namespace).\(member: operation.typeName).Output"
        return ") async throws(\(namespace).\(member: operation.failure.typeName))\(output) {"
    }
}

extension OperationPlan {
    /// All that it takes, in the order of `inputParameters`.
    fileprivate var inputLabels: [SwiftName] {
        let required = parameters.filter(\.isRequired).map(\.name)
        let optional = parameters.filter { !$0.isRequired }.map(\.name)
        guard let body else { return required + optional }
        return body.isRequired ? required + [body.name] + optional : required + optional + [body.name]
    }

    /// All that it takes, as a function's parameters outside of the namespace.
    fileprivate func parameters(of namespace: SwiftName, _ names: Set<SwiftName>) -> [SwiftSource] {
        inputLabels.map { label in
            let parameter = parameters.first { $0.name == label }
            let type = (parameter?.storedType ?? body?.storedType)?.qualified(by: namespace, declaring: names) ?? .nothing
            return switch parameter?.presence {
            case .defaulted(let value): "\(parameter: label): \(type) = \(value.expression)"
            case .optional: "\(parameter: label): \(type) = nil"
            case .required: "\(parameter: label): \(type)"
            case nil: body?.isRequired == true ? "\(parameter: label): \(type)" : "\(parameter: label): \(type) = nil"
            }
        }
    }
}
