extension StructureRule {
    var rule: Rule {
        let (client, service, meaning) = entry
        return Rule(id: rawValue, client: client, service: service, meaning: meaning, isDocumentation: self == .documentationChanged)
    }

    private typealias Entry = (client: Impact, service: Impact, meaning: String)

    private var entry: Entry {
        operationEntry ?? parameterEntry ?? bodyEntry ?? responseEntry ?? securityEntry ?? serverEntry
            ?? (.nothing, .nothing, "titles, descriptions, examples or other texts for people have changed")
    }

    private var operationEntry: Entry? {
        switch self {
        case .operationAdded: (.may("can call it"), .may("has to serve it"), "an operation is new")
        case .operationRemoved: (.breaks("its calls fail"), .may("no longer serves it"), "an operation is gone that was not to go")
        case .operationRemovedBeforeSunset:
            (.breaks("its calls fail earlier than was promised"), .may("no longer serves it"), "an operation is gone before its x-sunset")
        case .operationRemovedAfterSunset:
            (.perhaps("its calls fail, as was announced"), .may("no longer serves it"), "a deprecated operation is gone after its x-sunset")
        case .operationDeprecated: (.may("should look for another one"), .nothing, "an operation is deprecated")
        case .operationReinstated: (.nothing, .nothing, "an operation is no longer deprecated")
        case .sunsetAdded: (.may("has until then to do without it"), .nothing, "it is said when something deprecated will go")
        case .sunsetRemoved: (.perhaps("no longer knows when it goes"), .nothing, "it is no longer said when something deprecated will go")
        case .sunsetEarlier: (.perhaps("has less time than was promised"), .nothing, "what is deprecated will go earlier")
        case .sunsetLater: (.may("has more time"), .nothing, "what is deprecated will go later")
        case .stabilityDecreased:
            (.perhaps("can rely on it less"), .nothing, "x-stability-level is lower: from stable to beta to alpha to draft")
        case .stabilityIncreased: (.may("can rely on it more"), .nothing, "x-stability-level is higher")
        case .sunsetOver: (.perhaps("has no time left to do without it"), .nothing, "something deprecated was to go on a day that is over")
        case .stabilityUnknown:
            (.perhaps("can't tell how much to rely on it"), .nothing, "x-stability-level is none of stable, beta, alpha and draft")
        case .sunsetInvalid: (.perhaps("can't tell when it goes"), .nothing, "x-sunset is not a date such as 2026-12-31")
        case .operationIDChanged, .operationIDRemoved, .operationIDAdded:
            (
                .perhaps("calls a method of another name once generated anew"), .perhaps("implements a method of another name"),
                "the operationId is another one, new or gone; the calls themselves stay the same"
            )
        case .tagAdded, .tagRemoved: (.nothing, .nothing, "an operation is listed under other tags")
        case .pathParameterRenamed:
            (
                .may("the argument has another name"), .may("the argument has another name"),
                "a parameter of the path has another name; the path matches the same requests"
            )
        case .webhookAdded: (.may("sends it"), .may("may be called"), "a webhook is new")
        case .webhookRemoved: (.may("no longer sends it"), .breaks("is no longer called"), "a webhook is gone")
        case .callbackAdded: (.may("sends it"), .may("may be called"), "a callback is new")
        case .callbackRemoved: (.may("no longer sends it"), .breaks("is no longer called"), "a callback is gone")
        case .callbackURLAdded: (.may("calls there too"), .perhaps("may be called elsewhere"), "a callback goes to one more URL")
        case .callbackURLRemoved:
            (.may("no longer calls there"), .breaks("is no longer called there"), "a callback no longer goes to a URL")
        case .descriptionAdded: (.may("can call it"), .may("has to serve it"), "a whole description is new")
        case .descriptionRemoved: (.breaks("its calls fail"), .may("no longer serves it"), "a whole description is gone")
        case .versionChanged: (.nothing, .nothing, "the API has another version")
        case .schemaAdded: (.nothing, .nothing, "a schema of the components is new")
        case .schemaRemoved:
            (.may("the type of that name is gone"), .may("the type of that name is gone"), "a schema of the components is gone")
        default: nil
        }
    }

