import SpecPlan
import SwiftText

extension ParameterPlan {
    var isRequired: Bool { presence == .required }

    var storedType: SwiftType {
        switch presence {
        case .required, .defaulted: type
        case .optional: .optional(type)
        }
    }

    /// As a function's parameter.
    var parameter: SwiftSource {
        switch presence {
        case .required: "\(parameter: name): \(type)"
        case .optional: "\(parameter: name): \(storedType) = nil"
        case .defaulted(let value): "\(parameter: name): \(type) = \(value.expression)"
        }
    }

    /// As a call's argument.
    var argument: SwiftSource { "\(member: name): \(name)" }

    /// The line that puts it into a request.
    var writing: SwiftSource {
        "request.\(placeName)(\(list: writingArguments, limit: 124)"
    }

    private var writingArguments: [SwiftSource] {
        let value = name.used(besides: ["request"])
        switch coding {
        case .plain, .plainOrEmpty: return ["\(literal: wireName)", value]
        case .json, .wholeQuery: return ["\(literal: wireName)", "json: \(value)"]
        case .styled(_, let explode, _) where place == .header:
            return ["\(literal: wireName)", value, "explode: \(bool: explode ?? false)"]
        case .styled(let style, let explode, let allowsReserved):
            let reserved: SwiftSource = allowsReserved && place != .cookie ? "allowsReserved: true" : .nothing
            return [
                "\(literal: wireName)", value, "style: .\(member: style)", explode.map { "explode: \(bool: $0)" } ?? .nothing, reserved,
            ]
        }
    }

    /// The line that takes it out of a request.
    var reading: SwiftSource {
        let property = name.used(besides: ["request"])
        let call: SwiftSource = "try request.\(readMethod)(\(list: readingArguments, limit: 124)"
        if case .defaulted(let value) = presence { return "\(property) = \(call) ?? \(value.expression)" }
        return "\(property) = \(call)"
    }

    private var readingArguments: [SwiftSource] {
        switch coding {
        case .plain: ["\(literal: wireName)"]
        case .plainOrEmpty: ["\(literal: wireName)", "allowsEmpty: true"]
        case .json, .wholeQuery: ["json: \(literal: wireName)"]
        case .styled(_, let explode, _) where place == .header:
            ["\(literal: wireName)", "explode: \(bool: explode ?? false)"]
        case .styled(let style, let explode, _):
            ["\(literal: wireName)", "style: .\(member: style)", explode.map { "explode: \(bool: $0)" } ?? .nothing]
        }
    }

    /// The lines that check it in a request that came in.
    var checking: [SwiftSource] {
        checks.flatMap {
            $0.statements(named: wireName, name.used(besides: ["request", "rules"]), isOptional: presence == .optional, reader: "rules")
        }
    }

    private var placeName: SwiftName {
        switch place {
        case .path: "path"
        case .query where coding == .wholeQuery: "wholeQuery"
        case .query: "query"
        case .header: "header"
        case .cookie: "cookie"
        }
    }

    private var readMethod: SwiftName {
        switch (place, isRequired) {
        case (_, true), (.path, _): placeName
        case (.query, false) where coding == .wholeQuery: "optionalWholeQuery"
        case (.query, false): "optionalQuery"
        case (.header, false): "optionalHeader"
        case (.cookie, false): "optionalCookie"
        }
    }
}

extension SwiftSource.StringInterpolation {
    /// `true` or `false`.
    mutating func appendInterpolation(bool value: Bool) {
        appendInterpolation(value ? "true" : "false" as SwiftSource)
    }
}
