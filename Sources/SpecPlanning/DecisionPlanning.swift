import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// What tells the alternatives apart: the discriminator, the kind of JSON value, a member with a text for each, members that only one
    /// requires; where nothing does, they are tried in the order of the spec.
    mutating func decision(among alternatives: [Alternative], by discriminator: Discriminator?) -> DecisionPlan {
        var byKind: [(kind: DecisionPlan.ValueKind, alternatives: [Alternative])] = []
        for kind in DecisionPlan.ValueKind.allCases {
            let ofKind = alternatives.filter { kinds(of: $0.schema).contains(kind) }
            if !ofKind.isEmpty { byKind.append((kind, ofKind)) }
        }
        if byKind.count == 1, byKind[0].alternatives.count > 1 {
            return byKind[0].kind == .object
                ? objectDecision(among: alternatives, by: discriminator) : .firstMatch(alternatives.map(\.caseName))
        }
        let branches = byKind.map { kind, alternatives in
            let decision: DecisionPlan =
                alternatives.count == 1
                ? .take(alternatives[0].caseName)
                : kind == .object
                    ? objectDecision(among: alternatives, by: discriminator) : .firstMatch(alternatives.map(\.caseName))
            return DecisionPlan.KindBranch(kind: kind, decision: decision)
        }
        return .kind(branches)
    }

    private mutating func objectDecision(among alternatives: [Alternative], by discriminator: Discriminator?) -> DecisionPlan {
        // Where nothing is mapped, values that the alternatives list themselves say more than their names.
        if let discriminator, discriminator.mapping.isEmpty, discriminator.defaultMapping == nil,
            let decision = valueDecision(among: alternatives, of: discriminator.propertyName)
        {
            return decision
        }
        if let discriminator, alternatives.allSatisfy({ !$0.discriminatorValues.isEmpty }) {
            let isPresent = alternatives.contains { $0.schema.properties[discriminator.propertyName] != nil || !$0.schema.oneOf.isEmpty }
            if isPresent || alternatives.allSatisfy({ $0.schema.properties.isEmpty }) {
                return .member(
                    discriminator.propertyName,
                    branches(alternatives.map { ($0.caseName, $0.discriminatorValues) }, tryingShared: false),
                    otherwise: alternatives.first { $0.isDefault }?.caseName
                )
            }
        }
        if let discriminator {
            warn(
                at: discriminator.location,
                "not all alternatives have the property '\(discriminator.propertyName)'; add it to each, for they are told apart otherwise"
            )
        }
        if let decision = valueDecision(among: alternatives) { return decision }
        return memberDecision(among: alternatives) ?? ownMemberDecision(among: alternatives)
    }

    /// By any property that only one of them has. An object without such properties is tried as each.
    private func ownMemberDecision(among alternatives: [Alternative]) -> DecisionPlan {
        let inOrder = DecisionPlan.firstMatch(alternatives.map(\.caseName))
        guard alternatives.allSatisfy({ $0.schema.isStruct && $0.schema.oneOf.isEmpty }) else { return inOrder }
        let branches = alternatives.indices.compactMap { index -> DecisionPlan.MembersBranch? in
            let others = alternatives.indices.filter { $0 != index }.map { alternatives[$0].schema }
            let own = alternatives[index].schema.properties.keys.filter { name in others.allSatisfy { $0.properties[name] == nil } }
            guard !own.isEmpty else { return nil }
            return .init(names: Array(own.prefix(8)), isAny: true, decision: .take(alternatives[index].caseName))
        }
        return branches.isEmpty ? inOrder : .members(branches, otherwise: inOrder)
    }

    /// By a property that all have, with other values in each. Those that share a value are tried for it in the order of the spec.
    ///
    /// - Parameter name: the only property that counts.
    private mutating func valueDecision(among alternatives: [Alternative], of name: String? = nil) -> DecisionPlan? {
        guard let first = alternatives.first else { return nil }
        for entry in first.schema.properties where name == nil || name == entry.key {
            var tagged: [(SwiftName, [String])] = []
            for alternative in alternatives {
                guard let texts = tags(of: alternative.schema, in: entry.key) else { break }
                tagged.append((alternative.caseName, texts))
            }
            guard tagged.count == alternatives.count else { continue }
            let branches = branches(tagged, tryingShared: true)
            let told = branches.count { if case .take = $0.decision { true } else { false } }
            // By what the description calls the discriminator, as far as that goes.
            if told == alternatives.count || (name != nil && told > 0) { return .member(entry.key, branches, otherwise: nil) }
        }
        return nil
    }

    /// The values that a property of an object has, as texts of JSON without quotes; nil where it has others, or those of several kinds.
    private mutating func tags(of schema: Schema, in property: String) -> [String]? {
        guard let property = schema.properties[property], let values = settled(property)?.fixedValues, let first = values.first else {
            return nil
        }
        let kind = first.schemaType
        guard [.string, .integer, .boolean].contains(kind), values.allSatisfy({ $0.schemaType == kind }) else { return nil }
        switch kind {
        case .string: return values.compactMap(\.string)
        case .boolean: return values.compactMap(\.bool).map { "\($0)" }
        default: return values.compactMap { $0.integer.map { "\($0)" } }
        }
    }

    /// - Parameter tryingShared: whether a value that several alternatives have is tried as each; it is the first one's otherwise.
    private func branches(_ alternatives: [(caseName: SwiftName, values: [String])], tryingShared: Bool) -> [DecisionPlan.MemberBranch] {
        var names: [String: [SwiftName]] = [:]
        var values: [String] = []
        for alternative in alternatives {
            for value in alternative.values {
                if names[value] == nil { values.append(value) }
                guard names[value] == nil || tryingShared && names[value]?.last != alternative.caseName else { continue }
                names[value, default: []].append(alternative.caseName)
            }
        }
        var branches: [DecisionPlan.MemberBranch] = []
        for value in values {
            let names = names[value] ?? []
            let decision: DecisionPlan = names.count == 1 ? .take(names[0]) : .firstMatch(names)
            if let position = branches.firstIndex(where: { $0.decision == decision }) {
                branches[position].values.append(value)
            } else {
                branches.append(.init(values: [value], decision: decision))
            }
        }
        return branches
    }

    /// By required properties that the alternatives not yet decided on don't have.
    private func memberDecision(among alternatives: [Alternative]) -> DecisionPlan? {
        guard alternatives.allSatisfy({ !$0.schema.properties.isEmpty && $0.schema.oneOf.isEmpty }) else { return nil }
        var rest = alternatives
        var branches: [DecisionPlan.MembersBranch] = []
        while rest.count > 1 {
            let next = rest.indices.first { index in
                let others = rest.indices.filter { $0 != index }.map { rest[$0].schema }
                return others.allSatisfy { other in rest[index].schema.required.contains { other.properties[$0] == nil } }
            }
            guard let next else { return nil }
            let others = rest.indices.filter { $0 != next }.map { rest[$0].schema }
            branches.append(.init(names: rest[next].schema.names(tellingApartFrom: others), decision: .take(rest[next].caseName)))
            rest.remove(at: next)
        }
        let before = alternatives.filter { $0.caseName != rest[0].caseName }.map(\.schema)
        let isTellable = before.allSatisfy { other in rest[0].schema.required.contains { other.properties[$0] == nil } }
        guard isTellable else { return .members(branches, otherwise: .take(rest[0].caseName)) }
        branches.append(.init(names: rest[0].schema.names(tellingApartFrom: before), decision: .take(rest[0].caseName)))
        return .members(branches, otherwise: .unmatched)
    }

    /// The kinds of values that a settled schema has.
    mutating func kinds(of schema: Schema) -> Set<DecisionPlan.ValueKind> {
        switch schema.form {
        case .any: return Set(DecisionPlan.ValueKind.allCases)
        case .boolean: return [.boolean]
        case .integer, .number: return [.number]
        case .string: return [.string]
        case .array, .tuple: return [.array]
        case .object: return [.object]
        case .enumeration: return Set((schema.fixedValues ?? []).compactMap(\.valueKind))
        case .union(let alternatives):
            // One that leads back to itself adds nothing.
            guard kindsUnderway.insert(SchemaPlace(schema.location, schema)).inserted else { return [] }
            defer { kindsUnderway.remove(SchemaPlace(schema.location, schema)) }
            var kinds: Set<DecisionPlan.ValueKind> = []
            for alternative in alternatives { kinds.formUnion(settled(alternative).map { self.kinds(of: $0) } ?? []) }
            return kinds
        }
    }

    /// The values of the discriminator that mean an alternative: those of `mapping`, and otherwise its name and its own fixed value.
    mutating func values(of discriminator: Discriminator?, for alternative: Referenced<Schema>, _ schema: Schema) -> [String] {
        guard let discriminator else { return [] }
        let name = (alternative.reference ?? alternative.inline?.describedReference?.reference).flatMap { componentName(of: $0) }
        if let name {
            let mapped = discriminator.mapping.filter { $0.value.isName(of: name) }.map(\.key)
            if !mapped.isEmpty { return mapped }
        }
        // A union among the alternatives is meant by what its own alternatives are mapped to.
        let inner = discriminator.mapping.isEmpty ? [] : componentNames(within: schema)
        let mapped = discriminator.mapping.filter { entry in inner.contains { entry.value.isName(of: $0) } }.map(\.key)
        if !mapped.isEmpty { return mapped }
        if let property = schema.properties[discriminator.propertyName], let values = settled(property)?.fixedValues, values.count == 1,
            let text = values[0].string
        {
            return [text]
        }
        return name.map { [$0] } ?? []
    }

    /// The components among the alternatives of a union, and of those among them.
    private mutating func componentNames(within union: Schema) -> Set<String> {
        var names: Set<String> = []
        var rest = union.oneOf
        while let next = rest.popLast() {
            let reference = next.reference ?? next.inline?.describedReference?.reference
            if let reference, let name = componentName(of: reference), !names.insert(name).inserted { continue }
            rest += settled(next)?.oneOf ?? []
        }
        return names
    }

    /// Tells of values that a discriminator maps to what is no alternative.
    mutating func reportLostMappings(of discriminator: Discriminator?, among alternatives: [Alternative]) {
        guard let discriminator else { return }
        for (value, target) in discriminator.mapping.map({ ($0.key, $0.value) })
        where !alternatives.contains(where: { $0.discriminatorValues.contains(value) }) {
            warn(
                at: discriminator.location,
                "'\(value)' is mapped to '\(target)', which is no alternative; add that, or correct it, for such a value is kept as JSON"
            )
        }
    }
}

extension Schema {
    /// As few required properties as tell it apart from others.
    fileprivate func names(tellingApartFrom others: [Schema]) -> [String] {
        if let one = required.first(where: { name in others.allSatisfy { $0.properties[name] == nil } }) { return [one] }
        var names: [String] = []
        for other in others where names.allSatisfy({ other.properties[$0] != nil }) {
            if let name = required.first(where: { other.properties[$0] == nil }) { names.append(name) }
        }
        return names
    }
}

extension YAMLNode {
    fileprivate var valueKind: DecisionPlan.ValueKind? {
        switch schemaType {
        case .object: .object
        case .array: .array
        case .string: .string
        case .number, .integer: .number
        case .boolean: .boolean
        case .null: nil
        }
    }
}

extension String {
    /// Whether a discriminator's mapping means a component: by its bare name, or by a reference to it.
    func isName(of component: String) -> Bool {
        self == component || hasSuffix("/" + component.pointerToken)
    }

    /// The text as a token of a JSON pointer (RFC 6901).
    var pointerToken: String { replacing("~", with: "~0").replacing("/", with: "~1") }
}
