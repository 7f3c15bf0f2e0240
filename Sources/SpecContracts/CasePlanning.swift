import CloudFlowRuntime
import SchemaValidation
import SpecDocument
import SpecExamples

/// Makes the cases of one operation: of each documented status, and of each edge of what its parameters and its body allow.
struct CasePlanner {
    private let document: Document
    private let endpoint: Endpoint
    private let fixtures: ContractFixtures
    private let fixture: ContractFixtures.Operation
    private let endpoints: [Endpoint]
    private var cases: [ContractCase] = []
    /// How many edges of one operation are tried.
    private static let mostEdges = 300

    init(_ document: Document, _ endpoint: Endpoint, _ fixtures: ContractFixtures, among endpoints: [Endpoint]) {
        self.document = document
        self.endpoint = endpoint
        self.fixtures = fixtures
        self.endpoints = endpoints
        let key = "\(endpoint.method.rawValue) \(endpoint.path)"
        fixture = fixtures.operations[endpoint.name] ?? fixtures.operations[key] ?? ContractFixtures.Operation()
    }

    mutating func planned() -> [ContractCase] {
        if let reason = fixture.skip {
            addImpossible("everything", "the fixtures skip it: \(reason)")
            return cases
        }
        addSuccess()
        addCredentials()
        addStatuses()
        if endpoint.operation.webSocket == nil { addEdges() }
        return cases
    }

    // MARK: Statuses

    private mutating func addSuccess() {
        if endpoint.operation.webSocket != nil {
            addImpossible("success", "it opens a websocket")
        } else {
            add("success", shape(fixture.call), .success, before: fixture.call.before)
        }
    }

    private mutating func addCredentials() {
        guard !endpoint.security.isEmpty, endpoint.security.allSatisfy({ !$0.schemes.isEmpty }) else { return }
        let refusals = documented([401, 403])
        for (title, proof) in [("without credentials", RequestShape.Proof.absent), ("with wrong credentials", .wrong)] {
            if endpoint.operation.webSocket != nil {
                addImpossible(title, "it opens a websocket")
                continue
            }
            var shape = shape(fixture.call)
            shape.proof = proof
            if refusals.isEmpty {
                addImpossible(title, "the description documents neither 401 nor 403")
            } else {
                add(title, shape, .refusal(refusals))
            }
        }
    }

    /// Those that fixtures bring about; and those that only fixtures could.
    private mutating func addStatuses() {
        for (status, call) in fixture.statuses.sorted(by: { $0.key < $1.key }) {
            add("answers \(status)", shape(call, otherwise: fixture.call), .status(status), before: call.before)
        }
        let success = endpoint.success?.status
        for case .code(let status) in endpoint.responses.map(\.key) where fixture.statuses[status] == nil && status != success {
            let isRefusalOfData = [400, 422].contains(status) && (endpoint.body != nil || !endpoint.parameters.isEmpty)
            let isRefusalOfType = status == 415 && endpoint.body != nil
            if isRefusalOfData || isRefusalOfType || status == 401 && !endpoint.security.isEmpty || status < 200 { continue }
            addImpossible("answers \(status)", "no fixture says how that comes about; give operations.\(endpoint.name).statuses.\(status)")
        }
    }

    // MARK: Edges

    private mutating func addEdges() {
        let before = fixture.call.before
        let base = shape(fixture.call)
        let refusals = documented([400, 422])
        var edges: [(title: String, shape: RequestShape, isInside: Bool, statuses: Set<Int>)] = []
        for (index, entry) in base.parameters.enumerated() {
            let parameter = entry.parameter
            let what = "\(parameter.place.rawValue) '\(parameter.name)'"
            let statuses = parameter.place == .path ? refusals.union(documented([404])) : refusals
            if parameter.required, parameter.place != .path, entry.value != nil {
                var shape = base
                shape.parameters[index].value = nil
                edges.append(("without \(what)", shape, false, statuses))
            }
            guard parameter.format.content.isEmpty, let schema = parameter.format.schema else { continue }
            let value = entry.value ?? document.example(of: parameter.format, .request) ?? .string("text")
            for variation in VariationMaker(document, areTexts: true).variations(of: value, schema) {
                guard variation.value.isSendable(in: parameter) else { continue }
                var shape = base
                shape.parameters[index].value = variation.value
                edges.append(("\(what) \(variation.title)", shape, variation.isInside, statuses))
            }
        }
        edges += bodyEdges(base, refusals)
        for edge in edges.prefix(Self.mostEdges) {
            if edge.isInside {
                add(edge.title, edge.shape, .success, before: before)
            } else if edge.statuses.isEmpty {
                addImpossible(edge.title, "the description documents no status for invalid data")
            } else {
                add(edge.title, edge.shape, .refusal(edge.statuses), before: before)
            }
        }
        if edges.count > Self.mostEdges { addImpossible("\(edges.count - Self.mostEdges) more edges", "there are too many of them") }
    }

