public import HTTPTypes

/// Takes a request apart for an operation, and refuses what is missing or malformed.
public struct RequestReader {
    /// The values of the path's parameters, percent-decoded.
    private let parameters: [String: String]
    private let query: [(name: String, value: String)]
    public let fields: HTTPFields
    let body: [UInt8]
    private var known: [String] = []

    init(_ request: APIRequest, parameters: [String: String], body: [UInt8]) throws(Refusal) {
        self.parameters = parameters
        query = try Self.pairs(of: request.query ?? "")
        fields = request.head.headerFields
        self.body = body
    }

    private static func pairs(of query: Substring) throws(Refusal) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for pair in query.split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            let value = pair.dropFirst(name.count + 1)
            guard let name = name.percentDecoded(plusIsSpace: true), let value = value.percentDecoded(plusIsSpace: true) else {
                throw .invalidData("the query is not percent-encoded UTF-8")
            }
            pairs.append((name, value))
        }
        return pairs
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
        let name = "\(name)"
        known.append(name)
        let values = query.filter { $0.name == name }
        guard let value = values.first?.value else { return nil }
        guard values.count == 1 else { throw .invalidData("query parameter '\(name)' is given \(values.count) times; give it once") }
        return try Self.value(of: value, named: "query parameter '\(name)'")
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

    /// A JSON body that must be there.
    public func json<Value: JSONReadable>() throws(Refusal) -> Value {
        guard let value: Value = try optionalJSON() else { throw .invalidData("the body is missing; send JSON") }
        return value
    }

    /// A JSON body that may be there.
    public func optionalJSON<Value: JSONReadable>() throws(Refusal) -> Value? {
        if body.isEmpty { return nil }
        if let coding = fields[.contentEncoding], coding.lowercased() != "identity" { throw .unsupportedContentCoding }
        let type = fields[.contentType].map(mediaTypeEssence)
        guard let type, isJSON(type) else { throw .unsupportedMediaType }
        do throws(JSONError) {
            return try Value(json: body, strict: true)
        } catch {
            throw .invalidData("\(error)")
        }
    }

    private static func value<Value: ParameterValue>(of text: String, named name: String) throws(Refusal) -> Value {
        guard let value = Value(parameterText: text) else { throw .invalidData("\(name) is not \(Value.parameterForm)") }
        return value
    }

    /// Refuses a query that holds a parameter nobody asked for: names are case sensitive, and a filter that is silently ignored would
    /// answer with everything.
    func refuseUnknownQuery() throws(Refusal) {
        guard let stray = query.first(where: { !known.contains($0.name) }) else { return }
        let hint =
            known.isEmpty
            ? "this operation has none"
            : nearestName(to: stray.name, among: known).map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))"
        throw .invalidData("unknown query parameter '\(stray.name.printable)'; \(hint) (names are case sensitive)")
    }

    private func nearMiss(_ name: String) -> String {
        nearestName(to: name, among: query.map(\.name)) == nil ? "" : "; one is spelt nearly so, and names are case sensitive"
    }
}
