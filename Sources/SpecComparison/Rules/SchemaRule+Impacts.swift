extension SchemaRule {
    func rule(_ direction: Direction) -> Rule {
        let impacts = impacts(direction)
        return Rule(
            id: "\(direction.rawValue)-\(rawValue)",
            client: impacts.client,
            service: impacts.service,
            meaning: "\(direction == .request ? "sent to a service" : "sent to a client"): \(meaning)",
            isDocumentation: false
        )
    }

    /// By the effect on the values, unless the generated code or the sides of an API have a say in it.
    func impacts(_ direction: Direction) -> (client: Impact, service: Impact) {
        lifeCycleImpacts ?? (direction == .request ? requestImpacts : responseImpacts) ?? effect.impacts(direction)
    }

    /// Of what is said to those who use a property.
    private var lifeCycleImpacts: (client: Impact, service: Impact)? {
        switch self {
        case .propertyDeprecated: (.may("should do without it"), .nothing)
        case .propertySunsetRemoved: (.perhaps("no longer knows when it goes"), .nothing)
        case .propertySunsetEarlier: (.perhaps("has less time than was promised"), .nothing)
        case .propertySunsetInvalid: (.perhaps("can't tell when it goes"), .nothing)
        case .propertySunsetOver: (.perhaps("has no time left to do without it"), .nothing)
        case .propertyStabilityDecreased: (.perhaps("can rely on it less"), .nothing)
        case .propertyStabilityUnknown: (.perhaps("can't tell how much to rely on it"), .nothing)
        default: nil
        }
    }

    private var requestImpacts: (client: Impact, service: Impact)? {
        switch self {
        case .requiredPropertyAdded, .propertyBecameRequired, .requiredPropertyNoLongerReadOnly:
            (.breaks("has to send it"), .may("can rely on it"))
        case .requiredPropertyWithDefaultAdded: (.perhaps("has to send it, unless the default is taken"), .may("has to take it"))
        case .optionalPropertyAdded, .propertyAddedToClosedObject, .optionalPropertyNoLongerReadOnly:
            (.may("can send it"), .may("has to take it"))
        case .requiredPropertyRemoved, .optionalPropertyRemoved, .requiredPropertyBecameReadOnly, .optionalPropertyBecameReadOnly:
            (.perhaps("what it sends is ignored or refused"), .may("no longer gets it"))
        case .propertyRemovedFromClosedObject: (.breaks("what it sends is refused"), .may("no longer gets it"))
        case .propertyRemovedBeforeSunset:
            (.breaks("what it sends is ignored or refused earlier than was promised"), .may("no longer gets it"))
        case .propertyBecameOptional: (.nothing, .may("has to do without it"))
        case .oneOfBecameAnyOf: (.nothing, .may("has to take what fits several alternatives"))
        case .alternativesOverlap: (.perhaps("is refused if what it sends fits two alternatives"), .nothing)
        case .oneOfMemberAdded, .wrappedInAlternatives:
            (.perhaps("is refused if what it sends fits two alternatives"), .may("has to take more"))
        case .extensibleValueAdded: (.may("can send it"), .may("has to take it"))
        case .defaultAdded, .defaultChanged, .defaultRemoved:
            (.perhaps("what it leaves out means something else"), .perhaps("what is left out means something else"))
        default: nil
        }
    }

    private var responseImpacts: (client: Impact, service: Impact)? {
        switch self {
        case .enumValueAdded: (.perhaps("may get a value that it does not know"), .may("can send it"))
        case .enumValueRemoved, .extensibleValueRemoved: (.may("no longer gets it"), .may("is no longer to send it"))
        case .extensibleValueAdded: (.may("may get it, as was announced"), .may("can send it"))
        case .requiredPropertyAdded, .requiredPropertyWithDefaultAdded, .propertyBecameRequired, .requiredPropertyNoLongerWriteOnly:
            (.may("can rely on it"), .breaks("has to send it"))
        case .optionalPropertyAdded, .optionalPropertyNoLongerWriteOnly: (.may("may get it"), .may("can send it"))
        case .propertyAddedToClosedObject: (.perhaps("may get it, if it refuses strangers"), .may("can send it"))
        case .requiredPropertyRemoved, .requiredPropertyBecameWriteOnly: (.breaks("no longer gets it"), .may("no longer sends it"))
        case .propertyBecameOptional: (.breaks("may not get it"), .may("need not send it"))
        case .optionalPropertyRemoved, .optionalPropertyBecameWriteOnly: (.perhaps("no longer gets it"), .may("no longer sends it"))
        case .propertyRemovedFromClosedObject: (.perhaps("no longer gets it"), .perhaps("may no longer send it"))
        case .propertyRemovedBeforeSunset: (.breaks("no longer gets it, earlier than was promised"), .may("no longer sends it"))
        case .anyOfBecameOneOf: (.nothing, .perhaps("may no longer send what fits several alternatives"))
        case .alternativesWidened: (.breaks("may get what it does not expect"), .perhaps("may have to send something else"))
        case .additionalPropertiesAllowed, .patternPropertyAddedToClosedObject:
            (.perhaps("may get members that it does not know"), .may("can send more"))
        case .defaultAdded, .defaultChanged, .defaultRemoved:
            (.perhaps("what is left out means something else"), .perhaps("what it leaves out means something else"))
        default: nil
        }
    }

    var effect: Effect { entry.effect }

    /// Whether properties or items count as evaluated, or no longer do, because of it.
    var changesEvaluation: Bool {
        switch self {
        case .oneOfAdded, .oneOfRemoved, .anyOfAdded, .anyOfRemoved, .oneOfMemberRemoved, .anyOfMemberRemoved, .conditionAdded,
            .conditionRemoved, .conditionChanged, .thenAdded, .thenRemoved, .elseAdded, .elseRemoved, .containsAdded, .containsRemoved,
            .dependentSchemaAdded, .dependentSchemaRemoved:
            true
        default: false
        }
    }

    private var meaning: String { entry.meaning }

    private var entry: (effect: Effect, meaning: String) {
        valueEntry ?? boundEntry ?? limitEntry ?? objectEntry ?? unionEntry ?? conditionEntry
    }

    private var valueEntry: (effect: Effect, meaning: String)? {
        switch self {
        case .typeWidened: (.wider, "a value may be of more types")
        case .typeNarrowed: (.narrower, "a value may be of fewer types")
        case .typeChanged: (.different, "a value is of another type")
        case .becameNullable: (.wider, "a value may be null")
        case .becameNotNullable: (.narrower, "a value may no longer be null")
        case .formatAdded: (.narrower, "a value without a format has one")
        case .formatRemoved: (.wider, "a value no longer has a format")
        case .formatWidened: (.wider, "the format takes in the older one, as int64 does int32")
        case .formatNarrowed: (.narrower, "the format is a part of the older one, as int32 is of int64")
        case .formatChanged: (.different, "a value has another format")
        case .enumAdded: (.narrower, "a value is one of a list")
        case .enumRemoved: (.wider, "a value is no longer one of a list")
        case .enumValueAdded: (.wider, "a list of values has one more")
        case .enumValueRemoved: (.narrower, "a list of values has one less")
        case .extensibleValueAdded: (.none, "a list of values that may grow (x-extensible-enum) has one more")
        case .extensibleValueRemoved: (.narrower, "a list of values that may grow (x-extensible-enum) has one less")
        case .constAdded: (.narrower, "there is one value alone")
        case .constRemoved: (.wider, "there is no longer one value alone")
        case .constChanged: (.different, "the only value is another one")
        case .defaultAdded: (.unknown, "what is left out has a default")
        case .defaultRemoved: (.unknown, "what is left out has no default any more")
        case .defaultChanged: (.unknown, "what is left out has another default")
        default: nil
        }
    }

    private var boundEntry: (effect: Effect, meaning: String)? {
        switch self {
        case .minimumAdded: (.narrower, "a number has a lower bound")
        case .minimumRemoved: (.wider, "a number has no lower bound any more")
        case .minimumIncreased: (.narrower, "the lower bound of a number is higher, or excluded")
        case .minimumDecreased: (.wider, "the lower bound of a number is lower, or included")
        case .maximumAdded: (.narrower, "a number has an upper bound")
        case .maximumRemoved: (.wider, "a number has no upper bound any more")
        case .maximumIncreased: (.wider, "the upper bound of a number is higher, or included")
        case .maximumDecreased: (.narrower, "the upper bound of a number is lower, or excluded")
        case .multipleOfAdded: (.narrower, "a number is a multiple of another one")
        case .multipleOfRemoved: (.wider, "a number need no longer be a multiple of another one")
        case .multipleOfWidened: (.wider, "a number may be a multiple of less")
        case .multipleOfNarrowed: (.narrower, "a number must be a multiple of more")
        case .multipleOfChanged: (.different, "a number is a multiple of something else")
        case .patternAdded: (.narrower, "a text has a pattern")
        case .patternRemoved: (.wider, "a text has no pattern any more")
        case .patternChanged: (.unknown, "a text has another pattern")
        case .uniqueItemsAdded: (.narrower, "no two items may be equal")
        case .uniqueItemsRemoved: (.wider, "items may be equal")
        default: nil
        }
    }

    /// Of those on counts, whose names tell it all.
    private var limitEntry: (effect: Effect, meaning: String)? {
        guard let limit = Limit.allCases.first(where: { rawValue.hasPrefix($0.ruleName) }) else { return nil }
        let what = "the \(limit.isLower ? "least" : "greatest") number of \(limit.noun)"
        if rawValue.hasSuffix("-added") { return (.narrower, "\(what) is limited") }
        if rawValue.hasSuffix("-removed") { return (.wider, "\(what) is not limited any more") }
        if rawValue.hasSuffix("-increased") { return (limit.isLower ? .narrower : .wider, "\(what) is higher") }
        if rawValue.hasSuffix("-decreased") { return (limit.isLower ? .wider : .narrower, "\(what) is lower") }
        return nil
    }

    private var objectEntry: (effect: Effect, meaning: String)? {
        switch self {
        case .requiredPropertyAdded: (.narrower, "a required property is new")
        case .requiredPropertyWithDefaultAdded: (.narrower, "a required property with a default is new")
        case .requiredPropertyRemoved: (.unknown, "a required property is gone")
        case .optionalPropertyAdded: (.unknown, "an optional property is new")
        case .optionalPropertyRemoved: (.unknown, "an optional property is gone")
        case .propertyRefused: (.narrower, "a property has the schema false")
        case .propertyRemovedBeforeSunset: (.different, "a property is gone before its x-sunset")
        case .propertyAddedToClosedObject: (.wider, "an object that refuses other properties has one more")
        case .propertyRemovedFromClosedObject: (.narrower, "an object that refuses other properties has one less")
        case .propertyBecameRequired: (.narrower, "an optional property is required")
        case .propertyBecameOptional: (.wider, "a required property is optional")
        case .requiredPropertyBecameReadOnly: (.none, "a required property is sent to clients alone")
        case .optionalPropertyBecameReadOnly: (.none, "an optional property is sent to clients alone")
        case .requiredPropertyNoLongerReadOnly: (.none, "a required property is sent to services too")
        case .optionalPropertyNoLongerReadOnly: (.none, "an optional property is sent to services too")
        case .requiredPropertyBecameWriteOnly: (.none, "a required property is sent to services alone")
        case .optionalPropertyBecameWriteOnly: (.none, "an optional property is sent to services alone")
        case .requiredPropertyNoLongerWriteOnly: (.none, "a required property is sent to clients too")
        case .optionalPropertyNoLongerWriteOnly: (.none, "an optional property is sent to clients too")
        case .propertyDeprecated: (.none, "a property is deprecated")
        case .propertySunsetAdded: (.none, "it is said when a deprecated property will go")
        case .propertySunsetRemoved: (.none, "it is no longer said when a deprecated property will go")
        case .propertySunsetEarlier: (.none, "a deprecated property will go earlier")
        case .propertySunsetLater: (.none, "a deprecated property will go later")
        case .propertySunsetInvalid: (.none, "x-sunset of a property is not a date such as 2026-12-31")
        case .propertySunsetOver: (.none, "a deprecated property was to go on a day that is over")
        case .propertyStabilityDecreased: (.none, "x-stability-level of a property is lower: from stable to beta to alpha to draft")
        case .propertyStabilityIncreased: (.none, "x-stability-level of a property is higher")
        case .propertyStabilityUnknown: (.none, "x-stability-level of a property is none of stable, beta, alpha and draft")
        case .propertyReinstated: (.none, "a property is no longer deprecated")
        case .additionalPropertiesRefused: (.narrower, "an object refuses other properties")
        case .additionalPropertiesAllowed: (.wider, "an object takes other properties")
        case .additionalPropertiesSchemaAdded: (.narrower, "other properties of an object have a schema")
        case .additionalPropertiesSchemaRemoved: (.wider, "other properties of an object have no schema any more")
        case .patternPropertyAdded: (.narrower, "properties of a pattern have a schema")
        case .patternPropertyRemoved: (.wider, "properties of a pattern have no schema any more")
        case .patternPropertyAddedToClosedObject: (.wider, "an object that refuses other properties takes those of one more pattern")
        case .patternPropertyRemovedFromClosedObject: (.narrower, "an object that refuses other properties takes those of one pattern less")
        case .propertyNamesAdded: (.narrower, "the names of properties have a schema")
        case .propertyNamesRemoved: (.wider, "the names of properties have no schema any more")
        case .dependentRequiredAdded: (.narrower, "a property asks for another one")
        case .dependentRequiredRemoved: (.wider, "a property no longer asks for another one")
        case .dependentSchemaAdded: (.narrower, "a property asks for a schema of the object")
        case .dependentSchemaRemoved: (.wider, "a property no longer asks for a schema of the object")
        case .itemsAdded: (.narrower, "items have a schema")
        case .itemsRemoved: (.wider, "items have no schema any more")
        case .prefixItemsAdded: (.unknown, "one more of the first items has a schema of its own")
        case .prefixItemsRemoved: (.unknown, "one less of the first items has a schema of its own")
        case .unevaluatedChanged: (.unknown, "unevaluatedProperties or unevaluatedItems hold for more or for less than before")
        case .containsAdded: (.narrower, "an array must contain something")
        case .containsRemoved: (.wider, "an array need no longer contain something")
        default: nil
        }
    }

    private var unionEntry: (effect: Effect, meaning: String)? {
        switch self {
        case .allOfNeverFits: (.narrower, "no value is allowed")
        case .anythingAllowed: (.wider, "values are allowed where none was")
        case .oneOfAdded: (.narrower, "oneOf is new")
        case .oneOfRemoved: (.wider, "oneOf is gone")
        case .oneOfMemberAdded: (.wider, "oneOf has one more alternative")
        case .discriminatedMemberAdded: (.wider, "oneOf has one more alternative, which a discriminator tells apart")
        case .oneOfMemberRemoved: (.narrower, "oneOf has one alternative less")
        case .anyOfAdded: (.narrower, "anyOf is new")
        case .anyOfRemoved: (.wider, "anyOf is gone")
        case .anyOfMemberAdded: (.wider, "anyOf has one more alternative")
        case .anyOfMemberRemoved: (.narrower, "anyOf has one alternative less")
        case .oneOfBecameAnyOf: (.unknown, "oneOf became anyOf")
        case .anyOfBecameOneOf: (.unknown, "anyOf became oneOf")
        case .wrappedInAlternatives: (.wider, "what was the only schema is one of several alternatives")
        case .wrappedInAnyOf: (.wider, "what was the only schema is one of several alternatives, any of which may fit")
        case .unwrappedFromAlternatives: (.narrower, "one of several alternatives is the only one")
        case .alternativesOverlap: (.unknown, "an alternative of oneOf takes more, which may fit another one as well")
        case .alternativesChanged: (.unknown, "there are other alternatives, which can't be told apart from the older ones")
        case .alternativesNarrowed: (.narrower, "there are other alternatives, which some of what was allowed does not fit")
        case .alternativesWidened: (.unknown, "there are other alternatives, which allow some of what was not allowed")
        case .alternativesReplaced:
            (.different, "there are other alternatives: they refuse some of what was allowed, and allow some of what was not")
        case .descendantAdded: (.wider, "a base schema has one more descendant")
        case .descendantRemoved: (.narrower, "a base schema has one descendant less")
        case .discriminatorAdded: (.unknown, "a property tells the alternatives apart")
        case .discriminatorRemoved: (.unknown, "no property tells the alternatives apart any more")
        case .discriminatorPropertyChanged: (.different, "another property tells the alternatives apart")
        case .discriminatorMappingAdded: (.wider, "a discriminator has one more value")
        case .discriminatorMappingRemoved: (.narrower, "a discriminator has one value less")
        case .discriminatorDefaultAdded: (.wider, "a discriminator takes values that stand for nothing else")
        case .discriminatorDefaultRemoved: (.narrower, "a discriminator no longer takes values that stand for nothing else")
        case .discriminatorMappingChanged: (.different, "a discriminator's value stands for another schema")
        default: nil
        }
    }

    private var conditionEntry: (effect: Effect, meaning: String) {
        switch self {
        case .notAdded: (.narrower, "'not' is new")
        case .notRemoved: (.wider, "'not' is gone")
        case .notChanged: (.unknown, "what must not be is something else")
        case .conditionAdded: (.narrower, "'if' is new")
        case .conditionRemoved: (.wider, "'if' is gone")
        case .conditionChanged: (.unknown, "the condition of 'if' is another one")
        case .thenAdded: (.narrower, "'then' is new")
        case .thenRemoved: (.wider, "'then' is gone")
        case .elseAdded: (.narrower, "'else' is new")
        case .elseRemoved: (.wider, "'else' is gone")
        case .contentEncodingChanged: (.different, "a text holds its content in another encoding")
        case .contentMediaTypeChanged: (.different, "a text holds content of another media type")
        case .contentSchemaAdded: (.narrower, "the content of a text has a schema")
        case .contentSchemaRemoved: (.wider, "the content of a text has no schema any more")
        case .xmlChanged: (.unknown, "a value looks otherwise in XML")
        default: (.unknown, "")
        }
    }
}
