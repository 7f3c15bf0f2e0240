import SpecDocument
import SpecYAML

extension Comparer {
    func compareTypes(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let (wasNullable, isNullable) = (before.allowsNull, after.allowsNull)
        func types(_ schema: FlatSchema) -> TypeSet { (place.isText ? schema.types.asText : schema.types).subtracting(.null) }
        let (old, new) = (types(before), types(after))
        let isSame =
            before.types.subtracting(.null) == after.types.subtracting(.null) || areListed(before, after, within: old.intersection(new))
            || isOfAlternatives(before, within: new, self.old) || isOfAlternatives(after, within: old, self.new)
        if !isSame {
            let text = "the type went from \(before.types) to \(after.types)"
            // Of null alone, what counts is whether the other one has it.
            let isWider = old.isEmpty ? isNullable : old.isSubset(of: new)
            let isNarrower = new.isEmpty ? wasNullable : new.isSubset(of: old)
            let rule: SchemaRule = isWider ? .typeWidened : isNarrower ? .typeNarrowed : .typeChanged
            report(rule, place, text, before, after)
        }
        if wasNullable != isNullable, isSame || before.types != .any && after.types != .any {
            let text = isNullable ? "null is allowed" : "null is no longer allowed"
            report(isNullable ? .becameNullable : .becameNotNullable, place, text, before, after)
        }
    }

    /// Whether both have lists of values, which those types allow all: then nothing but the lists matters.
    private func areListed(_ before: FlatSchema, _ after: FlatSchema, within types: TypeSet) -> Bool {
        guard let old = before.listedTypes, let new = after.listedTypes else { return false }
        return old.union(new).subtracting(.null).isSubset(of: types)
    }

    /// Whether a type is said by the alternatives alone, which are of those types.
    private func isOfAlternatives(_ schema: FlatSchema, within types: TypeSet, _ document: Document) -> Bool {
        guard schema.types == .any, !schema.unions.isEmpty else { return false }
        return schema.unions.contains { union in
            union.members.allSatisfy { FlatSchema([$0], of: document).types.subtracting(.null).isSubset(of: types) }
        }
    }

    func compareFormats(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let old = before.formats.filter { !after.says(format: $0.value) }
        let new = after.formats.filter { !before.says(format: $0.value) }
        let rule: SchemaRule
        switch (old.list, new.list) {
        case (nil, nil): return
        // Those of numbers go with their types, though not every integer is a float.
        case ("int32", "float"), ("int64", "float"): rule = .formatChanged
        case _ where before.isNumber && after.isNumber && before.types.contains(.fraction) != after.types.contains(.fraction): return
        // Bytes are not a kind of text.
        case (nil, "binary") where before.isText && after.isText, ("binary", nil) where before.isText && after.isText: rule = .formatChanged
        case (nil, _): rule = .formatAdded
        case (_, nil): rule = .formatRemoved
        case ("int32", "int64"), ("float", "double"), ("int32", "double"): rule = .formatWidened
        case ("int64", "int32"), ("double", "float"), ("double", "int32"): rule = .formatNarrowed
        default: rule = .formatChanged
        }
        let text = "the format went from \(old.list ?? "none") to \(new.list ?? "none")"
        report(rule, place, text, before, after, at: old.first?.location, new.first?.location)
    }

    /// How the value is written in XML.
    func compareForms(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        guard before.xml != nil || after.xml != nil, before.xml?.value.signature != after.xml?.value.signature else { return }
        report(.xmlChanged, place, "its form in XML has changed", before, after, at: before.xml?.location, after.xml?.location)
    }

    func compareDefaults(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let (old, new) = (before.defaultValue?.value, after.defaultValue?.value)
        if old?.canonicalText != new?.canonicalText {
            let rule: SchemaRule = old == nil ? .defaultAdded : new == nil ? .defaultRemoved : .defaultChanged
            let text = "the default went from \(old.shown) to \(new.shown)"
            report(rule, place, text, before, after, at: old?.location, new?.location)
        }
    }

