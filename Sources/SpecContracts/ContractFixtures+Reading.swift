import SchemaValidation
public import SpecYAML

extension ContractFixtures {
    /// Reads a file of fixtures, in YAML or JSON:
    ///
    ///     parameters: {referenceId: till-7}
    ///     operations:
    ///       getDevice:
    ///         statuses:
    ///           404: {parameters: {referenceId: nobody}}
    ///       sendRequest:
    ///         body: {requestId: r-1, payload: {}, callbackUrl: "https://example.com"}
    ///         statuses:
    ///           409: {before: [{operation: sendRequest}], body: {requestId: r-1, payload: 1, callbackUrl: "https://example.com"}}
    ///
    /// Throws all that is wrong with it.
    public init(reading file: SpecFile) throws(Diagnostics) {
        var reader = FixtureReader()
        let fixtures = reader.fixtures(try YAMLNode(parsing: file))
        guard reader.findings.isEmpty else { throw Diagnostics(reader.findings) }
        self = fixtures
    }
}

private struct FixtureReader {
    var findings: [Diagnostic] = []

    mutating func fixtures(_ node: YAMLNode) -> ContractFixtures {
        var fixtures = ContractFixtures()
        for entry in entries(node, ["parameters", "operations"]) {
            switch entry.key.text {
            case "parameters": fixtures.parameters = parameters(entry.value)
            default: for entry in mapping(entry.value) { fixtures.operations[entry.key.text] = operation(entry.value) }
            }
        }
        return fixtures
    }

    private mutating func operation(_ node: YAMLNode) -> ContractFixtures.Operation {
        var operation = ContractFixtures.Operation()
        for entry in entries(node, ["parameters", "body", "before", "statuses", "skip"]) {
            switch entry.key.text {
            case "skip": operation.skip = entry.value.text
            case "statuses":
                for entry in mapping(entry.value) {
                    guard let status = Int(entry.key.text), 100...599 ~= status else {
                        fail(entry.key, "'\(entry.key.text)' is no HTTP status; give a number such as 404")
                        continue
                    }
                    operation.statuses[status] = call(entry.value, ["parameters", "body", "before"])
                }
            default: set(entry, of: &operation.call)
            }
        }
        return operation
    }

    private mutating func call(_ node: YAMLNode, _ known: [String]) -> ContractFixtures.Call {
        var call = ContractFixtures.Call()
        for entry in entries(node, known) { set(entry, of: &call) }
        return call
    }

    private mutating func set(_ entry: YAMLNode.Entry, of call: inout ContractFixtures.Call) {
        switch entry.key.text {
        case "operation": call.operation = entry.value.text
        case "parameters": call.parameters = parameters(entry.value)
        case "body": call.body = SchemaValue(entry.value)
        default:
            if entry.value.kind != .sequence { fail(entry.value, "'before' is no list of calls; write '- operation:' for each") }
            call.before = entry.value.items.map { self.call($0, ["operation", "parameters", "body"]) }
            for (node, call) in zip(entry.value.items, call.before) where call.operation == nil {
                fail(node, "a call that goes before needs 'operation:', the id of its operation")
            }
        }
    }

    private mutating func parameters(_ node: YAMLNode) -> [String: SchemaValue] {
        mapping(node).reduce(into: [:]) { $0[$1.key.text] = SchemaValue($1.value) }
    }

    private mutating func entries(_ node: YAMLNode, _ known: [String]) -> [YAMLNode.Entry] {
        mapping(node).filter { entry in
            if known.contains(entry.key.text) { return true }
            fail(entry.key, "unknown key '\(entry.key.text)'; known are \(known.map { "'\($0)'" }.joined(separator: ", "))")
            return false
        }
    }

    private mutating func mapping(_ node: YAMLNode) -> [YAMLNode.Entry] {
        if node.kind != .mapping { fail(node, "this is no mapping; write 'key: value' lines") }
        return node.entries
    }

    private mutating func fail(_ node: YAMLNode, _ message: String) {
        findings.append(Diagnostic(.error, at: node.location, message))
    }
}
