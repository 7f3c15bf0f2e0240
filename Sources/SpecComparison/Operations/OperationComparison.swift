import SpecDocument
import SpecYAML

/// An operation and the path that it belongs to.
struct Call {
    var operation: Operation
    var item: PathItem
    /// Of its method.
    var location: Location
}

extension Comparer {
    /// Who writes what a caller sends.
    var requestDirection: Direction { isCallback ? .response : .request }

    /// - Parameter renamed: the newer names of the path's parameters.
    func compare(_ before: Call, _ after: Call, _ renamed: [String: String], in context: Context) {
        let (old, new) = (before.operation, after.operation)
        compareNames(before, after, in: context)
        compareDeprecation(before, after, in: context)
        compareStability(before, after, in: context)
        compareParameters(before, after, renamed, in: context)
        compareBodies(before, after, in: context)
        compareResponses(old, new, in: context)
        compareSecurity(before, after, in: context)
        compareSockets(before, after, in: context)
        compareCallbacks(old, new, in: context)
    }

    private func anchor(_ context: Context) -> Anchor { .operation(old: context.operation[0], new: context.operation[1]) }

    private func compareNames(_ before: Call, _ after: Call, in context: Context) {
        let (old, new) = (before.operation, after.operation)
        if old.operationId?.text != new.operationId?.text {
            let rule: StructureRule =
                old.operationId == nil ? .operationIDAdded : new.operationId == nil ? .operationIDRemoved : .operationIDChanged
            let text = "the operationId went from \(old.operationId?.text ?? "none") to \(new.operationId?.text ?? "none")"
            report(
                rule,
                in: context,
                text,
                old.operationId?.location ?? before.location,
                new.operationId?.location ?? after.location,
                anchor(context)
            )
        }
        for tag in new.tags where !old.tags.contains(tag) {
            report(.tagAdded, in: context, "the tag \(tag) is new", before.location, after.location)
        }
        for tag in old.tags where !new.tags.contains(tag) {
            report(.tagRemoved, in: context, "the tag \(tag) is gone", before.location, after.location)
        }
        compareTexts("the summary", old.summary, new.summary, in: context, before.location, after.location)
        compareTexts("the description", old.description, new.description, in: context, before.location, after.location)
        compareTexts(
            "the link to further documentation",
            old.externalDocs?.url,
            new.externalDocs?.url,
            in: context,
            before.location,
            after.location
        )
    }

    private func compareDeprecation(_ before: Call, _ after: Call, in context: Context) {
        let (old, new) = (before.operation, after.operation)
        if old.deprecated != new.deprecated {
            let rule: StructureRule = new.deprecated ? .operationDeprecated : .operationReinstated
            let text = new.deprecated ? "it is deprecated" : "it is no longer deprecated"
            report(rule, in: context, text, before.location, after.location, anchor(context))
        }
        guard old.deprecated || new.deprecated else { return }
        compareSunsets(old.extensions, new.extensions, isDeprecated: new.deprecated, in: context, before.location, after.location)
    }

    private func compareStability(_ before: Call, _ after: Call, in context: Context) {
        let (old, new) = (before.operation.extensions["x-stability-level"], after.operation.extensions["x-stability-level"])
        guard let change = StabilityChange(from: old?.text, to: new?.text) else { return }
        let rule: StructureRule =
            switch change.kind {
            case .decreased: .stabilityDecreased
            case .increased: .stabilityIncreased
            case .unknown: .stabilityUnknown
            }
        report(rule, in: context, change.text, old?.location ?? before.location, new?.location ?? after.location)
    }

    func compareSunsets(
        _ before: Extensions,
        _ after: Extensions,
        isDeprecated: Bool,
        in context: Context,
        _ old: Location,
        _ new: Location
    ) {
        let (was, now) = (before["x-sunset"], after["x-sunset"])
        guard let change = SunsetChange(from: was?.text, to: now?.text, isDeprecated: isDeprecated, today: today) else { return }
        let rule: StructureRule =
            switch change.kind {
            case .added: .sunsetAdded
            case .removed: .sunsetRemoved
            case .earlier: .sunsetEarlier
            case .later: .sunsetLater
            case .invalid: .sunsetInvalid
            case .over: .sunsetOver
            }
        report(rule, in: context, change.text, was?.location ?? old, now?.location ?? new)
    }

    private func compareSockets(_ before: Call, _ after: Call, in context: Context) {
        let inside = context.adding("websocket")
        switch (before.operation.webSocket, after.operation.webSocket) {
        case (nil, nil): return
        case (nil, let new?): report(.socketAdded, in: inside, "it opens a websocket", before.location, new.location, anchor(context))
        case (let old?, nil):
            report(.socketRemoved, in: inside, "it no longer opens a websocket", old.location, after.location, anchor(context))
        case (let old?, let new?): compare(old, new, in: inside)
        }
    }

    private func compare(_ before: WebSocket, _ after: WebSocket, in context: Context) {
        compare(
            before.sends,
            after.sends,
            (.socketSendsAdded, .socketSendsRemoved),
            requestDirection,
            in: context.adding("sends"),
            before.location,
            after.location
        )
        compare(
            before.receives,
            after.receives,
            (.socketReceivesAdded, .socketReceivesRemoved),
            requestDirection.reversed,
            in: context.adding("receives"),
            before.location,
            after.location
        )
        for name in before.subprotocols where !after.subprotocols.contains(name) {
            report(.subprotocolRemoved, in: context, "the subprotocol \(name) is gone", before.location, after.location)
        }
        for name in after.subprotocols where !before.subprotocols.contains(name) {
            report(.subprotocolAdded, in: context, "the subprotocol \(name) is new", before.location, after.location)
        }
    }

    /// A schema that may be missing on either side.
    func compare(
        _ before: Referenced<Schema>?,
        _ after: Referenced<Schema>?,
        _ rules: (added: StructureRule, removed: StructureRule),
        _ direction: Direction,
        in context: Context,
        _ old: Location,
        _ new: Location,
        holder: Anchor? = nil,
        isText: Bool = false
    ) {
        let holder = holder ?? anchor(context)
        switch (before, after) {
        case (nil, nil): break
        // The schema that allows anything says as much as none.
        case (nil, let schema?) where schema.allowsAnything: break
        case (let schema?, nil) where schema.allowsAnything: break
        case (nil, let schema?): report(rules.added, in: context, "it has a schema", old, schema.location)
        case (let schema?, nil): report(rules.removed, in: context, "it has no schema any more", schema.location, new)
        case (let before?, let after?):
            compareSchemas([before], [after], SchemaContext(context: context, direction: direction, isText: isText, holder: holder))
        }
    }
}
