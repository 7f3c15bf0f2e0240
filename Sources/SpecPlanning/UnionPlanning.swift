import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

/// What becomes of alternatives.
enum PlannedUnion {
    case union(UnionPlan)
    /// They are values to choose from.
    case enumeration(EnumPlan)
    /// They come down to one type.
    case type(SwiftType)
}

/// One of the schemas of `oneOf` or `anyOf`.
struct Alternative {
    var type: SwiftType
    var caseName: SwiftName
    var doc: DocComment
    /// Settled.
    var schema: Schema
    /// The values of the discriminator that mean it.
    var discriminatorValues: [String] = []
    /// Whether it is meant where the discriminator's property is missing, or has a value that nothing is mapped to.
    var isDefault = false
}

extension VersionPlanner {
    /// - Parameters:
    ///   - schema: settled; what it says beside its alternatives holds for each of them.
    ///   - name: of the union, of which the names of inline alternatives are made.
    mutating func unionPlan(of schema: Schema, _ alternatives: [Referenced<Schema>], named name: SwiftName) -> PlannedUnion {
        var alternatives = leavingOutItself(alternatives, in: schema)
        var settledAlternatives = alternatives.map { settled($0) ?? Schema(location: schema.location) }
        if let plan = enumPlan(ofAlternatives: settledAlternatives) { return .enumeration(plan) }
        if settledAlternatives.contains(where: { $0.form.isJSON && $0.boolean != false }) { return .type(.json) }
        let names = alternatives.indices.map { position in
            let others = settledAlternatives.enumerated().filter { $0.offset != position }.map(\.element)
            return wantedName(
                of: alternatives[position],
                settledAlternatives[position],
                among: others,
                discriminator: schema.discriminator
            )
        }
        alternatives = tellingStrings(alternatives)
        settledAlternatives = alternatives.map { settled($0) ?? Schema(location: schema.location) }
        let outer = schema.sharedByAlternatives
        var planned: [Alternative] = []
        for (position, alternative) in alternatives.enumerated() where settledAlternatives[position].boolean != false {
            let settled = settledAlternatives[position]
            var combined = alternative
            if let outer, !outer.isImplied(by: settled) {
                var both = Schema(location: alternative.location)
                both.allOf = [.inline(outer), alternative]
                both.title = settled.title
                both.description = alternative.inline?.description
                combined = .inline(both)
            }
            let wanted = names[position]
            let place = name.adding(SwiftName(type: wanted.text))
            guard let type = type(of: combined, at: place) else { continue }
            if type.value == .json { return .type(.json) }
            if planned.contains(where: { $0.type == type.value }) { continue }
            planned.append(
                Alternative(
                    type: type.value,
                    caseName: wanted,
                    doc: alternative.inline?.doc ?? DocComment(settled.doc.firstSentence),
                    schema: self.settled(combined) ?? settled,
                    discriminatorValues: values(of: schema.discriminator, for: alternative, settled),
                    isDefault: isDefault(alternative, of: schema.discriminator)
                )
            )
        }
        guard planned.count > 1 else { return .type(planned.first?.type ?? .json) }
        reportLostMappings(of: schema.discriminator, among: planned)
        // What is read as a number takes every integer.
        if planned.allSatisfy({ $0.type.isNumber }) { return .type(planned.contains { $0.type == .exactNumber } ? .exactNumber : .double) }
        return .union(unionPlan(planned, by: schema.discriminator))
    }

    /// A union is none of its own alternatives: that would go on without end.
    private mutating func leavingOutItself(_ alternatives: [Referenced<Schema>], in schema: Schema) -> [Referenced<Schema>] {
        alternatives.filter { alternative in
            let reference = alternative.reference ?? alternative.inline?.describedReference?.reference
            guard let reference, let target = try? document.target(of: reference), target.value.location == schema.location else {
                return true
            }
            warn(at: reference.location, "'\(reference.text)' is an alternative of itself; remove it, for it is left out")
            return false
        }
    }

    /// A single text among other texts is a value to choose from, so that no other text is taken for it.
    private mutating func tellingStrings(_ alternatives: [Referenced<Schema>]) -> [Referenced<Schema>] {
        guard alternatives.count(where: { settled($0).map { kinds(of: $0).contains(.string) } ?? false }) > 1 else { return alternatives }
        return alternatives.map { alternative in
            guard var schema = alternative.inline, let constant = schema.constant, constant.string != nil else { return alternative }
            schema.constant = nil
            schema.enumeration = [constant]
            return .inline(schema)
        }
    }

