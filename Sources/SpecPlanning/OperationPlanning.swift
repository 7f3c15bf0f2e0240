import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    mutating func operationPlans(security: SecurityPlan?) -> [OperationPlan] {
        var methods = NameScope(reserving: ["init", "self", "with", "routes", "authenticate", "newer"])
        var plans: [OperationPlan] = []
        for path in document.paths {
            guard let item = lookUp(path.value) else { continue }
            for entry in item.operations {
                do throws(Unplanned) {
                    plans.append(try operationPlan(entry, at: path.key, of: item, security: security, in: &methods))
                } catch {
                    report(.warning, at: error.location, "\(error.problem); the operation is left out")
                }
            }
        }
        if !document.webhooks.isEmpty { report(.warning, at: document.webhooks[0].location, "webhooks are not generated yet; they are left out") }
        return plans
    }

    private mutating func operationPlan(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry,
        at path: String,
        of item: PathItem,
        security: SecurityPlan?,
        in methods: inout NameScope
    ) throws(Unplanned) -> OperationPlan {
        let operation = entry.value
        let operationID = operation.operationId?.text ?? "\(entry.key.rawValue.lowercased()) \(path)"
        if !path.hasWholeSegmentParameters {
            throw Unplanned(at: operation.location, "a path parameter that is a part of a segment is not generated yet")
        }
        let typeName = scope.take(SwiftName(type: operationID), orAdding: "Operation")
        var names = NameScope(reserving: ["init", "self", "route"])
        let parameters = try parameterPlans(of: operation, in: item, for: typeName, in: &names)
        let body = try bodyPlan(of: operation, for: typeName, in: &names)
        if let callback = operation.callbacks.first {
            report(.note, at: callback.location, "callbacks are not generated yet; '\(callback.key)' is left out")
        }
        return OperationPlan(
            operationID: operation.operationId?.text ?? SwiftName(member: operationID).text,
            typeName: typeName,
            methodName: methods.take(SwiftName(member: operationID)),
            httpMethod: entry.key.rawValue,
            path: path,
            doc: DocComment(operation.summary, operation.description),
            isDeprecated: operation.deprecated,
            isAuthenticated: security != nil && isAuthenticated(operation),
            parameters: parameters,
            body: body,
            success: successPlan(of: operation, for: typeName),
            failure: failurePlan(of: operation, for: typeName)
        )
    }

    // MARK: Parameters

    private mutating func parameterPlans(
        of operation: Operation,
        in item: PathItem,
        for typeName: SwiftName,
        in names: inout NameScope
    ) throws(Unplanned) -> [ParameterPlan] {
        let own = operation.parameters.compactMap { lookUp($0) }
        let shared = item.parameters.compactMap { lookUp($0) }.filter { inherited in
            !own.contains { $0.name == inherited.name && $0.place == inherited.place }
        }
        var plans: [ParameterPlan] = []
        for parameter in shared + own {
            do throws(Unplanned) {
                plans.append(try parameterPlan(of: parameter, for: typeName, in: &names))
            } catch {
                if parameter.required || parameter.place == .path { throw error }
                report(.warning, at: error.location, "\(error.problem); the parameter is left out")
            }
        }
        return plans
    }

    private mutating func parameterPlan(
        of parameter: Parameter,
        for typeName: SwiftName,
        in names: inout NameScope
    ) throws(Unplanned) -> ParameterPlan {
        let place: ParameterPlan.Place
        switch parameter.place {
        case .path: place = .path
        case .query: place = .query
        case .header: place = .header
        case .cookie, .querystring:
            throw Unplanned(at: parameter.location, "a parameter in '\(parameter.place.rawValue)' is not generated yet")
        }
        guard let schema = parameter.format.schema else {
            throw Unplanned(at: parameter.location, "a parameter with 'content' is not generated yet")
        }
        guard let type = type(of: schema, at: typeName.adding(SwiftName(type: parameter.name))), isPlainText(type.value) else {
            throw Unplanned(at: parameter.location, "a parameter that is not a plain value is not generated yet")
        }
        return ParameterPlan(
            wireName: parameter.name,
            name: names.take(SwiftName(member: parameter.name)),
            place: place,
            type: type.value,
            isRequired: parameter.required || place == .path,
            doc: DocComment(parameter.description)
        )
    }

    private func isPlainText(_ type: SwiftType) -> Bool {
        switch type {
        case .string, .bool, .int, .int32, .int64, .double, .float: return true
        case .named(let name):
            switch models.first(where: { $0.name == name })?.shape {
            case .stringEnum?: return true
            case .alias(let aliased)?: return isPlainText(aliased)
            default: return name.text == "DateTime"
            }
        default: return false
        }
    }

    // MARK: Bodies

    private mutating func bodyPlan(
        of operation: Operation,
        for typeName: SwiftName,
        in names: inout NameScope
    ) throws(Unplanned) -> BodyPlan? {
        guard let reference = operation.requestBody, let body = lookUp(reference) else { return nil }
        guard let json = jsonContent(body.content, at: body.location, of: "the request body") else {
            throw Unplanned(at: body.location, "a request body that is not JSON is not generated yet")
        }
        let type = json.schema.flatMap { self.type(of: $0, at: typeName.adding("Body")) } ?? .json
        return BodyPlan(name: names.take("body"), type: type.spelt, isRequired: body.required, doc: DocComment(body.description))
    }

    private mutating func jsonContent(_ content: OrderedMap<String, Referenced<MediaType>>, at location: Location, of what: String) -> MediaType? {
        guard let json = content.first(where: { $0.key.isJSONMediaType }) else { return nil }
        for other in content where other.key != json.key {
            report(.warning, at: other.location, "\(what) as '\(other.key)' is not generated yet; only '\(json.key)' is")
        }
        return lookUp(json.value)
    }

    // MARK: Responses

    private mutating func successPlan(of operation: Operation, for typeName: SwiftName) -> SuccessPlan {
        let successes = operation.responses.byStatus.filter { entry in
            switch entry.key {
            case .code(let code): (200...299).contains(code)
            case .range(let hundreds): hundreds == 2
            case .default: false
            }
        }
        for other in successes.dropFirst() {
            report(.warning, at: other.location, "a second status of success is not generated yet; \(other.key) arrives as undocumented")
        }
        guard let entry = successes.first, let response = lookUp(entry.value) else {
            report(.warning, at: operation.location, "the operation has no response of success; 200 without a body is taken for one")
            return SuccessPlan(status: 200, type: nil, doc: DocComment())
        }
        let status = if case .code(let code) = entry.key { code } else { 200 }
        if case .range = entry.key {
            report(.warning, at: entry.location, "a range of statuses is not generated yet; only 200 counts as success")
        }
        return SuccessPlan(status: status, type: bodyType(of: response, at: typeName.adding("Output")), doc: DocComment(response.description))
    }

    private mutating func failurePlan(of operation: Operation, for typeName: SwiftName) -> FailurePlan {
        var names = NameScope(reserving: ["other", "undocumented", "failed", "init", "self", "apiError", "description"])
        var cases: [FailureCasePlan] = []
        var fallback: FallbackPlan?
        for entry in operation.responses.byStatus {
            guard let response = lookUp(entry.value) else { continue }
            switch entry.key {
            case .code(let code) where !(200...299).contains(code):
                let name = names.take(source.naming.failures[code] ?? SwiftName(status: code))
                let type = bodyType(of: response, at: typeName.adding(SwiftName(type: name.text)))
                cases.append(FailureCasePlan(status: code, name: name, type: type, doc: DocComment("\(code). \(response.description)")))
            case .default:
                let type = bodyType(of: response, at: typeName.adding("Other"))
                fallback = FallbackPlan(name: "other", type: type, doc: DocComment("Any other status. \(response.description)"))
            case .range(let hundreds) where hundreds != 2:
                report(.warning, at: entry.location, "a range of statuses is not generated yet; what comes under it is undocumented")
            default:
                break
            }
        }
        return FailurePlan(typeName: scope.take(typeName.adding("Failure")), cases: cases.sorted { $0.status < $1.status }, fallback: fallback)
    }

    private mutating func bodyType(of response: Response, at place: SwiftName) -> SwiftType? {
        if response.content.isEmpty { return nil }
        guard let json = jsonContent(response.content, at: response.location, of: "the response") else {
            report(.warning, at: response.location, "a response that is not JSON is not generated yet; its body is left out")
            return nil
        }
        return (json.schema.flatMap { type(of: $0, at: place) } ?? .json).spelt
    }
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

extension String {
    /// Whether each `{parameter}` of a path template is a whole segment.
    fileprivate var hasWholeSegmentParameters: Bool {
        split(separator: "/").allSatisfy { segment in
            let inner = segment.hasPrefix("{") && segment.hasSuffix("}") ? segment.dropFirst().dropLast() : segment
            return !inner.contains { $0 == "{" || $0 == "}" }
        }
    }

    /// `application/json`, and whatever ends in `+json`.
    fileprivate var isJSONMediaType: Bool {
        let essence = prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return essence == "application/json" || essence.hasSuffix("+json")
    }
}
