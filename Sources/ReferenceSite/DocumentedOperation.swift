import SpecDocument
import SpecPlan

/// A method and a path.
struct Call: Hashable, Sendable {
    var method: String
    var path: String
}

/// An operation as the document has it, and what is generated of it.
struct DocumentedOperation: Sendable {
    var call: Call
    var operation: Operation
    var item: PathItem
    var plan: OperationPlan

    /// Its page in the folder of its API.
    var page: String { "operations/\(plan.operationID.fileName).html" }

    var title: String { operation.summary ?? plan.operationID }

    var parameters: [Referenced<Parameter>] { item.parameters + operation.parameters }

    static func all(of document: Document, _ plan: VersionPlan) -> [DocumentedOperation] {
        let planned = Dictionary(plan.operations.map { (Call(method: $0.httpMethod, path: $0.path), $0) }) { first, _ in first }
        return document.paths.flatMap { entry -> [DocumentedOperation] in
            guard let item = try? document.resolve(entry.value) else { return [] }
            return item.operations.compactMap { operation in
                let call = Call(method: operation.key.rawValue, path: entry.key)
                return planned[call].map { DocumentedOperation(call: call, operation: operation.value, item: item, plan: $0) }
            }
        }
    }
}

/// Operations with the same first tag.
struct OperationGroup: Sendable {
    /// Nil where they have none.
    var tag: Tag?
    var operations: [DocumentedOperation]

    var name: String { tag?.name ?? "Operations" }

    /// Its place on the page of the version.
    var anchor: String { "tag-" + name.fileName }

    static func all(of operations: [DocumentedOperation], in document: Document) -> [OperationGroup] {
        let tagged = Dictionary(grouping: operations) { $0.operation.tags.first }
        var tags = document.tags
        var known = Set(tags.map(\.name))
        for name in operations.compactMap({ $0.operation.tags.first }) where known.insert(name).inserted {
            tags.append(Tag(name: name, location: document.location))
        }
        let groups = tags.map { OperationGroup(tag: $0, operations: tagged[$0.name] ?? []) }
        return (groups + [OperationGroup(tag: nil, operations: tagged[nil] ?? [])]).filter { !$0.operations.isEmpty }
    }
}
