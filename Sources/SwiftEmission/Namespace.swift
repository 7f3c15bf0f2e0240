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
        return """
            \(doc: DocComment(doc.summary, "The same as `\(older.text).\(typeName.text)`."))
            public typealias \(typeName) = \(older).\(member: typeName)

            \(doc: DocComment("The ways in which `\(methodName.text)` can fail, the same as `\(older.text).\(failure.typeName.text)`."))
            public typealias \(failure.typeName) = \(older).\(member: failure.typeName)
            """
    }
}
