/// The kinds of changes of schemas, without the direction in which values go.
enum SchemaRule: String, CaseIterable {
    case typeWidened = "type-widened"
    case typeNarrowed = "type-narrowed"
    case typeChanged = "type-changed"
    case becameNullable = "became-nullable"
    case becameNotNullable = "became-not-nullable"
    case formatAdded = "format-added"
    case formatRemoved = "format-removed"
    case formatWidened = "format-widened"
    case formatNarrowed = "format-narrowed"
    case formatChanged = "format-changed"

    case enumAdded = "enum-added"
    case enumRemoved = "enum-removed"
    case enumValueAdded = "enum-value-added"
    case enumValueRemoved = "enum-value-removed"
    case extensibleValueAdded = "extensible-enum-value-added"
    case extensibleValueRemoved = "extensible-enum-value-removed"
    case constAdded = "const-added"
    case constRemoved = "const-removed"
    case constChanged = "const-changed"
    case defaultAdded = "default-added"
    case defaultRemoved = "default-removed"
    case defaultChanged = "default-changed"

    case minimumAdded = "minimum-added"
    case minimumRemoved = "minimum-removed"
    case minimumIncreased = "minimum-increased"
    case minimumDecreased = "minimum-decreased"
    case maximumAdded = "maximum-added"
    case maximumRemoved = "maximum-removed"
    case maximumIncreased = "maximum-increased"
    case maximumDecreased = "maximum-decreased"
    case multipleOfAdded = "multiple-of-added"
    case multipleOfRemoved = "multiple-of-removed"
    case multipleOfWidened = "multiple-of-widened"
    case multipleOfNarrowed = "multiple-of-narrowed"
    case multipleOfChanged = "multiple-of-changed"
    case patternAdded = "pattern-added"
    case patternRemoved = "pattern-removed"
    case patternChanged = "pattern-changed"
    case uniqueItemsAdded = "unique-items-added"
    case uniqueItemsRemoved = "unique-items-removed"

    case minLengthAdded = "min-length-added"
    case minLengthRemoved = "min-length-removed"
    case minLengthIncreased = "min-length-increased"
    case minLengthDecreased = "min-length-decreased"
    case maxLengthAdded = "max-length-added"
    case maxLengthRemoved = "max-length-removed"
    case maxLengthIncreased = "max-length-increased"
    case maxLengthDecreased = "max-length-decreased"
    case minItemsAdded = "min-items-added"
    case minItemsRemoved = "min-items-removed"
    case minItemsIncreased = "min-items-increased"
    case minItemsDecreased = "min-items-decreased"
    case maxItemsAdded = "max-items-added"
    case maxItemsRemoved = "max-items-removed"
    case maxItemsIncreased = "max-items-increased"
    case maxItemsDecreased = "max-items-decreased"
    case minPropertiesAdded = "min-properties-added"
    case minPropertiesRemoved = "min-properties-removed"
    case minPropertiesIncreased = "min-properties-increased"
    case minPropertiesDecreased = "min-properties-decreased"
    case maxPropertiesAdded = "max-properties-added"
    case maxPropertiesRemoved = "max-properties-removed"
    case maxPropertiesIncreased = "max-properties-increased"
    case maxPropertiesDecreased = "max-properties-decreased"
    case minContainsAdded = "min-contains-added"
    case minContainsRemoved = "min-contains-removed"
    case minContainsIncreased = "min-contains-increased"
    case minContainsDecreased = "min-contains-decreased"
    case maxContainsAdded = "max-contains-added"
    case maxContainsRemoved = "max-contains-removed"
    case maxContainsIncreased = "max-contains-increased"
    case maxContainsDecreased = "max-contains-decreased"

    case requiredPropertyAdded = "required-property-added"
    case requiredPropertyWithDefaultAdded = "required-property-with-default-added"
    case requiredPropertyRemoved = "required-property-removed"
    case optionalPropertyAdded = "optional-property-added"
    case optionalPropertyRemoved = "optional-property-removed"
    case propertyRefused = "property-refused"
    case propertyRemovedBeforeSunset = "property-removed-before-sunset"
    case propertyAddedToClosedObject = "property-added-to-closed-object"
    case propertyRemovedFromClosedObject = "property-removed-from-closed-object"
    case propertyBecameRequired = "property-became-required"
    case propertyBecameOptional = "property-became-optional"
    case requiredPropertyBecameReadOnly = "required-property-became-read-only"
    case optionalPropertyBecameReadOnly = "optional-property-became-read-only"
    case requiredPropertyNoLongerReadOnly = "required-property-no-longer-read-only"
    case optionalPropertyNoLongerReadOnly = "optional-property-no-longer-read-only"
    case requiredPropertyBecameWriteOnly = "required-property-became-write-only"
    case optionalPropertyBecameWriteOnly = "optional-property-became-write-only"
    case requiredPropertyNoLongerWriteOnly = "required-property-no-longer-write-only"
    case optionalPropertyNoLongerWriteOnly = "optional-property-no-longer-write-only"
    case propertyDeprecated = "property-deprecated"
    case propertyReinstated = "property-no-longer-deprecated"
    case additionalPropertiesRefused = "additional-properties-refused"
    case additionalPropertiesAllowed = "additional-properties-allowed"
    case additionalPropertiesSchemaAdded = "additional-properties-schema-added"
    case additionalPropertiesSchemaRemoved = "additional-properties-schema-removed"
    case unevaluatedPropertiesAdded = "unevaluated-properties-added"
    case unevaluatedPropertiesRemoved = "unevaluated-properties-removed"
    case patternPropertyAdded = "pattern-property-added"
    case patternPropertyRemoved = "pattern-property-removed"
    case propertyNamesAdded = "property-names-added"
    case propertyNamesRemoved = "property-names-removed"
    case dependentRequiredAdded = "dependent-required-added"
    case dependentRequiredRemoved = "dependent-required-removed"
    case dependentSchemaAdded = "dependent-schema-added"
    case dependentSchemaRemoved = "dependent-schema-removed"