    func compareExtensible(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let (old, new) = (before.extensibleValues, after.extensibleValues)
        // Where there was no list or is none any more, nothing is known to come or to go.
        guard !old.isEmpty, !new.isEmpty else { return }
        let texts = (Set(old.map(\.canonicalText)), Set(new.map(\.canonicalText)))
        for value in old where !texts.1.contains(value.canonicalText) {
            report(.extensibleValueRemoved, place, "the value \(value.canonicalText) is gone", before, after, at: value.location, nil)
        }
        for value in new where !texts.0.contains(value.canonicalText) {
            report(.extensibleValueAdded, place, "the value \(value.canonicalText) is new", before, after, at: nil, value.location)
        }
    }

    func compareAllowed(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        if let old = before.constant?.value, let new = after.constant?.value {
            guard old.canonicalText != new.canonicalText else { return }
            let text = "const went from \(old.canonicalText) to \(new.canonicalText)"
            report(.constChanged, place, text, before, after, at: old.location, new.location)
            return
        }
        switch (before.listedValues, after.listedValues) {
        case (nil, nil): break
        case (nil, let new?):
            let rule: SchemaRule = after.constant == nil ? .enumAdded : .constAdded
            report(rule, place, "only \(new.shown) \(new.count == 1 ? "is" : "are") allowed", before, after, at: nil, new.first?.location)
        case (let old?, nil):
            let rule: SchemaRule = before.constant == nil ? .enumRemoved : .constRemoved
            report(rule, place, "more than \(old.shown) is allowed", before, after, at: old.first?.location, nil)
        case (let old?, let new?): compareLists(old, new, before, after, place)
        }
    }

    private func compareLists(_ old: [YAMLNode], _ new: [YAMLNode], _ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let oldTexts = Set(old.map(\.canonicalText))
        let newTexts = Set(new.map(\.canonicalText))
        guard oldTexts != newTexts else { return }
        func anchor(_ node: YAMLNode) -> Anchor { .value(text: node.text, old: before.location, new: after.location) }
        // Where null may be a value of the list or not, in the dialect of OpenAPI 3.0, it is one like others.
        let countsNull = before.isNullable && after.isNullable
        for value in old where !newTexts.contains(value.canonicalText) && (!value.isNull || countsNull) {
            let text = "the value \(value.canonicalText) is gone"
            report(.enumValueRemoved, place, text, before, after, at: value.location, nil, anchor: anchor(value))
        }
        for value in new where !oldTexts.contains(value.canonicalText) && (!value.isNull || countsNull) {
            let text = "the value \(value.canonicalText) is new"
            report(.enumValueAdded, place, text, before, after, at: nil, value.location, anchor: anchor(value))
        }
    }
}

extension FlatSchema {
    /// Whether null is allowed, by whatever says so.
    var allowsNull: Bool {
        if isNullable { return true }
        guard types.contains(.null), unions.isEmpty || types != .any else { return false }
        return listedValues?.contains(where: \.isNull) ?? true
    }
}

extension FlatSchema {
    fileprivate var isText: Bool { types.subtracting(.null) == .string }

    /// Whether it is a number, with a format of numbers if it has one.
    fileprivate var isNumber: Bool {
        !types.isDisjoint(with: [.integer, .fraction]) && types.isSubset(of: [.integer, .fraction, .null])
            && formats.allSatisfy { ["int32", "int64", "float", "double"].contains($0.value) }
    }
}

extension YAMLNode? {
    fileprivate var shown: String { self?.canonicalText ?? "none" }
}

extension [YAMLNode] {
    fileprivate var shown: String {
        let texts = prefix(5).map(\.canonicalText)
        return texts.joined(separator: ", ") + (count > 5 ? ", ..." : "")
    }
}

extension XML {
    fileprivate var signature: [String?] { [name, namespace, prefix, "\(attribute)", "\(wrapped)", nodeType] }
}

extension [FlatSchema.Found<String>] {
    fileprivate var list: String? { isEmpty ? nil : map(\.value).joined(separator: " and ") }
}
