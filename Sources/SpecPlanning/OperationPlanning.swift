import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// - Parameter schemes: the security schemes that there are plans for.
    mutating func operationPlans(securedBy schemes: [SecuritySchemePlan]) -> [OperationPlan] {
        var methods = NameScope(reserving: ["init", "self", "api", "with", "routes", "authenticate", "newer"])
        var plans: [OperationPlan] = []
        for path in document.paths {
            guard PathTemplate(path.key) != nil, let item = lookUp(path.value) else { continue }
            if path.key.contains("#") {
                note(at: path.location, "'#' can't stand in a path; it is sent as '%23', so tell the operations apart by something else")
            }
            for entry in item.operations {
                do throws(Unplanned) {
                    plans.append(try operationPlan(entry, at: path.key, of: item, securedBy: schemes, in: &methods))
                } catch {
                    leaveOut(at: error.location, "\(error.problem); the operation is left out")
                }
            }
        }
        return plans
    }

    /// - Parameter name: what it is called where it has no `operationId`.
    mutating func operationPlan(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry,
        at path: String,
        of item: PathItem,
        named name: String? = nil,
        securedBy schemes: [SecuritySchemePlan],
        in methods: inout NameScope
    ) throws(Unplanned) -> OperationPlan {
        let operation = entry.value
        let given = operation.operationId.flatMap { source.naming.operations[$0.text] }
        let wantedName = given?.text ?? operation.operationId?.text ?? name ?? "\(entry.key.rawValue.lowercased()) \(path)"
        let typeName = scope.take(operationType(named: wantedName), orAdding: "Operation")
        locations[typeName] = entry.location
        for answer in operation.responses.byStatus {
            if case .code(let code) = answer.key { answerLocations[typeName, default: [:]][code] = answer.location }
        }
        var names = NameScope(reserving: ["init", "self"])
        let parameters = try parameterPlans(of: operation, in: item, for: typeName, in: &names)
        let body = bodyPlan(of: operation, for: typeName, in: &names)
        let success = successPlan(of: entry, for: typeName)
        let methodName = methods.take(given ?? SwiftName(member: wantedName), orAdding: "Operation")
        var plan = OperationPlan(
            operationID: operation.operationId?.text ?? methodName.text,
            typeName: typeName,
            methodName: methodName,
            httpMethod: entry.key.rawValue,
            path: path,
            doc: DocComment(operation.summary, operation.description).adding(scopesDoc(of: operation)).adding(linksDoc(of: operation)),
            isDeprecated: operation.deprecated,
            security: securityPlan(of: operation, among: schemes),
            parameters: parameters,
            body: body,
            success: success,
            failure: failurePlan(of: entry, besides: success, for: typeName)
        )
        plan.socket = socketPlan(of: operation, for: typeName)
        plan.server = (operation.servers.first ?? item.servers.first).map {
            OperationServerPlan(url: $0.expandedURL, basePath: $0.basePath)
        }
        return plan
    }
}

/// The name of an operation's type. In scripts without case it would be that of its method, which would hide it.
private func operationType(named wanted: String) -> SwiftName {
    let name = SwiftName(type: wanted)
    return name == SwiftName(member: wanted) ? name.adding("Operation") : name
}

/// Why something has no plan.
struct Unplanned: Error {
    var location: Location
    var problem: String

    init(at location: Location, _ problem: String) {
        self.location = location
        self.problem = problem
    }
}