    private var parameterEntry: Entry? {
        switch self {
        case .requiredParameterAdded: (.breaks("has to send it"), .may("can rely on it"), "a required parameter is new")
        case .requiredParameterWithDefaultAdded:
            (.perhaps("has to send it, unless the default is taken"), .may("has to take it"), "a required parameter with a default is new")
        case .optionalParameterAdded: (.may("can send it"), .may("has to take it"), "an optional parameter is new")
        case .parameterRemoved:
            (.perhaps("what it sends is ignored or refused"), .may("no longer gets it"), "a parameter is gone")
        case .requiredParameterRemoved:
            (.breaks("no longer gets it"), .may("no longer sends it"), "a required parameter of a callback or a webhook is gone")
        case .parameterRemovedBeforeSunset:
            (
                .breaks("what it sends is ignored or refused earlier than was promised"), .may("no longer gets it"),
                "a parameter is gone before its x-sunset"
            )
        case .parameterRemovedAfterSunset:
            (
                .perhaps("what it sends is ignored or refused, as was announced"), .may("no longer gets it"),
                "a deprecated parameter is gone after its x-sunset"
            )
        case .parameterMoved: (.breaks("has to send it elsewhere"), .may("gets it elsewhere"), "a parameter travels elsewhere")
        case .parameterBecameRequired: (.breaks("has to send it"), .may("can rely on it"), "an optional parameter is required")
        case .parameterBecameOptional: (.nothing, .may("has to do without it"), "a required parameter is optional")
        case .parameterStyleChanged, .parameterExplodeChanged:
            (.breaks("has to write it otherwise"), .may("has to read it otherwise"), "a parameter is put into text otherwise")
        case .parameterReservedAllowed:
            (.perhaps("may write reserved characters as they are"), .may("has to read them"), "reserved characters need no escapes")
        case .parameterReservedRefused: (.breaks("has to escape reserved characters"), .nothing, "reserved characters need escapes")
        case .parameterEmptyAllowed: (.nothing, .may("has to take an empty value"), "a parameter may be empty")
        case .parameterEmptyRefused: (.breaks("an empty value is refused"), .nothing, "a parameter may no longer be empty")
        case .parameterContentChanged:
            (.breaks("has to write it otherwise"), .may("has to read it otherwise"), "a parameter is written in another media type")
        case .parameterSchemaAdded: (.breaks("what it sends may be refused"), .nothing, "a parameter without a schema has one")
        case .parameterSchemaRemoved: (.nothing, .may("has to take any value"), "a parameter has no schema any more")
        case .parameterDeprecated: (.may("should do without it"), .nothing, "a parameter is deprecated")
        case .parameterReinstated: (.nothing, .nothing, "a parameter is no longer deprecated")
        default: nil
        }
    }

    private var bodyEntry: Entry? {
        switch self {
        case .requiredBodyAdded: (.breaks("has to send a body"), .may("can rely on it"), "a required body is new")
        case .optionalBodyAdded: (.may("can send a body"), .may("has to take it"), "an optional body is new")
        case .bodyRemoved: (.breaks("its body is ignored or refused"), .may("no longer gets it"), "the body is gone")
        case .bodyBecameRequired: (.breaks("has to send a body"), .may("can rely on it"), "an optional body is required")
        case .bodyBecameOptional: (.nothing, .may("has to do without it"), "a required body is optional")
        case .requestMediaTypeAdded: (.may("can send it"), .may("has to take it"), "a body may be of one more media type")
        case .requestMediaTypeRemoved, .requestMediaTypeNarrowed:
            (.breaks("has to send another media type"), .nothing, "a body may no longer be of a media type, or of fewer")
        case .requestMediaTypeWidened: (.nothing, .may("has to take more media types"), "a body may be of more media types")
        case .requestSchemaAdded: (.breaks("what it sends may be refused"), .nothing, "a body without a schema has one")
        case .requestSchemaRemoved: (.nothing, .may("has to take any value"), "a body has no schema any more")
        case .encodingChanged:
            (
                .perhaps("a part of the form is written otherwise"), .perhaps("a part of the form is read otherwise"),
                "a property of a form is written otherwise"
            )
        default: nil
        }
    }

