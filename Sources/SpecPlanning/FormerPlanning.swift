import SpecPlan
import SwiftText

extension [VersionPlan] {
    /// What is gone since the version before is known for one version.
    func withFormerNames() -> [VersionPlan] {
        var versions = self
        for position in indices.dropFirst() {
            let former = FormerPlan(of: self[position - 1], in: self[position])
            if !former.isEmpty { versions[position].former = former }
        }
        return versions
    }
}

extension FormerPlan {
    fileprivate init(of older: VersionPlan, in newer: VersionPlan) {
        let renamings = Renamings(from: older, to: newer)
        let methods = older.operations.compactMap { $0.former(of: older, in: newer, renamings) }
        // What is called so now is something else, and case is no difference to a file system.
        let taken = Set(newer.declaredNames.map { $0.text.lowercased() })
        var types: [TypePlan] = []
        for model in older.models where !newer.models.contains(where: { $0.name == model.name }) {
            let fate = renamings.models[model.name].map(Fate.renamed)
            types.append(TypePlan(name: model.name, fate: fate ?? .gone(older.message(of: model.name, in: newer, "schema"))))
        }
        for method in methods {
            let (before, after) = (method.operation, method.successor)
            let names = [(before.typeName, after?.typeName), (before.failure.typeName, after?.failure.typeName)]
            for case (let name, let successor) in names {
                if case .renamed = method.fate, let successor {
                    types.append(TypePlan(name: name, fate: .renamed(successor)))
                } else if case .gone(let message) = method.fate {
                    types.append(TypePlan(name: name, fate: .gone(message)))
                }
            }
        }
        self.init(
            older: older.namespace,
            olderTypes: Set(older.declaredNames),
            newerTypes: Set(newer.declaredNames),
            types: types.filter { !taken.contains($0.name.text.lowercased()) }.sorted { $0.name < $1.name },
            members: newer.models.flatMap { $0.formerMembers(of: older, in: newer) },
            operations: newer.sides.contains(.client) ? methods : []
        )
    }
}

extension VersionPlan {
    /// All types of the namespace that somebody may know by name.
    fileprivate var declaredNames: [SwiftName] {
        let operations = operations + callbacks.flatMap(\.operations)
        let answers = operations.flatMap { $0.success.cases + $0.failure.cases + ($0.failure.fallback.map { [$0] } ?? []) }
        let choices = operations.flatMap { [$0.body?.contents.choice, $0.success.choice].compactMap { $0 } }
        return models.map(\.name) + operations.flatMap { [$0.typeName, $0.failure.typeName] } + failures.map(\.typeName)
            + answers.flatMap(\.answer.declaredNames) + choices
    }

    /// What is said of something that the newer version has no more.
    fileprivate func message(of name: SwiftName, in newer: VersionPlan, _ kind: String) -> String {
        let place = places[name].map { " (\($0))" } ?? ""
        return "\(newer.namespace.text) has no such \(kind); \(namespace.text).\(name.text)\(place) is what it was"
    }
}

extension OperationPlan {
    /// What became of an operation whose name is gone; nil where it is still there.
    fileprivate func former(of older: VersionPlan, in newer: VersionPlan, _ renamings: Renamings) -> FormerPlan.MethodPlan? {
        guard !newer.operations.contains(where: { $0.methodName == methodName || $0.typeName == typeName }) else { return nil }
        guard let successor = successor(in: newer) else {
            return FormerPlan.MethodPlan(operation: self, successor: nil, fate: .gone(older.message(of: typeName, in: newer, "operation")))
        }
        if renamings.agree(self, successor) {
            return FormerPlan.MethodPlan(operation: self, successor: successor, fate: .renamed(successor.methodName))
        }
        let place = newer.places[successor.typeName].map { " (\($0))" } ?? ""
        let message = "\(newer.namespace.text) calls it '\(successor.methodName.text)', with another contract\(place)"
        return FormerPlan.MethodPlan(operation: self, successor: successor, fate: .gone(message))
    }

    /// The operation of the same method and path, whatever it is called.
    func successor(in newer: VersionPlan) -> OperationPlan? {
        newer.operations.first { $0.httpMethod == httpMethod && $0.path.withoutParameterNames == path.withoutParameterNames }
    }
}

extension ModelPlan {
    /// What the model of the same name had in the version before.
    fileprivate func formerMembers(of older: VersionPlan, in newer: VersionPlan) -> [FormerPlan.MemberPlan] {
        guard let before = older.models.first(where: { $0.name == name }) else { return [] }
        let place = newer.places[name].map { " (\($0))" } ?? ""
        func member(_ member: SwiftName, _ type: SwiftType?, _ kind: String) -> FormerPlan.MemberPlan {
            let message = "'\(name.text)' of \(newer.namespace.text) has no such \(kind) any more\(place)"
            return FormerPlan.MemberPlan(model: name, name: member, type: type, message: message)
        }
        switch (before.shape, shape) {
        case (.object(let old), .object(let new)):
            let names = Set(new.properties.map(\.name) + (new.rest.map { [$0.name] } ?? []))
            return old.properties.filter { !names.contains($0.name) }.map { member($0.name, $0.knownType, "property") }
        case (.enumeration(let old), .enumeration(let new)):
            let names = Set(new.cases.map(\.name))
            return old.cases.filter { !names.contains($0.name) }.map { member($0.name, nil, "value") }
        default: return []
        }
    }
}

extension PropertyPlan {
    /// The type as whoever uses the property sees it.
    fileprivate var knownType: SwiftType {
        switch (presence, type) {
        case (.optional, .optional(let wrapped)): .optional(.nullable(wrapped))
        case (.optional, _), (.optionalConstant, _): .optional(type)
        default: type
        }
    }
}

extension String {
    /// A path with its parameters as `{}`: what they are called makes no difference to a request.
    fileprivate var withoutParameterNames: String {
        var text = ""
        var isName = false
        for character in self {
            if character == "}" { isName = false }
            if !isName { text.append(character) }
            if character == "{" { isName = true }
        }
        return text
    }
}
