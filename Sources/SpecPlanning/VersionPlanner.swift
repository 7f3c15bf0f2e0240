import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

/// Plans one version. What can't be planned is reported and replaced by the nearest thing that can.
struct VersionPlanner {
    let source: VersionSource
    var diagnostics: [Diagnostic] = []
    /// The names of the version's namespace. Each is a file's name as well, and some file systems ignore case.
    var scope: NameScope
    /// The types of the components' schemas, by the schema's name.
    var componentTypes: [String: SwiftType] = [:]
    var models: [ModelPlan] = []
    /// The answers that are components, by the component's name.
    var sharedAnswers: [String: AnswerPlan] = [:]
    /// Whether what is planned stands in a form of parts, where a string of bytes is a file.
    var plansForm = false
    /// The names that the configuration gives to schemas, by where these are.
    let chosenNames: [Location: SwiftName]
    /// What references lead to, settled.
    var settledTargets: [String: Schema] = [:]
    /// The references that are being followed.
    var settling: Set<String> = []
    var settlingDepth = 0
    /// The inline schemas that are being planned, by where they stand.
    var underway: [SchemaPlace: UnderwayType] = [:]
    /// How many of these are types with names.
    var namedUnderway = 0
    /// What inline schemas become that lead back to themselves, by where they stand.
    var recursiveTypes: [SchemaPlace: SwiftType] = [:]
    /// The names that properties of the objects which are being planned take, by where these stand.
    var openPlaces: [Location: SwiftName] = [:]
    var reportedCycles: Set<String> = []
    /// The security requirements that have been looked at: many operations share one.
    var seenRequirements: Set<Location> = []
    /// The schemas whose patterns are noted as not checked.
    var notedPatterns: Set<Location> = []
    /// The media types of which it has been noted that their schemas are not followed.
    var notedMediaTypes: Set<String> = []
    /// The components that stand for one of their descendants each.
    let descendants: [String: [String]]
    var pendingLiterals: [PendingLiteral] = []
    var tags: [DiscriminatorTag] = []
    var kindsUnderway: Set<SchemaPlace> = []
    /// Where the schemas of the models are.
    var locations: [SwiftName: Location] = [:]
    /// Where the answers of operations are, by the names of the operations' types.
    var answerLocations: [SwiftName: [Int: Location]] = [:]

    var document: Document { source.document }

    /// - Parameter namespaces: those of all versions of the module, which nothing in a namespace may hide.
    init(_ source: VersionSource, besides namespaces: [SwiftName]) {
        self.source = source
        chosenNames = source.chosenNames
        descendants = source.document.descendantsOfBases()
        scope = NameScope(reserving: reservedTypeNames.union(namespaces), ignoringCase: true)
    }

    mutating func plan() -> VersionPlan {
        nameComponents()
        planComponents()
        var operations = operationPlans(securedBy: securitySchemePlans())
        var callbacks = callbackPlans()
        applyLiterals()
        breakAliasCycles()
        boxValues(in: &operations, &callbacks)
        takeSides(of: &operations, &callbacks)
        splitByAccess(&operations, besides: callbacks.flatMap(\.operations))
        let failures = shareFailures(of: &operations)
        let info = document.info
        let title = [info.title, info.version].filter { !$0.isEmpty }.joined(separator: " ")
        let servers = serverPlans()
        if source.hasMock { addMockAnswers(to: &operations) }
        var plan = VersionPlan(
            namespace: source.namespace,
            spec: source.spec,
            title: title.isEmpty ? source.spec : title,
            doc: DocComment(title.isEmpty ? nil : "\(title).", info.description),
            servers: servers,
            basePath: basePath,
            security: SecurityPlan(of: operations),
            models: models.sorted { $0.name < $1.name },
            operations: operations,
            callbacks: callbacks,
            answers: sharedAnswers.values.filter { !$0.declaredNames.isEmpty }.sorted { $0.declaredNames[0] < $1.declaredNames[0] }
        )
        plan.hasHashableModels = source.hasHashableModels
        plan.sides = source.sides
        plan.failures = failures
        plan.places = locations.mapValues { place($0) }
        plan.answerPlaces = answerLocations.mapValues { $0.mapValues { place($0) } }
        return plan
    }

    /// A place as generated code names it: the same on every machine.
    private func place(_ location: Location) -> String {
        let file = location.file.split(separator: "/").last.map(String.init) ?? location.file
        let name = location.file == document.location.file ? source.spec : file
        return location.line.map { "\(name):\($0)" } ?? name
    }

    mutating func warn(at location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.warning, at: location, message))
    }

    /// Reports that something of the spec is missing from the plan.
    mutating func leaveOut(at location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.warning, at: location, message, leavesOut: true))
    }

    mutating func note(at location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.note, at: location, message))
    }

    /// Every component has its name before anything refers to it.
    private mutating func nameComponents() {
        for entry in document.components.schemas {
            if let mapped = source.naming.types[entry.key] {
                componentTypes[entry.key] = .named(mapped)
            } else if let given = chosenNames[entry.value.location] {
                componentTypes[entry.key] = .named(scope.take(given, orAdding: "Model"))
            }
        }
        for entry in document.components.schemas where componentTypes[entry.key] == nil {
            componentTypes[entry.key] = .named(scope.take(SwiftName(type: entry.key), orAdding: "Model"))
        }
    }

    private mutating func planComponents() {
        let forms = formComponents
        for entry in document.components.schemas where source.naming.types[entry.key] == nil {
            guard case .named(let name)? = componentTypes[entry.key] else { continue }
            plansForm = forms.contains(entry.key)
            planComponent(entry.value, named: name, key: entry.key)
            plansForm = false
        }
    }
}

/// What a namespace's own declarations must not be called: the code inside would mean them instead of what it needs, or their files would
/// have the names of others.
private let reservedTypeNames: Set<SwiftName> = [
    "AdaptedService", "Client", "Former", "Namespace", "Server", "Service", "Unchanged",
    "CallbackClient", "CallbackService", "WebhookClient", "WebhookService",
    "Failure", "MockService", "Newer", "Output", "Principal",
    "APIKey", "Authentication", "BasicCredentials", "TokenSource",
    "Any", "Array", "Bool", "Dictionary", "Double", "Error", "Float", "Hashable", "Int", "Int32", "Int64", "Never", "Optional",
    "Protocol", "Result",
    "Self", "Sendable", "String", "Type", "Void",
    "Body", "EventStream", "JSONLines", "MediaType", "MultipartBody", "MultipartPart", "ServerSentEvent", "TypedBody",
    "APIClient", "APIError", "APIResponse", "AuthenticationFailure", "BearerToken", "CallFailure", "CallOptions", "ClientMiddleware",
    "ClientTransport", "EnumTable", "ErrorCode", "JSONModel", "JSONReader", "JSONValue", "JSONWriter", "OpenEnum", "Operation",
    "OperationFailure",
    "Base64Bytes", "Boxed", "BoxedOptional", "CalendarDate", "DateTime", "DecimalText", "ExactNumber", "ISODuration", "Nullable",
    "OpenIntegerEnum", "OpenValueEnum", "Secret", "StringFormat", "TimeOfDay", "UInt32", "UInt64", "URIText", "UUIDText",
    "ClientOperation", "ServiceOperation",
    "Refusal", "RequestReader", "RequestWriter", "ResponseContent", "ResponseReader", "ResponseWriter", "Route", "ServerRoute",
    "Socket", "SocketContract", "SocketOperation", "SocketTransport", "SocketUpgrade",
]
