import HTTPTypes

/// Parameters that are JSON texts: those that the spec gives a `content` of `application/json`.
extension RequestReader {
    /// A parameter of the path.
    public func path<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value {
        try Self.value(ofJSON: parameters["\(name)"] ?? "", named: "path parameter '\(name)'")
    }

    /// A parameter that the query must have.
    public mutating func query<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalQuery(json: name) else {
            throw .invalidData("query parameter '\(name)' is missing\(nearMiss("\(name)"))")
        }
        return value
    }

    /// A parameter that the query may have.
    public mutating func optionalQuery<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value? {
        guard let pair = try query.single("\(name)") else { return nil }
        return try Self.value(ofJSON: pair.value, named: "query parameter '\(name)'")
    }

    /// The JSON text that the query must be as a whole: OpenAPI's `in: querystring`. What tells who calls may stand beside it.
    public mutating func wholeQuery<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalWholeQuery(json: name) else {
            throw .invalidData("the query is missing, which is '\(name)' as JSON, percent-encoded")
        }
        return value
    }

    /// The JSON text that the query may be as a whole.
    public mutating func optionalWholeQuery<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value? {
        let strays = query.strays
        guard !strays.isEmpty else { return nil }
        // Who doesn't encode all of it may have signs in it that separate pairs.
        let text = strays.map { $0.raw.isEmpty ? $0.name : "\($0.name)=\($0.value)" }.joined(separator: "&")
        for pair in strays { query.know(pair.name) }
        return try Self.value(ofJSON: text, named: "query '\(name)'")
    }

    /// A header field that must be there.
    public func header<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalHeader(json: name) else { throw .invalidData("header field '\(name)' is missing") }
        return value
    }

    /// A header field that may be there.
    public func optionalHeader<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value? {
        guard let field = HTTPField.Name("\(name)"), let text = fields[field] else { return nil }
        return try Self.value(ofJSON: text, named: "header field '\(name)'")
    }

    /// A cookie that must be there.
    public mutating func cookie<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalCookie(json: name) else { throw .invalidData("cookie '\(name)' is missing") }
        return value
    }

    /// A cookie that may be there.
    public mutating func optionalCookie<Value: JSONReadable>(json name: StaticString) throws(Refusal) -> Value? {
        guard let pair = try cookies.single("\(name)") else { return nil }
        return try Self.value(ofJSON: pair.value, named: "cookie '\(name)'")
    }

    private static func value<Value: JSONReadable>(ofJSON text: String, named name: String) throws(Refusal) -> Value {
        do throws(JSONError) {
            return try Value(json: Array(text.utf8), strict: true)
        } catch {
            throw .invalidData("\(name): \(error)")
        }
    }
}
