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
        let shared = item.parameters.compactMap { lookUp($0) }.filter { inherited in
            !own.contains { $0.name == inherited.name && $0.place == inherited.place }
        }
        var plans: [ParameterPlan] = []
        for parameter in shared + own {
            do throws(Unplanned) {
                guard let plan = try parameterPlan(of: parameter, for: typeName, in: &names) else { continue }
                plans.append(plan)
            } catch {
                if parameter.required || parameter.place == .path { throw error }
                warn(at: error.location, "\(error.problem); it is left out")
            }
        }
        return plans
    }

    private mutating func parameterPlan(
        of parameter: Parameter,
        for typeName: SwiftName,
        in names: inout NameScope
    ) throws(Unplanned) -> ParameterPlan? {
        let what = "the \(parameter.place.rawValue) parameter '\(parameter.name)'"
        guard let place = ParameterPlan.Place(parameter.place) else {
            throw Unplanned(at: parameter.location, "\(what) is not generated yet")
        }
        if place == .header {
            if isHTTPsOwn(parameter) { return nil }
            guard parameter.name.isHTTPToken else {
                throw Unplanned(
                    at: parameter.location,
                    "'\(parameter.name)' can't be the name of a header field; use letters, digits and '-'"
                )
            }
        }
        if place == .path, parameter.style != .simple {
            throw Unplanned(at: parameter.location, "\(what) has the style '\(parameter.style.rawValue)', which is not generated yet")
        }
        guard parameter.format.content.isEmpty else {
            throw Unplanned(at: parameter.location, "\(what) has 'content', which is not generated yet")
        }
        var type = SwiftType.string
        if let schema = parameter.format.schema {
            guard let described = schema.inline ?? lookUp(schema) else { return nil }
            guard isPlainText(described), let planned = self.type(of: schema, at: typeName.adding(SwiftName(type: parameter.name))) else {
                throw Unplanned(at: parameter.location, "\(what) is no plain value, and others are not generated yet")
            }
            type = planned.value
            reportUncheckedConstraints(of: schema)
            reportDefault(of: schema, of: parameter)
        }
        return ParameterPlan(
            wireName: parameter.name,
            name: names.take(SwiftName(member: parameter.name), orAdding: place.suffix),
            place: place,
            type: type,
            isRequired: parameter.required || place == .path,
            doc: DocComment(parameter.description, parameter.deprecated ? "Deprecated." : nil)
        )
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

    private mutating func reportDefault(of schema: Referenced<Schema>, of parameter: Parameter) {
        guard !parameter.required, let schema = schema.inline ?? lookUp(schema), let value = schema.defaultValue else { return }
        warn(at: value.location, "the default of the parameter '\(parameter.name)' is not applied yet; left out, it is nil")
    }

    private func isPlainText(_ schema: Schema) -> Bool {
        switch form(of: schema) {
        case .boolean, .integer, .number, .string: true
        case .any, .array, .object, .unsupported: false
        }
    }
}

extension ParameterPlan.Place {
    fileprivate init?(_ place: Parameter.Place) {
        switch place {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie, .querystring: return nil
        }
    }

    /// What tells the parameters of one name apart.
    fileprivate var suffix: SwiftName {
        switch self {
        case .path: "InPath"
        case .query: "InQuery"
        case .header: "InHeader"
        }
    }
}

extension String {
    /// Whether it is a token of RFC 9110, section 5.6.2, as names of header fields are.
    fileprivate var isHTTPToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                let character = Character(Unicode.Scalar(byte))
                return byte < 0x80 && (character.isLetter || character.isNumber || "!#$%&'*+-.^_`|~".contains(character))
            }
    }
}
