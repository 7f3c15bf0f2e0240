extension StructureRule {
    /// What a change does in callbacks and webhooks, where the service calls and a client is called.
    ///
    /// A client that is called goes by the older description, as one does that gets a response: what it need not have known how to read
    /// breaks it. A service that calls has the newer description. `nil` where the sides just change places.
    var calledBack: (client: Impact, service: Impact)? {
        switch self {
        case .parameterBecameOptional, .bodyBecameOptional: (.breaks("may not get it"), .may("need not send it"))
        case .requestMediaTypeAdded: (.perhaps("may get a media type that it does not know"), .may("can send it"))
        case .requestMediaTypeWidened: (.breaks("may get media types that it does not know"), .may("can send more"))
        case .requestMediaTypeRemoved, .requestMediaTypeNarrowed: (.nothing, .perhaps("may send fewer media types"))
        case .requestSchemaRemoved, .parameterSchemaRemoved: (.breaks("may get what it does not expect"), .nothing)
        case .requestSchemaAdded, .parameterSchemaAdded: (.nothing, .perhaps("may no longer send all that it could"))
        case .parameterEmptyAllowed: (.perhaps("may get an empty value"), .nothing)
        case .responseMediaTypeRemoved, .responseMediaTypeNarrowed: (.breaks("has to answer with another media type"), .nothing)
        case .responseSchemaAdded: (.breaks("what it answers may be refused"), .nothing)
        default: nil
        }
    }
}
