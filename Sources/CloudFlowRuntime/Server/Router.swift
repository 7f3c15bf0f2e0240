import HTTPTypes

/// Leads requests to the services behind them, and answers all that lead nowhere with the shared error envelope.
public struct Router: Sendable {
    /// What stands at the end of a path: the routes by method.
    private struct Place: Sendable {
        var literals: [String: Place] = [:]
        /// Where segments lead that are text in part, those with more of it first.
        var templates: [(template: SegmentTemplate, place: Place)] = []
        /// At most one element: where a segment that is no literal leads.
        var parameter: [Place] = []
        /// By method; those whose paths ask more of the query come first.
        var routes: [HTTPRequest.Method: [ServerRoute]] = [:]

        mutating func add(_ route: ServerRoute) {
            var others = routes[route.route.method] ?? []
            let query = route.route.fixedQuery
            others.removeAll { $0.route.fixedQuery.text([:]) == query.text([:]) }
            let index = others.firstIndex { $0.route.fixedQuery.pairs.count < query.pairs.count } ?? others.endIndex
            others.insert(route, at: index)
            routes[route.route.method] = others
        }

        /// The routes for a request's method. `GET`, without its body, answers `HEAD` where nothing else does (RFC 9110, section 9.3.2).
        func routes(for request: APIRequest) -> [ServerRoute]? {
            routes[request.head.method] ?? (request.head.method == .head ? routes[.get] : nil)
        }
    }

    private var root = Place()
    private let middleware: [any ServerMiddleware]
    /// What requests may hold.
    public let limits: ServerLimits

    /// - Parameters:
    ///   - routes: a later one takes the place of an earlier one with the same method and path.
    ///   - middleware: the first one sees a request first and its response last.
    public init(_ routes: [ServerRoute], middleware: [any ServerMiddleware] = [], limits: ServerLimits = ServerLimits()) {
        self.middleware = middleware
        self.limits = limits
        for route in routes { Self.add(route, at: route.route.segments[...], to: &root) }
    }

    private static func add(_ route: ServerRoute, at segments: ArraySlice<Route.Segment>, to place: inout Place) {
        switch segments.first {
        case nil:
            place.add(route)
        case .literal(let text):
            add(route, at: segments.dropFirst(), to: &place.literals[text[...].percentDecoded() ?? text, default: Place()])
        case .template(let template):
            var index = place.templates.firstIndex { $0.template.isSame(as: template) }
            if index == nil {
                index = place.templates.firstIndex { $0.template.literalCount < template.literalCount } ?? place.templates.endIndex
                place.templates.insert((template, Place()), at: index ?? 0)
            }
            add(route, at: segments.dropFirst(), to: &place.templates[index ?? 0].place)
        case .parameter:
            if place.parameter.isEmpty { place.parameter = [Place()] }
            add(route, at: segments.dropFirst(), to: &place.parameter[0])
        }
    }

    /// Answers a request.
    public func respond(to request: APIRequest) async -> APIResponse {
        let destination = destination(of: request)
        var next: @Sendable (APIRequest) async -> APIResponse = { request in
            do throws(Refusal) {
                let (route, parameters) = try destination.get()
                let isPeek = request.head.method == .head && route.route.method == .get
                var response = try await route.handler(request, parameters, limits)
                if isPeek { response.body = Body() }
                return response
            } catch {
                return error.response
            }
        }
        let route = try? destination.get().route.route
        for layer in middleware.reversed() {
            let inner = next
            next = { request in await layer.respond(to: request, for: route, next: inner) }
        }
        return await next(request)
    }

    /// Whether a request's path leads to a websocket, so that its connection may become one.
    public func leadsToSocket(_ request: APIRequest) -> Bool {
        (try? destination(of: request).get().route.isSocket) ?? false
    }

    private func destination(of request: APIRequest) -> Result<(route: ServerRoute, parameters: [String: String]), Refusal> {
        var segments: [Segment] = []
        for raw in request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let text = raw.percentDecoded() else { return .failure(Refusal(400, "the path is not percent-encoded UTF-8")) }
            segments.append(Segment(raw: raw, text: text))
        }
        guard let place = Self.place(at: segments[...], below: root) else {
            return .failure(Refusal(404, "no such path; paths are case sensitive"))
        }
        guard let routes = place.routes(for: request) else {
            var methods = Set(place.routes.keys.map(\.rawValue))
            if methods.contains("GET") { methods.insert("HEAD") }
            let allowed = methods.sorted().joined(separator: ", ")
            return .failure(Refusal(405, "the path takes \(allowed) only", fields: [.allow: allowed]))
        }
        guard let (route, given) = Self.route(among: routes, for: request) else {
            return .failure(Refusal(404, "no such path with this query; names and values are case sensitive"))
        }
        var parameters = given
        for (pattern, segment) in zip(route.route.segments, segments) {
            for (name, value) in pattern.values(in: segment.raw) ?? [:] { parameters[name] = value.percentDecoded() }
        }
        return .success((route, parameters))
    }

    /// The first route whose path asks no more of the query than there is, and the parameters that the query holds for its path.
    private static func route(
        among routes: [ServerRoute],
        for request: APIRequest
    ) -> (route: ServerRoute, parameters: [String: String])? {
        if routes.count == 1, routes[0].route.fixedQuery.pairs.isEmpty { return (routes[0], [:]) }
        let query = ParameterPairs(form: request.query ?? "", kind: "query parameter") ?? ParameterPairs([], kind: "") { String($0) }
        for route in routes {
            if let values = route.route.fixedQuery.values(in: query) { return (route, values) }
        }
        return nil
    }

    /// A segment of a path, as it was sent and decoded.
    private struct Segment {
        let raw: Substring
        let text: String
    }

    /// A literal segment goes before one that is text in part, and that before a parameter, as OpenAPI's "path templating matching" has it; a
    /// parameter is never empty.
    private static func place(at segments: ArraySlice<Segment>, below place: Place) -> Place? {
        guard let segment = segments.first else { return place.routes.isEmpty ? nil : place }
        let rest = segments.dropFirst()
        if let literal = place.literals[segment.text], let found = Self.place(at: rest, below: literal) { return found }
        for (template, inner) in place.templates where template.values(in: segment.raw) != nil {
            if let found = Self.place(at: rest, below: inner) { return found }
        }
        guard let parameter = place.parameter.first, !segment.text.isEmpty else { return nil }
        return Self.place(at: rest, below: parameter)
    }
}

extension SegmentTemplate {
    /// Whether it fits the same segments: the names of its parameters make no difference.
    fileprivate func isSame(as other: SegmentTemplate) -> Bool {
        guard pieces.count == other.pieces.count else { return false }
        return zip(pieces, other.pieces).allSatisfy { piece, other in
            switch (piece, other) {
            case (.literal(let text), .literal(let other)): text == other
            case (.parameter, .parameter): true
            default: false
            }
        }
    }
}