    private var responseEntry: Entry? {
        switch self {
        case .responseAdded: (.perhaps("may get an answer that it does not know"), .may("can answer so"), "a status below 400 is new")
        case .errorResponseAdded: (.may("may get an error that it does not know"), .may("can answer so"), "a status of an error is new")
        case .responseRemoved:
            (.breaks("no longer gets the answer that it waits for"), .breaks("may no longer answer so"), "a status below 400 is gone")
        case .errorResponseRemoved:
            (.perhaps("gets another answer in place of the error"), .perhaps("has to answer otherwise"), "a status of an error is gone")
        case .defaultResponseAdded: (.may("may get further errors"), .may("can answer so"), "further statuses are described")
        case .defaultResponseRemoved:
            (
                .perhaps("gets errors that are not described"), .perhaps("may answer with what is described alone"),
                "further statuses are no longer described"
            )
        case .responseBodyAdded: (.may("gets a body"), .breaks("has to send a body"), "an answer without a body has one")
        case .responseBodyRemoved: (.breaks("no longer gets a body"), .may("no longer sends it"), "the body of an answer is gone")
        case .responseMediaTypeAdded:
            (.perhaps("may get it, unless it asks for another one"), .may("can send it"), "an answer may be of one more media type")
        case .responseMediaTypeRemoved: (.breaks("no longer gets it"), .may("no longer sends it"), "an answer is no longer of a media type")
        case .responseMediaTypeNarrowed: (.nothing, .perhaps("may send fewer media types"), "an answer is of fewer media types")
        case .responseMediaTypeWidened:
            (.breaks("may get media types that it does not know"), .may("can send more"), "an answer may be of more media types")
        case .responseSchemaAdded: (.nothing, .perhaps("may no longer send any value"), "the body of an answer has a schema")
        case .responseSchemaRemoved: (.breaks("may get any value"), .nothing, "the body of an answer has no schema any more")
        case .requiredHeaderAdded: (.may("gets it"), .breaks("has to send it"), "a required header of an answer is new")
        case .optionalHeaderAdded: (.may("may get it"), .may("can send it"), "an optional header of an answer is new")
        case .requiredHeaderRemoved: (.breaks("no longer gets it"), .nothing, "a required header of an answer is gone")
        case .optionalHeaderRemoved: (.perhaps("no longer gets it"), .nothing, "an optional header of an answer is gone")
        case .headerBecameRequired: (.nothing, .breaks("has to send it"), "an optional header of an answer is required")
        case .headerBecameOptional: (.breaks("may not get it"), .nothing, "a required header of an answer is optional")
        case .headerFormatChanged:
            (.breaks("has to read it otherwise"), .breaks("has to write it otherwise"), "a header is put into text otherwise")
        case .headerDeprecated: (.may("should do without it"), .nothing, "a header of an answer is deprecated")
        case .headerReinstated: (.nothing, .nothing, "a header of an answer is no longer deprecated")
        case .headerSchemaAdded: (.nothing, .perhaps("may no longer send any value"), "a header without a schema has one")
        case .headerSchemaRemoved: (.breaks("may get any value"), .nothing, "a header has no schema any more")
        case .linkAdded: (.nothing, .nothing, "an answer links to one more operation")
        case .linkRemoved: (.perhaps("can't follow it any more"), .nothing, "an answer no longer links to an operation")
        case .linkChanged: (.perhaps("follows it elsewhere"), .nothing, "a link leads elsewhere")
        default: nil
        }
    }

