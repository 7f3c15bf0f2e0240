public import HTTPTypes

/// Builds the request of an operation. It keeps the first problem, which the client throws before anything is sent.
public struct RequestWriter {
    let route: Route
    private var parameters: [String: String] = [:]
    private var query = ""
    public var fields: HTTPFields = [:]
    private var body: [UInt8] = []
    private(set) var problem: String?

    init(_ route: Route) {
        self.route = route
    }

    /// Fills the place of a parameter in the path.
    public mutating func path(_ name: StaticString, _ value: some ParameterValue) {
        let text = value.parameterText
        if text.isEmpty { fail("the path parameter '\(name)' is empty") }
        // A path's "." and ".." are worked out on the way (RFC 3986, section 5.2.4): the request would lead elsewhere.
        if text == "." || text == ".." { fail("the path parameter '\(name)' is '\(text)', which paths can't hold") }
        parameters["\(name)"] = text.percentEncoded
    }

    /// Adds a parameter to the query; nil leaves it out.
    public mutating func query(_ name: StaticString, _ value: (some ParameterValue)?) {
        guard let value else { return }
        query += "\(query.isEmpty ? "?" : "&")\("\(name)".percentEncoded)=\(value.parameterText.percentEncoded)"
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
        do throws(JSONError) {
            body = try value.json()
            fields[.contentType] = "application/json"
        } catch {
            fail("\(error)")
        }
    }

    mutating func fail(_ problem: String) {
        self.problem = self.problem ?? problem
    }

    /// The request below the base address of a server.
    func request(to server: ServerAddress) -> APIRequest {
        let path = route.segments.map { segment in
            switch segment {
            case .literal(let text): "/" + text
            case .parameter(let name): "/" + (parameters[name] ?? "")
            }
        }
        var head = HTTPRequest(
            method: route.method,
            scheme: server.scheme,
            authority: server.authority,
            path: server.path + path.joined() + query,
            headerFields: fields
        )
        if head.headerFields[.accept] == nil { head.headerFields[.accept] = "application/json" }
        return APIRequest(head, body: Body(body))
    }
}
