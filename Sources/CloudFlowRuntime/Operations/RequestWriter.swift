public import HTTPTypes

/// Builds the request of an operation. It keeps the first problem, which the client throws before anything is sent.
public struct RequestWriter {
    let route: Route
    /// The segments of the path's parameters, percent-encoded.
    private var parameters: [String: String] = [:]
    private var query = ""
    /// The cookies, each as `name=value`.
    var cookies: [String] = []
    /// The header fields of the request.
    public var fields: HTTPFields = [:]
    private var body = Body()
    private(set) var problem: String?

    init(_ route: Route) {
        self.route = route
    }

    /// Fills the place of a parameter in the path.
    public mutating func path(_ name: StaticString, _ value: some ParameterValue) {
        path("\(name)", encoded: value.parameterText.percentEncoded)
    }

    /// Fills the place of a parameter in the path with text that is percent-encoded.
    mutating func path(_ name: String, encoded text: String) {
        if text.isEmpty { fail("the path parameter '\(name)' is empty") }
        // A path's "." and ".." are worked out on the way (RFC 3986, section 5.2.4), also when the dots are encoded: the request would lead
        // elsewhere.
        if text.replacing("%2E", with: ".") == "." || text.replacing("%2E", with: ".") == ".." {
            fail("the path parameter '\(name)' comes to dots alone, which paths can't hold")
        }
        parameters[name] = text
    }

    /// Adds a parameter to the query; nil leaves it out.
    public mutating func query(_ name: StaticString, _ value: (some ParameterValue)?) {
        guard let value else { return }
        addQuery("\(name)".percentEncoded, value.parameterText.percentEncoded)
    }

    /// Adds a pair to the query; both parts are percent-encoded.
    mutating func addQuery(_ name: String, _ value: String) {
        query += "\(query.isEmpty ? "?" : "&")\(name)=\(value)"
    }

    /// Adds what has no name to the query, percent-encoded.
    mutating func addQuery(_ text: String) {
        query += "\(query.isEmpty ? "?" : "&")\(text)"
    }

    /// Adds a header field; nil leaves it out.
    public mutating func header(_ name: StaticString, _ value: (some ParameterValue)?) {
        guard let value else { return }
        guard let field = HTTPField.Name("\(name)") else { return fail("'\(name)' can't be the name of a header field") }
        fields[field] = value.parameterText
    }

    /// Sets a JSON body; nil leaves it out.
    public mutating func json(_ value: (some JSONWritable)?) {
        guard let value else { return }
        body { () throws(JSONError) in try .json(value, "application/json") }
    }

    /// Sets the body.
    mutating func body(_ encode: () throws(JSONError) -> EncodedBody) {
        do throws(JSONError) {
            let encoded = try encode()
            body = encoded.body
            fields[.contentType] = encoded.contentType
        } catch {
            fail("\(error)")
        }
    }

    mutating func fail(_ problem: String) {
        self.problem = self.problem ?? problem
    }

    /// The request below the base address of a server.
    func request(to server: ServerAddress) -> APIRequest {
        let path = route.segments.map { "/" + $0.text(parameters) }
        var head = HTTPRequest(
            method: route.method,
            scheme: server.scheme,
            authority: server.authority,
            path: server.path + path.joined() + (server.path.isEmpty && path.isEmpty ? "/" : "") + fullQuery,
            headerFields: fields
        )
        if !cookies.isEmpty { head.headerFields[.cookie] = cookies.joined(separator: "; ") }
        if head.headerFields[.accept] == nil { head.headerFields[.accept] = "application/json" }
        return APIRequest(head, body: body)
    }

    /// The query of the path template, and the parameters behind it.
    private var fullQuery: String {
        if route.fixedQuery.pairs.isEmpty { return query }
        return "?" + route.fixedQuery.text(parameters) + (query.isEmpty ? "" : "&" + query.dropFirst())
    }
}
