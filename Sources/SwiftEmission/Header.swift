import SpecPlan
import SwiftText

extension HeaderPlan {
    private var storedType: SwiftType { isRequired ? type : .optional(type) }

    var declaration: SwiftSource { "\(doc: doc)\npublic var \(name): \(storedType)" }

    var parameter: SwiftSource {
        isRequired ? "\(parameter: name): \(type)" : "\(parameter: name): \(storedType) = nil"
    }

    /// The line that takes it out of an answer.
    func reading(of response: SwiftName) -> SwiftSource {
        let method: SwiftSource = isRequired ? "try \(response).header" : "\(response).optionalHeader"
        return "\(name.used(besides: [response])) = \(method)(\(list: arguments(besides: .nothing))"
    }

    /// The line that takes it out of the part of a form.
    var partReading: SwiftSource {
        let property = name.used(besides: ["part", "reader"])
        if isRequired { return "\(property) = reader.header(\(list: arguments(besides: "of: part"))" }
        return "\(property) = part.optionalHeader(\(list: arguments(besides: .nothing))"
    }

    private func arguments(besides part: SwiftSource) -> [SwiftSource] {
        switch coding {
        case .plain: ["\(literal: wireName)", part]
        case .styled(let explode): ["\(literal: wireName)", part, "explode: \(bool: explode)"]
        case .json: ["json: \(literal: wireName)", part]
        }
    }

    /// The line that puts it into an answer, or into the part of a form.
    func writing(to target: SwiftName, besides local: SwiftName) -> SwiftSource {
        let value = name.used(besides: [target, local])
        return switch coding {
        case .plain: "\(target).header(\(literal: wireName), \(value))"
        case .styled(let explode): "\(target).header(\(literal: wireName), \(value), explode: \(bool: explode))"
        case .json: "\(target).header(\(literal: wireName), json: \(value))"
        }
    }
}
