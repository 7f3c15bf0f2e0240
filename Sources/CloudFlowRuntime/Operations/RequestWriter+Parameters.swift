import HTTPTypes

/// Parameters that have a style: arrays, objects, and whatever else has a JSON form. Nil is left out.
extension RequestWriter {
    /// Fills the place of a parameter in the path.
    ///
    /// - Parameters:
    ///   - explode: whether each element has a name of its own; nil for what is usual with the style.
    ///   - allowsReserved: OpenAPI's `allowReserved`: leaves in what RFC 3986 reserves and a path can hold.
    public mutating func path(
        _ name: StaticString,
        _ value: some JSONWritable,
        style: ParameterStyle,
        explode: Bool? = nil,
        allowsReserved: Bool = false
    ) {
        guard let content = content(of: value, for: "path parameter '\(name)'") else { return }
        guard !content.isEmpty else { return fail("the path parameter '\(name)' is empty") }
        let explode = explode ?? style.explodesByDefault
        path("\(name)", encoded: content.pathText(named: "\(name)", style, explode: explode, allowsReserved: allowsReserved))
    }

    /// Adds a parameter to the query that must be there: an array or object that is empty is sent as an empty text.
    ///
    /// - Parameters:
    ///   - explode: whether each element has a name of its own; nil for what is usual with the style.
    ///   - allowsReserved: OpenAPI's `allowReserved`: leaves in what RFC 3986 reserves and a query can hold.
    public mutating func query<Value: JSONWritable>(
        _ name: StaticString,
        _ value: Value,
        style: ParameterStyle,
        explode: Bool? = nil,
        allowsReserved: Bool = false
    ) {
        query("\(name)", value, style, explode ?? style.explodesByDefault, allowsReserved, isRequired: true)
    }

    /// Adds a parameter to the query that may be left out, and is when it is an empty array or object.
    public mutating func query<Value: JSONWritable>(
        _ name: StaticString,
        _ value: Value?,
        style: ParameterStyle,
        explode: Bool? = nil,
        allowsReserved: Bool = false
    ) {
        guard let value else { return }
        query("\(name)", value, style, explode ?? style.explodesByDefault, allowsReserved, isRequired: false)
    }

    /// Adds a header field that must be there: an array or object that is empty is sent as an empty text.
    ///
    /// Nothing is percent-encoded but what would tear the list, and what no field can hold.
    public mutating func header<Value: JSONWritable>(_ name: StaticString, _ value: Value, explode: Bool) {
        header("\(name)", value, explode, isRequired: true)
    }

    /// Adds a header field that may be left out, and is when it is an empty array or object.
    public mutating func header<Value: JSONWritable>(_ name: StaticString, _ value: Value?, explode: Bool) {
        guard let value else { return }
        header("\(name)", value, explode, isRequired: false)
    }

    /// Adds a cookie that must be there: an array or object that is empty is sent as an empty text.
    public mutating func cookie<Value: JSONWritable>(
        _ name: StaticString,
        _ value: Value,
        style: ParameterStyle,
        explode: Bool? = nil
    ) {
        cookie("\(name)", value, style, explode ?? style.explodesByDefault, isRequired: true)
    }

    /// Adds a cookie that may be left out, and is when it is an empty array or object.
    public mutating func cookie<Value: JSONWritable>(
        _ name: StaticString,
        _ value: Value?,
        style: ParameterStyle,
        explode: Bool? = nil
    ) {
        guard let value else { return }
        cookie("\(name)", value, style, explode ?? style.explodesByDefault, isRequired: false)
    }

    /// Adds a cookie; nil leaves it out.
    public mutating func cookie(_ name: StaticString, _ value: (some ParameterValue)?) {
        guard let value else { return }
        cookies.append("\("\(name)".percentEncoded)=\(value.parameterText.percentEncoded)")
    }
}

extension RequestWriter {
    private mutating func query(
        _ name: String,
        _ value: some JSONWritable,
        _ style: ParameterStyle,
        _ explode: Bool,
        _ allowsReserved: Bool,
        isRequired: Bool
    ) {
        let encode = { (text: String) in text.queryEncoded(allowsReserved: allowsReserved) }
        guard let json = json(of: value, for: "query parameter '\(name)'") else { return }
        if style == .deepObject, json.kind == .object || json.kind == .array {
            let pairs = json.deepPairs(named: name)
            if pairs.contains(where: \.isTorn) { fail("a member of the query parameter '\(name)' has a name that can't stand in brackets") }
            for pair in pairs where isRequired || pair.name != name { addQuery(pair.name.percentEncoded, encode(pair.value)) }
            return
        }
        guard let content = ParameterContent(json, repeatsLists: explode), isRequired || !content.isEmpty else { return }
        if !explode, content.isTorn(by: style) { fail("an element of the query parameter '\(name)' holds what separates elements") }
        for pair in content.pairs(named: name, style, explode: explode, encode) { addQuery(pair.name, pair.value) }
    }

    private mutating func header(_ name: String, _ value: some JSONWritable, _ explode: Bool, isRequired: Bool) {
        guard let content = content(of: value, for: "header field '\(name)'"), isRequired || !content.isEmpty else { return }
        guard let field = HTTPField.Name(name) else { return fail("'\(name)' can't be the name of a header field") }
        fields[field] = content.joined(by: ",", explode: explode) { $0.fieldEncoded(without: explode ? ",=" : ",") }
    }

    private mutating func cookie(_ name: String, _ value: some JSONWritable, _ style: ParameterStyle, _ explode: Bool, isRequired: Bool) {
        guard let json = json(of: value, for: "cookie '\(name)'"), let content = ParameterContent(json, repeatsLists: explode) else {
            return
        }
        guard isRequired || !content.isEmpty else { return }
        let encode = { (text: String) in style == .cookie ? text : text.percentEncoded }
        let pairs = content.pairs(named: name, style, explode: explode, encode)
        let isWhole = pairs.allSatisfy { pair in
            (pair.name + pair.value).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ";") }
        }
        if !isWhole { return fail("the cookie '\(name)' holds what cookies can't") }
        cookies += pairs.map { "\($0.name)=\($0.value)" }
    }

    private mutating func content(of value: some JSONWritable, for place: String) -> ParameterContent? {
        json(of: value, for: place).flatMap { ParameterContent($0) }
    }

    mutating func json(of value: some JSONWritable, for place: String) -> JSONValue? {
        do throws(JSONError) {
            return try JSONValue(encoding: value)
        } catch {
            fail("\(place): \(error.reason)")
            return nil
        }
    }
}