    private var securityEntry: Entry? {
        switch self {
        case .securityAdded: (.breaks("has to say who it is"), .may("is told who calls"), "a call without credentials is refused")
        case .securityRemoved: (.nothing, .may("is no longer told who calls"), "no credentials are needed any more")
        case .securityAlternativeAdded:
            (.may("has one more way"), .may("has to take one more way"), "there is one more way to say who one is")
        case .securityAlternativeRemoved: (.breaks("has to use another way"), .nothing, "a way to say who one is is gone")
        case .securityScopeAdded: (.breaks("needs a token with one more scope"), .nothing, "one more scope is needed")
        case .securityScopeRemoved: (.nothing, .nothing, "a scope is no longer needed")
        case .securitySchemeAdded: (.nothing, .nothing, "a security scheme is new; operations say whether it is needed")
        case .securitySchemeRemoved: (.nothing, .nothing, "a security scheme is gone; operations say what is needed instead")
        case .securitySchemeTypeChanged:
            (.breaks("has to say otherwise who it is"), .may("is told otherwise who calls"), "a scheme is of another type")
        case .securitySchemeKeyChanged:
            (.breaks("has to send the key elsewhere"), .may("gets the key elsewhere"), "an API key travels elsewhere")
        case .securitySchemeHTTPChanged:
            (.breaks("has to say otherwise who it is"), .may("is told otherwise who calls"), "another scheme of HTTP is used")
        case .securitySchemeBearerFormatChanged: (.nothing, .nothing, "bearer tokens are said to be of another format")
        case .securitySchemeURLChanged: (.perhaps("gets its tokens elsewhere"), .nothing, "tokens are to be had elsewhere")
        case .securitySchemeDeprecated: (.may("should use another one"), .nothing, "a security scheme is deprecated")
        case .securitySchemeReinstated: (.nothing, .nothing, "a security scheme is no longer deprecated")
        case .oauthFlowAdded: (.may("has one more way to a token"), .nothing, "there is one more way to a token")
        case .oauthFlowRemoved: (.breaks("has to get its tokens otherwise"), .nothing, "a way to a token is gone")
        case .oauthScopeAdded: (.nothing, .nothing, "a scope is new; operations say whether it is needed")
        case .oauthScopeRemoved: (.perhaps("can't ask for it any more"), .nothing, "a scope is gone")
        default: nil
        }
    }

    private var serverEntry: Entry? {
        switch self {
        case .serverAdded: (.may("can call there"), .may("is to be served there too"), "a server is new")
        case .serverRemoved: (.perhaps("has to call elsewhere"), .may("is no longer served there"), "a server is gone")
        case .serverURLChanged:
            (.perhaps("has to call elsewhere, once the old place is gone"), .may("is served elsewhere"), "a server has another URL")
        case .serverVariableAdded: (.may("can choose its value"), .nothing, "a variable of a server's URL is new")
        case .serverVariableRemoved: (.perhaps("can't choose its value any more"), .nothing, "a variable of a server's URL is gone")
        case .serverVariableDefaultChanged: (.perhaps("calls elsewhere unless it says where"), .nothing, "a variable has another default")
        case .serverVariableValueAdded: (.may("can choose it"), .nothing, "a variable may have one more value")
        case .serverVariableValueRemoved: (.breaks("has to choose another value"), .nothing, "a variable may no longer have a value")
        case .socketAdded:
            (.perhaps("gets a websocket in place of an answer"), .breaks("has to open a websocket"), "an operation opens a websocket")
        case .socketRemoved:
            (.breaks("no longer gets a websocket"), .may("no longer opens one"), "an operation no longer opens a websocket")
        case .socketSendsAdded:
            (.perhaps("what it sends has a schema"), .may("gets messages of a schema"), "what a client sends is described")
        case .socketSendsRemoved: (.breaks("is no longer to send"), .nothing, "what a client sends is no longer described")
        case .socketReceivesAdded: (.may("may get messages"), .may("can send messages"), "what a client receives is described")
        case .socketReceivesRemoved:
            (.breaks("gets messages that are not described"), .nothing, "what a client receives is no longer described")
        case .subprotocolAdded: (.may("can ask for it"), .may("has to speak it"), "a websocket speaks one more subprotocol")
        case .subprotocolRemoved: (.breaks("can't speak it any more"), .nothing, "a websocket no longer speaks a subprotocol")
        default: nil
        }
    }
}