    private func bodyEdges(
        _ base: RequestShape,
        _ refusals: Set<Int>
    ) -> [(title: String, shape: RequestShape, isInside: Bool, statuses: Set<Int>)] {
        guard let body = endpoint.body, let media = base.media else { return [] }
        var edges: [(title: String, shape: RequestShape, isInside: Bool, statuses: Set<Int>)] = []
        if body.required {
            var shape = base
            shape.body = nil
            edges.append(("without a body", shape, false, refusals.union(documented([415]))))
        }
        guard let value = base.body else { return edges }
        var other = base
        (other.contentType, other.rawBody) = ("application/x-no-such-type", Array("x".utf8))
        if body.content.keys.allSatisfy({ !$0.contains("*") && $0 != "application/octet-stream" }) {
            edges.append(("a body of another media type", other, false, refusals.union(documented([415]))))
        }
        guard media.key.isJSONType else { return edges }
        var broken = base
        broken.rawBody = Array("{\"".utf8)
        edges.append(("a body that is no JSON", broken, false, refusals))
        guard let schema = media.description.schema else { return edges }
        for variation in VariationMaker(document, areTexts: false).variations(of: value, schema) {
            var shape = base
            shape.body = variation.value
            edges.append(("body \(variation.title)", shape, variation.isInside, refusals))
        }
        return edges
    }

    // MARK: Pieces

    /// Those of some statuses that the operation documents, be it by a range or by default.
    private func documented(_ statuses: [Int]) -> Set<Int> {
        let own = statuses.filter { endpoint.responses[.code($0)] != nil }
        if !own.isEmpty { return Set(own) }
        return endpoint.responses[.range(4)] != nil || endpoint.responses[.default] != nil ? Set(statuses) : []
    }

    private func shape(_ call: ContractFixtures.Call, otherwise: ContractFixtures.Call = .init()) -> RequestShape {
        shape(of: endpoint, call, otherwise: otherwise)
    }

    private func shape(of endpoint: Endpoint, _ call: ContractFixtures.Call, otherwise: ContractFixtures.Call = .init()) -> RequestShape {
        let parameters = endpoint.parameters.map { parameter -> (parameter: Parameter, value: SchemaValue?) in
            let given = call.parameters[parameter.name] ?? otherwise.parameters[parameter.name] ?? fixtures.parameters[parameter.name]
            if let given { return (parameter, given) }
            guard parameter.required else { return (parameter, nil) }
            let validator = SchemaValidator(document, .request)
            let examples = document.givenExamples(of: parameter.format).map(\.value)
            let fitting = examples.first { value in parameter.format.schema.map { validator.accepts(value, $0) } ?? true }
            return (parameter, fitting ?? parameter.format.schema.map { document.example(of: $0, .request) } ?? .string("text"))
        }
        var shape = RequestShape(endpoint: endpoint, parameters: parameters)
        let content = endpoint.body?.content
        if let entry = content?.first(where: { $0.key.isJSONType }) ?? content?.first, let media = try? document.resolve(entry.value) {
            shape.media = (entry.key, media)
            shape.body = call.body ?? otherwise.body ?? validExample(of: media)
        }
        return shape
    }

    private func validExample(of media: SpecDocument.MediaType) -> SchemaValue? {
        let validator = SchemaValidator(document, .request)
        let fitting = document.givenExamples(of: media).map(\.value).first { value in
            media.schema.map { validator.accepts(value, $0) } ?? true
        }
        return fitting ?? media.schema.map { document.example(of: $0, .request) } ?? .string("text")
    }

    private mutating func add(_ title: String, _ shape: RequestShape, _ expectation: Expectation, before: [ContractFixtures.Call] = []) {
        var steps: [RequestShape] = []
        for call in before {
            guard let endpoint = endpoints.first(where: { $0.name == call.operation }) else {
                addImpossible(title, "the fixtures call '\(call.operation ?? "")' before, which is no operation")
                return
            }
            steps.append(self.shape(of: endpoint, call))
        }
        cases.append(
            ContractCase(operation: endpoint.name, title: title, plan: .call(before: steps, shape, expectation), document: document)
        )
    }

    private mutating func addImpossible(_ title: String, _ reason: String) {
        cases.append(ContractCase(operation: endpoint.name, title: title, plan: .impossible(reason), document: document))
    }
}

extension SchemaValue {
    /// Whether the value survives the way through a parameter: a path has no empty segment, and a field no characters but those of ASCII.
    fileprivate func isSendable(in parameter: Parameter) -> Bool {
        let text = plainText
        switch parameter.place {
        case .path: return !text.isEmpty && text != "." && text != ".." && self != .array([])
        case .header: return !text.isEmpty && text.unicodeScalars.allSatisfy { 0x21...0x7E ~= $0.value }
        case .query, .querystring, .cookie: return self != .array([]) && self != .object([])
        }
    }
}
