import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// What an operation takes beside its body: its path's parameters, then its own, which come before those of the same name and place.
    mutating func parameterPlans(
        of operation: Operation,
        in item: PathItem,
        for typeName: SwiftName,
        in names: inout NameScope
    ) throws(Unplanned) -> [ParameterPlan] {
        let own = operation.parameters.compactMap { lookUp($0) }
        let inherited = item.parameters.compactMap { lookUp($0) }.inherited(besides: own)
        var plans: [ParameterPlan] = []
        for parameter in inherited + own {
            do throws(Unplanned) {
                guard let plan = try parameterPlan(of: parameter, for: typeName, in: &names) else { continue }
                plans.append(plan)
            } catch {
                if parameter.required || parameter.place == .path { throw error }
                leaveOut(at: error.location, "\(error.problem); it is left out")
            }
        }
        return plans
    }

    private mutating func parameterPlan(
        of parameter: Parameter,
        for typeName: SwiftName,
        in names: inout NameScope
    ) throws(Unplanned) -> ParameterPlan? {
        let place = ParameterPlan.Place(parameter.place)
        if place == .header {
            if isHTTPsOwn(parameter) { return nil }
            guard parameter.name.isHTTPToken else {
                throw Unplanned(
                    at: parameter.location,
                    "'\(parameter.name)' can't be the name of a header field; use letters, digits and '-'"
                )
            }
        }
        guard let value = try valuePlan(of: parameter, at: typeName.adding(SwiftName(type: parameter.name))) else { return nil }
        return ParameterPlan(
            wireName: parameter.name,
            name: names.take(SwiftName(member: parameter.name), orAdding: place.suffix),
            place: place,
            type: value.type,
            coding: value.coding,
            presence: presence(of: parameter, as: value.type),
            checks: value.schema.map { checks(of: $0) } ?? [],
            takesTheRest: value.takesTheRest,
            doc: DocComment(parameter.description, parameter.deprecated ? "Deprecated." : nil)
        )
    }

    /// Its schema's default holds where it may be left out.
    private mutating func presence(of parameter: Parameter, as type: SwiftType) -> ParameterPlan.Presence {
        if parameter.required || parameter.place == .path { return .required }
        guard let schema = parameter.format.schema, let described = schema.inline ?? lookUp(schema),
            let value = schema.reference?.siblings?.defaultValue ?? described.defaultValue, !value.isNull
        else { return .optional }
        if let literal = LiteralPlan(value, as: type, among: models) { return .defaulted(literal) }
        note(at: value.location, "the default of the parameter '\(parameter.name)' has no literal of its type; left out, it is nil")
        return .optional
    }

    /// Header fields that OpenAPI says elsewhere: parameters of these names mean nothing.
    private mutating func isHTTPsOwn(_ parameter: Parameter) -> Bool {
        guard ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) else { return false }
        note(
            at: parameter.location,
            "OpenAPI ignores a header parameter '\(parameter.name)', for media types and security schemes say what it holds; remove it"
        )
        return true
    }
}

extension ParameterPlan.Place {
    fileprivate init(_ place: Parameter.Place) {
        switch place {
        case .path: self = .path
        case .query, .querystring: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        }
    }

    /// What tells the parameters of one name apart.
    fileprivate var suffix: SwiftName {
        switch self {
        case .path: "InPath"
        case .query: "InQuery"
        case .header: "InHeader"
        case .cookie: "InCookie"
        }
    }
}
