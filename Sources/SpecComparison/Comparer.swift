import SpecDocument
import SpecYAML

/// Walks through two descriptions side by side and collects what is different.
///
/// Each pair of schemas is compared once for each direction; who uses the pair is worked out at the end.
final class Comparer {
    let old: Document
    let new: Document
    let today: String
    var changes: [Change] = []
    /// The operations and the components that changes are found in.
    private var responseOwners: [String: Int] = [:]
    private var owners: [Owner] = [Owner(name: "", isOperation: false)]
    /// The pairs of schemas that were compared or are being compared.
    var compared: [SchemaPair: Int] = [:]
    var sameness = Sameness()
    /// Whether it is only asked if two schemas are the same.
    var isAsking: Bool { sameness.isAsking }
    /// What was found of the schemas that are asked of; nothing if they are the same.
    var foundEffects: Set<Effect> = []
    /// In callbacks and webhooks the service calls.
    var isCallback = false
    lazy var oldDescendants = Descendants(of: old)
    lazy var newDescendants = Descendants(of: new)

    init(_ old: Document, _ new: Document, today: String) {
        self.old = old
        self.new = new
        self.today = today
    }

    private struct Owner {
        var name: String
        var isOperation: Bool
        var users: Set<Int> = []
    }

    func addOwner(_ name: String, isOperation: Bool) -> Int {
        owners.append(Owner(name: name, isOperation: isOperation))
        return owners.count - 1
    }

    /// The owner of a response of the components.
    func sharedOwner(of response: String) -> Int {
        if let known = responseOwners[response] { return known }
        let owner = addOwner("response \(response)", isOperation: false)
        responseOwners[response] = owner
        return owner
    }

    func uses(_ owner: Int, by user: Int) {
        if owner != user { owners[owner].users.insert(user) }
    }

    /// Changes of one kind at one place are one, however often it is used.
    func finish() -> [Change] {
        var seen: Set<[String]> = []
        var operations: [Int: [String]] = [:]
        return changes.compactMap { change in
            var change = change
            let key = [change.rule, change.subject, change.text, change.old.description, change.new.description]
            guard seen.insert(key).inserted else { return nil }
            if !owners[change.owner].isOperation, change.owner != 0 {
                let found = operations[change.owner] ?? operationNames(using: change.owner)
                operations[change.owner] = found
                change.uses = found
            }
            return change
        }
    }

    private func operationNames(using owner: Int) -> [String] {
        var reached: Set<Int> = [owner]
        var pending = [owner]
        while let next = pending.popLast() {
            for user in owners[next].users where reached.insert(user).inserted { pending.append(user) }
        }
        return reached.sorted().filter { owners[$0].isOperation }.map { owners[$0].name }
    }

    /// Where a change is found.
    struct Context {
        var owner: Int
        var subject: String
        var operation: [String?] = [nil, nil]

        func adding(_ part: String) -> Context {
            var context = self
            context.subject = subject.isEmpty ? part : "\(subject), \(part)"
            return context
        }
    }

    func report(
        _ rule: StructureRule,
        in context: Context,
        _ text: String,
        _ old: Location,
        _ new: Location,
        _ anchor: Anchor = .none,
        summary: String? = nil
    ) {
        let (found, swaps) = (rule.rule, isCallback && !rule.namesSides)
        let calledBack = isCallback ? rule.calledBack : nil
        append(
            Change(
                rule: found.id,
                client: calledBack?.client ?? (swaps ? found.service : found.client),
                service: calledBack?.service ?? (swaps ? found.client : found.service),
                subject: context.subject.isEmpty ? "the API" : context.subject,
                text: text,
                old: old,
                new: new,
                isDocumentation: found.isDocumentation,
                summary: summary,
                anchor: anchor,
                owner: context.owner
            )
        )
    }

    func report(
        _ rule: SchemaRule,
        _ direction: Direction,
        in context: Context,
        _ text: String,
        _ old: Location,
        _ new: Location,
        _ anchor: Anchor
    ) {
        guard !isAsking else {
            foundEffects.insert(rule.effect)
            return
        }
        let (client, service) = rule.impacts(direction)
        append(
            Change(
                rule: "\(direction.rawValue)-\(rule.rawValue)",
                client: client,
                service: service,
                subject: context.subject,
                text: text,
                old: old,
                new: new,
                anchor: anchor,
                owner: context.owner
            )
        )
    }

    private func append(_ change: Change) { changes.append(change) }

    /// Reports texts for people that are not the same.
    func compareTexts(_ name: String, _ before: String?, _ after: String?, in context: Context, _ old: Location, _ new: Location) {
        guard !isAsking, before != after else { return }
        let what = before == nil ? "\(name) is new" : after == nil ? "\(name) is gone" : "\(name) has changed"
        report(.documentationChanged, in: context, what, old, new)
    }
}

extension StructureRule {
    /// Whether its impacts are those of clients and services by name, whoever calls.
    fileprivate var namesSides: Bool { self == .documentationChanged || self == .requiredParameterRemoved }
}
