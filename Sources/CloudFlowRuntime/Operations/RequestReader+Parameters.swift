import HTTPTypes

/// Parameters that have a style: arrays, objects, and whatever else can be read from JSON.
extension RequestReader {
    /// A parameter of the path.
    ///
    /// - Parameter explode: whether each element has a name of its own; nil for what is usual with the style.
    public func path<Value: JSONReadable>(_ name: StaticString, style: ParameterStyle, explode: Bool? = nil) throws(Refusal) -> Value {
        let explode = explode ?? style.explodesByDefault
        guard let segment = segment(of: "\(name)"), let node = TextNode(segment: segment, named: "\(name)", style, explode: explode) else {
            throw .invalidData("path parameter '\(name)' is not of the style \(style)")
        }
        return try Self.value(of: node, named: "path parameter '\(name)'")
    }

    /// A parameter that the query must have.
    ///
    /// An object that is exploded in the style form takes the parameters that no other one took: it is read last.
    ///
    /// - Parameter explode: whether each element has a name of its own; nil for what is usual with the style.
    public mutating func query<Value: JSONReadable>(
        _ name: StaticString,
        style: ParameterStyle,
        explode: Bool? = nil
    ) throws(Refusal) -> Value {
        let explode = explode ?? style.explodesByDefault
        guard let value: Value = try query.value(named: "\(name)", style, explode: explode, isRequired: true) else {
            throw .invalidData("query parameter '\(name)' is missing\(nearMiss("\(name)"))")
        }
        return value
    }

    /// A parameter that the query may have.
    ///
    /// An object that is exploded in the style form takes the parameters that no other one took: it is read last.
    ///
    /// - Parameter explode: whether each element has a name of its own; nil for what is usual with the style.
    public mutating func optionalQuery<Value: JSONReadable>(
        _ name: StaticString,
        style: ParameterStyle,
        explode: Bool? = nil
    ) throws(Refusal) -> Value? {
        try query.value(named: "\(name)", style, explode: explode ?? style.explodesByDefault, isRequired: false)
    }

    /// A parameter that the query may have, and that may be given without a value: OpenAPI's `allowEmptyValue`.
    ///
    /// An empty value is an empty text. It sets a flag, and counts as absent for types that have none.
    public mutating func optionalQuery<Value: ParameterValue>(_ name: StaticString, allowsEmpty: Bool) throws(Refusal) -> Value? {
        guard let pair = try query.single("\(name)") else { return nil }
        if allowsEmpty, pair.value.isEmpty { return Value(parameterText: "") ?? true as? Value }
        return try Self.value(of: pair.value, named: "query parameter '\(name)'")
    }

    /// A header field that must be there, in the style simple.
    public func header<Value: JSONReadable>(_ name: StaticString, explode: Bool) throws(Refusal) -> Value {
        guard let value: Value = try optionalHeader(name, explode: explode) else { throw .invalidData("header field '\(name)' is missing") }
        return value
    }

    /// A header field that may be there, in the style simple.
    public func optionalHeader<Value: JSONReadable>(_ name: StaticString, explode: Bool) throws(Refusal) -> Value? {
        guard let field = HTTPField.Name("\(name)"), let text = fields[field] else { return nil }
        guard let node = TextNode(field: text, explode: explode) else { throw .invalidData("header field '\(name)' is not UTF-8") }
        return try Self.value(of: node, named: "header field '\(name)'")
    }

    /// A cookie that must be there.
    public mutating func cookie<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value {
        guard let value: Value = try optionalCookie(name) else { throw .invalidData("cookie '\(name)' is missing") }
        return value
    }

    /// A cookie that may be there.
    public mutating func optionalCookie<Value: ParameterValue>(_ name: StaticString) throws(Refusal) -> Value? {
        guard let pair = try cookies.single("\(name)") else { return nil }
        return try Self.value(of: pair.value, named: "cookie '\(name)'")
    }

    /// A cookie that must be there.
    ///
    /// - Parameter explode: whether each element has a name of its own; nil for what is usual with the style.
    public mutating func cookie<Value: JSONReadable>(
        _ name: StaticString,
        style: ParameterStyle,
        explode: Bool? = nil
    ) throws(Refusal) -> Value {
        let explode = explode ?? style.explodesByDefault
        guard let value: Value = try cookies.value(named: "\(name)", style, explode: explode, isRequired: true) else {
            throw .invalidData("cookie '\(name)' is missing")
        }
        return value
    }

    /// A cookie that may be there.
    ///
    /// - Parameter explode: whether each element has a name of its own; nil for what is usual with the style.
    public mutating func optionalCookie<Value: JSONReadable>(
        _ name: StaticString,
        style: ParameterStyle,
        explode: Bool? = nil
    ) throws(Refusal) -> Value? {
        try cookies.value(named: "\(name)", style, explode: explode ?? style.explodesByDefault, isRequired: false)
    }
}

extension RequestReader {
    private static func value<Value: JSONReadable>(of node: TextNode, named name: String) throws(Refusal) -> Value {
        do throws(JSONError) {
            return try node.read().result.get()
        } catch {
            throw .invalidData(error.message(for: name))
        }
    }

    /// The segment of the path where a parameter stands, as it was sent. What the route stands below comes before it.
    func segment(of name: String) -> Substring? {
        guard let route else { return nil }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).suffix(route.segments.count)
        for (segment, text) in zip(route.segments, segments) where segment.names(name) { return segment.values(in: text)?[name] }
        return nil
    }
}

extension Route.Segment {
    fileprivate func names(_ name: String) -> Bool {
        switch self {
        case .literal: false
        case .parameter(let own): own == name
        case .template(let template): template.pieces.contains(.parameter(name))
        }
    }
}
