import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// What the API calls and its users serve: the callbacks of its operations, and its webhooks.
    mutating func callbackPlans() -> [CallbacksPlan] {
        [callbacksPlan(named: "Callback", of: callbackItems), callbacksPlan(named: "Webhook", of: webhookItems)].compactMap { $0 }
    }

    /// A path item that is called, what it is called by, and where its URL comes from.
    private struct CalledItem {
        let name: String
        let source: String
        let item: PathItem
    }

    private var callbackItems: [CalledItem] {
        let operations = document.paths.values.compactMap { lookUp($0) }.flatMap(\.operations.values)
        return operations.flatMap { operation in
            operation.callbacks.flatMap { callback in
                (lookUp(callback.value)?.paths ?? OrderedMap()).compactMap { path in
                    lookUp(path.value).map { CalledItem(name: callback.key, source: path.key, item: $0) }
                }
            }
        }
    }

    private var webhookItems: [CalledItem] {
        document.webhooks.compactMap { webhook in
            lookUp(webhook.value).map { CalledItem(name: webhook.key, source: webhook.key, item: $0) }
        }
    }

    /// Nil where there are none. What several operations refer to is planned once.
    private mutating func callbacksPlan(named name: SwiftName, of items: [CalledItem]) -> CallbacksPlan? {
        var methods = NameScope(reserving: ["init", "self", "api", "with", "routes"])
        var seen: Set<String> = []
        var operations: [OperationPlan] = []
        for called in items {
            for entry in called.item.operations where seen.insert("\(entry.value.location)").inserted {
                var entry = entry
                if entry.value.security?.contains(where: { !$0.schemes.isEmpty }) == true {
                    note(
                        at: entry.value.location,
                        "security schemes of callbacks and webhooks are not applied; the caller adds them with middleware, and the service checks them"
                    )
                }
                entry.value.security = []
                let method = called.item.operations.count > 1 ? "\(entry.key.rawValue.lowercased()) " : ""
                do throws(Unplanned) {
                    let wanted = method + called.name
                    var plan = try operationPlan(entry, at: called.source, of: called.item, named: wanted, securedBy: [], in: &methods)
                    plan.isCallback = true
                    plan.server = nil
                    plan.parameters.removeAll { $0.place == .path }
                    operations.append(plan)
                } catch {
                    leaveOut(at: error.location, "\(error.problem); it is left out")
                }
            }
        }
        return operations.isEmpty ? nil : CallbacksPlan(name: name, operations: operations)
    }
}
