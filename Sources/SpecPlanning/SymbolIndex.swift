import SpecDocument
import SpecPlan
public import SpecYAML
import SwiftText

/// What the generated code calls the parts of a description.
public struct SymbolIndex: Sendable {
    private var models: [Location: ModelPlan] = [:]
    /// By method and path: `GET /devices`.
    private var operations: [String: OperationPlan] = [:]

    public init(planning source: VersionSource) {
        var planner = VersionPlanner(source, besides: [source.namespace])
        let plan = planner.plan()
        for model in plan.models {
            if let location = planner.locations[model.name] { models[location] = models[location] ?? model }
        }
        for operation in plan.operations { operations["\(operation.httpMethod) \(operation.path)"] = operation }
    }

    /// The method of an operation: `getDevice()`.
    public func operation(_ label: String) -> String? { operations[label].map { "\($0.methodName.text)()" } }

    /// An argument of an operation's method: `getDevices(name:)`.
    public func parameter(_ name: String, of operation: String) -> String? {
        guard let plan = operations[operation], let parameter = plan.parameters.first(where: { $0.wireName == name }) else { return nil }
        return "\(plan.methodName.text)(\(parameter.name.text):)"
    }

    /// The case of an answer, where an operation has several: `GetDeviceFailure.notFound`.
    public func answer(_ status: String, of operation: String) -> String? {
        guard let plan = operations[operation] else { return nil }
        func isMeant(_ answer: AnswerCasePlan) -> Bool {
            switch answer.status {
            case .code(let code): status == "\(code)"
            case .range(let hundreds): status == "\(hundreds)XX"
            case .any: status == "default"
            }
        }
        if let found = plan.success.cases.first(where: isMeant) { return plan.success.choice.map { "\($0.text).\(found.name.text)" } }
        let failures = plan.failure.cases + [plan.failure.fallback].compactMap(\.self)
        return failures.first(where: isMeant).map { "\(plan.failure.typeName.text).\($0.name.text)" }
    }

    /// The type of the schema that stands there: `Device`.
    public func type(at location: Location) -> String? { models[location]?.name.text }

    /// A member of the type of the schema that stands there: `Device.name`.
    public func property(_ name: String, at location: Location) -> String? {
        guard let model = models[location], case .object(let object) = model.shape,
            let property = object.properties.first(where: { $0.wireName == name })
        else { return nil }
        return "\(model.name.text).\(property.name.text)"
    }

    /// A case of the enumeration of the schema that stands there: `DeviceState.connected`.
    public func value(_ text: String, at location: Location) -> String? {
        guard let model = models[location], case .enumeration(let enumeration) = model.shape,
            let found = enumeration.cases.first(where: { $0.wireValue == text })
        else { return nil }
        return "\(model.name.text).\(found.name.text)"
    }
}
