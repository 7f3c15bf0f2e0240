public import HTTPTypes

/// Takes a request apart for an operation, and refuses what is missing or malformed.
public struct RequestReader {
    /// The values of the path's parameters, percent-decoded.
    let parameters: [String: String]
    /// The path as it was sent.
    let path: Substring
    let route: Route?
    var query: ParameterPairs
    var cookies: ParameterPairs
    /// The header fields of the request.
    public let fields: HTTPFields
    let body: ReceivedBody

    /// - Parameter route: what the request was led by; where the path's parameters are is counted from its end.
    init(_ request: APIRequest, route: Route? = nil, parameters: [String: String], body: [UInt8]) throws(Refusal) {
        try self.init(request, route: route, parameters: parameters, content: .bytes(body))
    }

    init(_ request: APIRequest, route: Route?, parameters: [String: String], content: ReceivedBody.Content) throws(Refusal) {
        self.parameters = parameters
        self.route = route
        path = request.path
        guard let query = ParameterPairs(form: request.query ?? "", kind: "query parameter") else {
            throw .invalidData("the query is not percent-encoded UTF-8")
        }
        self.query = query
        fields = request.head.headerFields
        cookies = ParameterPairs(cookies: fields[.cookie] ?? "")
        body = ReceivedBody(content, fields: fields, strict: true)
    }

    /// A parameter of the path.
    public func path<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value {
        try Self.value(of: parameters["\(name)"] ?? "", named: "path parameter '\(name)'")
    }

    /// A parameter that the query must have.
    public mutating func query<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalQuery(name) else {
            throw .invalidData("query parameter '\(name)' is missing\(nearMiss("\(name)"))")
        }
        return value
    }

    /// A parameter that the query may have.
    public mutating func optionalQuery<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value? {
        guard let pair = try query.single("\(name)") else { return nil }
        return try Self.value(of: pair.value, named: "query parameter '\(name)'")
    }

    /// A header field that must be there.
    public func header<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalHeader(name) else { throw .invalidData("header field '\(name)' is missing") }
        return value
    }

    /// A header field that may be there.
    public func optionalHeader<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value? {
        guard let field = HTTPField.Name("\(name)"), let text = fields[field] else { return nil }
        return try Self.value(of: text, named: "header field '\(name)'")
    }

    static func value<Value: ParameterValue>(of text: String, named name: String) throws(Refusal) -> Value {
        guard let value = Value(parameterText: text) else { throw .invalidData("\(name) is not \(Value.parameterForm)") }
        return value
    }

    /// Refuses a query that holds a parameter nobody asked for: names are case sensitive, and a filter that is silently ignored would
    /// answer with everything.
    func refuseUnknownQuery() throws(Refusal) {
        guard let stray = query.strays.first else { return }
        let hint =
            query.known.isEmpty
            ? "this operation has none"
            : nearestName(to: stray.name, among: query.known).map { "did you mean '\($0)'?" }
                ?? "known are \(query.known.joined(separator: ", "))"
        throw .invalidData("unknown query parameter '\(stray.name.printable)'; \(hint) (names are case sensitive)")
    }

    func nearMiss(_ name: String) -> String {
        nearestName(to: name, among: query.pairs.map(\.name)) == nil ? "" : "; one is spelt nearly so, and names are case sensitive"
    }
}