    /// The union of a base's descendants, where a discriminator tells them apart: the base as a type is one of them.
    mutating func descendantUnion(ofBase key: String, _ base: Referenced<Schema>, named name: SwiftName) -> ModelPlan? {
        guard let descendants = descendants[key], !descendants.isEmpty, let schema = settled(base), let discriminator = schema.discriminator
        else { return nil }
        var planned: [Alternative] = []
        for descendant in descendants {
            let reference = Referenced<Schema>.reference(
                Reference(text: "#/components/schemas/\(descendant.pointerToken)", location: base.location)
            )
            guard let settled = settled(reference), let type = componentTypes[descendant] else { continue }
            planned.append(
                Alternative(
                    type: type,
                    caseName: SwiftName(member: descendant),
                    doc: DocComment(settled.doc.firstSentence),
                    schema: settled,
                    discriminatorValues: values(of: discriminator, for: reference, settled)
                )
            )
        }
        let own = discriminator.mapping.filter { $0.value.isName(of: key) }.map(\.key)
        if !own.isEmpty || !planned.contains(where: { $0.discriminatorValues == [key] }) {
            let baseName = scope.take(name.adding("Base"))
            var plain = schema
            plain.discriminator = nil
            if let model = model(of: plain, named: baseName) {
                models.append(model)
                planned.append(
                    Alternative(
                        type: .named(baseName),
                        caseName: SwiftName(member: key),
                        doc: "The base itself.",
                        schema: plain,
                        discriminatorValues: own.isEmpty ? [key] : own
                    )
                )
            }
        }
        guard planned.count > 1 else { return nil }
        return ModelPlan(name: name, doc: schema.doc, shape: .union(unionPlan(planned, by: discriminator)), isDeprecated: schema.deprecated)
    }

    private func isDefault(_ alternative: Referenced<Schema>, of discriminator: Discriminator?) -> Bool {
        guard let target = discriminator?.defaultMapping, let reference = alternative.reference else { return false }
        return componentName(of: reference).map { target.isName(of: $0) } ?? false
    }

    private mutating func unionPlan(_ alternatives: [Alternative], by discriminator: Discriminator?) -> UnionPlan {
        var names = NameScope(reserving: ["other", "init", "self", "hashValue"])
        var alternatives = alternatives
        for position in alternatives.indices {
            alternatives[position].caseName = names.take(alternatives[position].caseName, orAdding: "Value")
        }
        if let discriminator {
            tags += alternatives.compactMap { alternative in
                // Whatever nothing is mapped to means the default: no value is its own.
                if alternative.isDefault, alternative.schema.properties[discriminator.propertyName] != nil { return nil }
                guard alternative.discriminatorValues.count == 1, let value = alternative.discriminatorValues.first else { return nil }
                return DiscriminatorTag(type: alternative.type, wireName: discriminator.propertyName, value: value)
            }
        }
        return UnionPlan(
            cases: alternatives.map { UnionCasePlan(name: $0.caseName, type: $0.type, doc: $0.doc) },
            decision: decision(among: alternatives, by: discriminator),
            isIndirect: alternatives.contains { $0.schema.isModel && $0.schema.form.isLarge }
        )
    }

    /// One enumeration of alternatives that are all enumerations or single values: of strings, or of integers.
    private mutating func enumPlan(ofAlternatives alternatives: [Schema]) -> EnumPlan? {
        var values: [EnumValue] = []
        var isOpen = false
        for alternative in alternatives {
            guard let fixed = alternative.fixedValues else {
                // A string beside enumerations of strings says that others may come.
                guard case .string = alternative.form, alternative.constraints == nil, alternative.stringType == .string else { return nil }
                isOpen = true
                continue
            }
            let title = alternative.constant != nil ? alternative.title : nil
            let doc = alternative.constant != nil ? DocComment(alternative.description ?? alternative.title) : DocComment()
            values += fixed.map { EnumValue(node: $0, title: title, doc: doc) }
        }
        let areStrings = values.allSatisfy { $0.node.string != nil }
        guard !values.isEmpty, areStrings || (!isOpen && values.allSatisfy { $0.node.integer != nil }) else { return nil }
        var seen: Set<String> = []
        values = values.filter { seen.insert($0.node.text).inserted }
        if Set(values.compactMap(\.title)).count < values.count { for position in values.indices { values[position].title = nil } }
        return enumPlan(of: values, type: areStrings ? [.string] : [.integer])
    }
}

extension SwiftType {
    fileprivate var isNumber: Bool {
        switch self {
        case .int, .int32, .int64, .uint32, .uint64, .double, .float, .exactNumber: true
        default: false
        }
    }
}

extension SchemaForm {
    /// Whether values are structs, or unions of them.
    fileprivate var isLarge: Bool {
        switch self {
        case .object, .tuple, .union: true
        default: false
        }
    }
}

extension Schema {
    /// What holds beside the alternatives, as a schema of its own; nil where that is nothing.
    fileprivate var sharedByAlternatives: Schema? {
        guard !oneOf.isEmpty else { return nil }
        var outer = self
        outer.oneOf = []
        outer.discriminator = nil
        outer.title = nil
        outer.description = nil
        outer.defaultValue = nil
        outer.nullable = false
        outer.deprecated = false
        outer.types = valueTypes
        if outer.constraints != nil, outer.properties.isEmpty { outer.constraints = nil }
        return outer.isConstraintOnly && outer.required.isEmpty ? nil : outer
    }

    /// Whether another schema says the same already.
    fileprivate func isImplied(by other: Schema) -> Bool {
        guard enumeration == nil, constant == nil, items == nil, additionalProperties == nil else { return false }
        if !properties.isEmpty, !other.oneOf.isEmpty { return false }
        return properties.keys.allSatisfy { other.properties[$0] != nil }
            && required.allSatisfy { other.required.contains($0) || other.properties[$0] == nil && properties[$0] == nil }
    }
}
