import SpecPlan
import SwiftText

extension ModelPlan {
    /// - Parameter isHashable: what makes models cost a third more to compile; enumerations are so by themselves.
    func declaration(isHashable: Bool) -> SwiftSource {
        let conformances: SwiftSource = isHashable ? "JSONModel, Hashable" : "JSONModel"
        return switch shape {
        case .object(let object): object.declaration(named: name, doc: noticedDoc, conformances)
        case .enumeration(let plan): enumeration(plan)
        case .union(let plan): union(plan, conformances)
        case .tuple(let plan): tuple(plan, conformances)
        case .part(let plan): part(plan, conformances)
        case .alias(let type): "\(doc: noticedDoc)\npublic typealias \(name) = \(type)"
        case .unchanged: unchangedAlias ?? .nothing
        }
    }

    /// The documentation of a type says that it is deprecated; the attribute would make a warning of every use in generated code.
    var noticedDoc: DocComment {
        isDeprecated ? doc.adding("Deprecated.") : doc
    }

    /// An alias of a type of Swift's own needs no import.
    var needsRuntime: Bool {
        if case .alias(let type) = shape { type.needsRuntime } else { true }
    }
}

extension SwiftType {
    var needsRuntime: Bool {
        switch self {
        case .json, .runtime, .nullable: true
        case .named(let name): name.text == "APIError"
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.needsRuntime
        default: false
        }
    }
}

extension SwiftSource {
    static var deprecated: SwiftSource { "@available(*, deprecated)" }
}
