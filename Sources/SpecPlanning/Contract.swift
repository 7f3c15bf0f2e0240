import SpecPlan
import SwiftText

// What a caller and a service rely on: a plan without its documentation, to which belongs that it is deprecated. Only of a property it is
// kept: it stands in the type itself.

extension ModelPlan {
    var contract: ModelPlan {
        var contract = self
        contract.doc = DocComment()
        contract.isDeprecated = false
        switch shape {
        case .object(var object):
            for index in object.properties.indices { object.properties[index].doc = DocComment() }
            object.rest?.doc = DocComment()
            contract.shape = .object(object)
        case .enumeration(var plan):
            for index in plan.cases.indices { plan.cases[index].doc = DocComment() }
            contract.shape = .enumeration(plan)
        case .union(var union):
            for index in union.cases.indices { union.cases[index].doc = DocComment() }
            contract.shape = .union(union)
        case .tuple(var tuple):
            for index in tuple.items.indices { tuple.items[index].doc = DocComment() }
            contract.shape = .tuple(tuple)
        case .part(var part):
            for index in part.headers.indices { part.headers[index].doc = DocComment() }
            contract.shape = .part(part)
        case .alias, .unchanged:
            break
        }
        return contract
    }

    /// The types that this one is made of.
    var referredNames: [SwiftName] { shape.types.flatMap(\.names) }
}

extension ModelPlan.Shape {
    /// The types of all that a value holds.
    var types: [SwiftType] {
        switch self {
        case .object(let object): object.properties.map(\.type) + (object.rest.map { [$0.type] } ?? [])
        case .union(let union): union.cases.map(\.type)
        case .tuple(let tuple): tuple.items.map(\.type) + (tuple.rest.map { [$0.type] } ?? [])
        case .part(let part): [part.content] + part.headers.map(\.type)
        case .alias(let type): [type]
        case .enumeration, .unchanged: []
        }
    }
}

extension OperationPlan {
    var contract: OperationPlan {
        var contract = self
        contract.doc = DocComment()
        contract.isDeprecated = false
        for index in parameters.indices { contract.parameters[index].doc = DocComment() }
        contract.body?.doc = DocComment()
        contract.security = security.contract
        contract.success.cases = success.cases.map(\.contract)
        contract.failure = failure.contract
        return contract
    }

    var referredNames: [SwiftName] { (inputTypes + outputTypes).flatMap(\.names) }

    /// The types of what is sent.
    var inputTypes: [SwiftType] {
        parameters.map(\.type) + (body?.contents.contents.map(\.type) ?? []) + (socket.map { [$0.sends] } ?? [])
    }

    /// The types of what is answered.
    var outputTypes: [SwiftType] {
        let answers = success.cases + failure.cases + (failure.fallback.map { [$0] } ?? [])
        let types = answers.flatMap { $0.answer.contents.contents.map(\.type) + $0.answer.headers.map(\.type) }
        return types + (socket.map { [$0.receives] } ?? [])
    }
}

extension FailurePlan {
    /// Without documentation.
    var contract: FailurePlan {
        var contract = self
        contract.cases = cases.map(\.contract)
        contract.fallback = fallback?.contract
        return contract
    }
}

extension AnswerCasePlan {
    fileprivate var contract: AnswerCasePlan {
        var contract = self
        contract.doc = DocComment()
        for index in answer.headers.indices { contract.answer.headers[index].doc = DocComment() }
        return contract
    }
}

extension OperationSecurityPlan {
    fileprivate var contract: OperationSecurityPlan {
        var contract = self
        contract.alternatives = alternatives.map { $0.map(\.contract) }
        return contract
    }
}

extension SecuritySchemePlan {
    var contract: SecuritySchemePlan {
        var contract = self
        contract.doc = DocComment()
        return contract
    }
}
