import SpecPlan
import SwiftText

extension VersionPlan {
    var namespaceDeclaration: SwiftSource {
        """
        \(doc: doc)
        public enum \(namespace) {}
        """
    }

    /// Declarations inside the version's namespace.
    func inNamespace(_ declarations: SwiftSource) -> SwiftSource {
        """
        extension \(namespace) {
            \(declarations)
        }
        """
    }

    /// The names under which an older version's types serve this one.
    var unchanged: SwiftSource {
        let aliases = models.compactMap(\.unchangedAlias) + operations.compactMap(\.unchangedAliases)
        return aliases.isEmpty ? .nothing : inNamespace("\(blocks: aliases)")
    }
}

extension ModelPlan {
    var isUnchanged: Bool { unchangedAlias != nil }

    var unchangedAlias: SwiftSource? {
        guard case .unchanged(let older) = shape else { return nil }
        return """
            \(doc: DocComment(doc.summary, "The same as `\(older.text).\(name.text)`."))
            public typealias \(name) = \(older).\(member: name)
            """
    }
}

extension OperationPlan {
    var unchangedAliases: SwiftSource? {
        guard let older = unchangedSince else { return nil }
        return "\(blocks: [operationAlias(older), failureAlias(older)] + declaredNames.map { $0.alias(in: older) })"
    }

    private func operationAlias(_ older: SwiftName) -> SwiftSource {
        """
        \(doc: DocComment(doc.summary, "The same as `\(older.text).\(typeName.text)`."))
        public typealias \(typeName) = \(older).\(member: typeName)
        """
    }

    private func failureAlias(_ older: SwiftName) -> SwiftSource {
        """
        \(doc: DocComment("The ways in which `\(methodName.text)` can fail, the same as `\(older.text).\(failure.typeName.text)`."))
        public typealias \(failure.typeName) = \(older).\(member: failure.typeName)
        """
    }

    /// The other types that are declared with the operation.
    private var declaredNames: [SwiftName] {
        let answers = (success.cases + failure.cases + (failure.fallback.map { [$0] } ?? [])).uniqueAnswers
        return [body?.contents.choice, success.choice].compactMap { $0 } + answers.flatMap(\.declaredNames)
    }
}

extension SwiftName {
    fileprivate func alias(in older: SwiftName) -> SwiftSource {
        """
        \(doc: DocComment("The same as `\(older.text).\(text)`."))
        public typealias \(self) = \(older).\(member: self)
        """
    }
}