    case itemsAdded = "items-added"
    case itemsRemoved = "items-removed"
    case prefixItemsAdded = "prefix-items-added"
    case prefixItemsRemoved = "prefix-items-removed"
    case unevaluatedItemsAdded = "unevaluated-items-added"
    case unevaluatedItemsRemoved = "unevaluated-items-removed"
    case containsAdded = "contains-added"
    case containsRemoved = "contains-removed"

    case allOfNeverFits = "nothing-allowed"
    case anythingAllowed = "anything-allowed"
    case oneOfAdded = "one-of-added"
    case oneOfRemoved = "one-of-removed"
    case oneOfMemberAdded = "one-of-alternative-added"
    case oneOfMemberRemoved = "one-of-alternative-removed"
    case discriminatedMemberAdded = "discriminated-alternative-added"
    case anyOfAdded = "any-of-added"
    case anyOfRemoved = "any-of-removed"
    case anyOfMemberAdded = "any-of-alternative-added"
    case anyOfMemberRemoved = "any-of-alternative-removed"
    case oneOfBecameAnyOf = "one-of-became-any-of"
    case anyOfBecameOneOf = "any-of-became-one-of"
    case wrappedInAlternatives = "became-one-of-several"
    case unwrappedFromAlternatives = "became-the-only-alternative"
    case alternativesChanged = "alternatives-changed"
    case descendantAdded = "descendant-added"
    case descendantRemoved = "descendant-removed"
    case discriminatorAdded = "discriminator-added"
    case discriminatorRemoved = "discriminator-removed"
    case discriminatorPropertyChanged = "discriminator-property-changed"
    case discriminatorMappingAdded = "discriminator-mapping-added"
    case discriminatorMappingRemoved = "discriminator-mapping-removed"
    case discriminatorMappingChanged = "discriminator-mapping-changed"
    case discriminatorDefaultAdded = "discriminator-default-mapping-added"
    case discriminatorDefaultRemoved = "discriminator-default-mapping-removed"
    case notAdded = "not-added"
    case notRemoved = "not-removed"
    case notChanged = "not-changed"
    case conditionAdded = "if-added"
    case conditionRemoved = "if-removed"
    case conditionChanged = "if-changed"
    case thenAdded = "then-added"
    case thenRemoved = "then-removed"
    case elseAdded = "else-added"
    case elseRemoved = "else-removed"

    case contentEncodingChanged = "content-encoding-changed"
    case contentMediaTypeChanged = "content-media-type-changed"
    case contentSchemaAdded = "content-schema-added"
    case contentSchemaRemoved = "content-schema-removed"
    case xmlChanged = "xml-changed"
}

/// What a change of a schema does to the set of the values that it allows.
enum Effect {
    /// Fewer values, or the same.
    case narrower
    /// More values, or the same.
    case wider
    /// Some that were allowed are not any more, and the other way round.
    case different
    /// That can't be told.
    case unknown
    /// The same values.
    case none

    func impacts(_ direction: Direction) -> (client: Impact, service: Impact) {
        switch (self, direction) {
        case (.narrower, .request): (.breaks("what it sends may be refused"), .nothing)
        case (.narrower, .response): (.nothing, .perhaps("may no longer send all that it could"))
        case (.wider, .request): (.nothing, .may("has to take more"))
        case (.wider, .response): (.breaks("may get what it does not expect"), .nothing)
        case (.different, .request): (.breaks("has to send something else"), .may("gets something else"))
        case (.different, .response): (.breaks("gets something else"), .breaks("has to send something else"))
        case (.unknown, .request): (.perhaps("what it sends may be refused"), .may("may have to take something else"))
        case (.unknown, .response): (.perhaps("may get what it does not expect"), .perhaps("may have to send something else"))
        case (.none, _): (.nothing, .nothing)
        }
    }
}
