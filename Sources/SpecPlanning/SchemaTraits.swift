import SpecDocument
import SpecYAML
import SwiftText

extension Schema {
    var doc: DocComment { DocComment(title, description) }

    /// Whether null is one of its values.
    var isNullable: Bool {
        nullable || types.contains(.null) || (enumeration?.contains(where: \.isNull) ?? false) || constant?.isNull == true
    }

    /// Whether null is its only value.
    var isNull: Bool {
        if let constant { return constant.isNull }
        if let enumeration, !enumeration.isEmpty, enumeration.allSatisfy(\.isNull) { return true }
        return !types.isEmpty && types.allSatisfy { $0 == .null }
    }

    /// Whether it adds nothing but null to other alternatives. `nullable: true` alone allows any value by the letter of OpenAPI 3.0, which
    /// would leave the others without a meaning; generators of descriptions write it for null.
    var isNullAlternative: Bool { isNull || (nullable && isAnything) }

    /// Whether it says nothing about values, but maybe describes them.
    var isAnything: Bool { boolean != false && saysNothingElse && types.isEmpty && required.isEmpty && constraints == nil }

    /// Whether it says no more of values than that they are objects, if it says that.
    private var isAnyObject: Bool { isConstraintOnly && required.isEmpty && constraints == nil && applicators == nil }

    /// Whether it says nothing about what values are made of, only which of their properties there must be and the like.
    var isConstraintOnly: Bool {
        boolean != false && saysNothingElse && (types.isEmpty || types == [.object])
    }

    private var saysNothingElse: Bool {
        format == nil && enumeration == nil && constant == nil && properties.isEmpty && additionalProperties == nil && items == nil
            && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty && (applicators.map(\.isConstraintOnly) ?? true)
    }

    /// The reference that this schema only describes: the one schema in its `allOf`, or in its `oneOf` or `anyOf` beside null.
    var describedReference: (reference: Reference<Schema>, isNullable: Bool)? {
        guard format == nil, enumeration == nil, constant == nil, properties.isEmpty, additionalProperties == nil, items == nil,
            required.isEmpty, constraints == nil, applicators == nil, types.isEmpty || valueTypes == [.object]
        else { return nil }
        let lists = [allOf, oneOf, anyOf].filter { !$0.isEmpty }
        guard lists.count == 1 else { return nil }
        // What holds as well, and says nothing, only describes.
        let all = allOf.isEmpty ? lists[0] : lists[0].filter { $0.inline.map { $0.isNullAlternative || !$0.isAnyObject } ?? true }
        let others = all.filter { $0.inline?.isNullAlternative != true }
        guard others.count == 1, let reference = others[0].reference, reference.siblings?.isAnything ?? true else { return nil }
        return (reference, isNullable || others.count < all.count)
    }

    /// The property names that the schema fixes with a value each, in order.
    var fixedValues: [YAMLNode]? {
        if let constant { return [constant] }
        return enumeration?.filter { !$0.isNull }
    }
}

extension Schema.Applicators {
    fileprivate var isConstraintOnly: Bool {
        prefixItems.isEmpty && patternProperties.isEmpty && contentSchema == nil
    }
}
