import CloudFlowRuntime
import HTTPTypes
import SchemaValidation
import SpecDocument
import SpecExamples

/// One operation of a mock.
struct MockEndpoint: Sendable {
    let endpoint: Endpoint
    let document: Document
    let alwaysRefuses: Bool
    let answers: AnswerMaker
    let log: @Sendable (String) -> Void

    func respond(to request: APIRequest, _ parameters: [String: String], _ limits: ServerLimits) async throws(Refusal) -> APIResponse {
        let preference = Preference(request.head.headerFields.preferences)
        if let status = preference.status {
            guard let response = endpoint.response(of: status) else {
                let documented = endpoint.responses.map(\.key.description).joined(separator: ", ")
                throw Refusal(400, "Prefer asks for \(status), but the operation documents \(documented)")
            }
            return try answer(status, response, to: request, preference.choice, note: "preferred")
        }
        let objections = try await self.objections(to: request, parameters, limits)
        for objection in objections {
            if let (status, response) = endpoint.answer(to: objection) {
                return try answer(status, response, to: request, ResponseChoice(), note: objection.reason)
            }
            if alwaysRefuses {
                report(objection.statuses[0], objection.reason)
                throw Refusal(objection.statuses[0], objection.reason)
            }
        }
        if endpoint.operation.webSocket != nil { return try refuseSocket(request) }
        let note = objections.first.map { "taken, though \($0.reason): the operation documents no status for that" }
        guard let (status, response) = endpoint.success else {
            report(200, note ?? "nothing is documented")
            return APIResponse(HTTPResponse(status: 200))
        }
        return try answer(status, response, to: request, preference.choice, note: note)
    }

    /// What a websocket is asked for with: an example can't be answered there.
    private func refuseSocket(_ request: APIRequest) throws(Refusal) -> APIResponse {
        guard let response = endpoint.responses[.code(426)] ?? endpoint.responses[.range(4)] ?? endpoint.responses[.default] else {
            report(426, "the mock opens no websockets")
            throw Refusal(426, "the mock opens no websockets", fields: [.upgrade: "websocket"])
        }
        var answer = try answer(426, response, to: request, ResponseChoice(), note: "the mock opens no websockets")
        answer.head.headerFields[.upgrade] = "websocket"
        return answer
    }

    /// What is wrong with a request, in the order in which it counts.
    private func objections(
        to request: APIRequest,
        _ parameters: [String: String],
        _ limits: ServerLimits
    ) async throws(Refusal) -> [Objection] {
        var objections: [Objection] = []
        if !endpoint.security.isMet(by: request, in: document) { objections.append(.credentials) }
        let reading = ParameterReading(document, request, path: parameters)
        objections += endpoint.parameters.compactMap { reading.problem(with: $0) }.map(Objection.parameter)
        let body = try await request.collected(upTo: limits.body)
        if let objection = BodyReading(document).objection(to: body, of: request, as: endpoint.body) { objections.append(objection) }
        if let (_, response) = endpoint.success, !response.content.isEmpty,
            MediaChoice(response.content, accepting: request.head.headerFields[values: .accept]) == nil
        {
            objections.append(.notAcceptable)
        }
        return objections
    }

    private func answer(
        _ status: Int,
        _ response: Response,
        to request: APIRequest,
        _ choice: ResponseChoice,
        note: String?
    ) throws(Refusal) -> APIResponse {
        let accepted = request.head.headerFields[values: .accept]
        let answer = try answers.answer(status, response, of: endpoint, accepting: accepted, choice)
        report(status, [answer.source, note].compactMap { $0 }.joined(separator: "; "))
        var made = answer.response
        if request.head.method == .head { made.body = Body() }
        if let note, let name = HTTPField.Name("Mock-Note") { made.head.headerFields[name] = note.filter { $0.isASCII && !$0.isNewline } }
        return made
    }

    private func report(_ status: Int, _ what: String) {
        log("\(endpoint.method.rawValue) \(endpoint.path) \(status)" + (what.isEmpty ? "" : ": \(what)"))
    }
}

extension APIRequest {
    fileprivate func collected(upTo limit: Int) async throws(Refusal) -> [UInt8] {
        do throws(BodyFailure) {
            return try await body.collect(upTo: limit)
        } catch {
            if case .tooLarge(let limit) = error { throw .tooLarge(limit: limit) }
            throw Refusal(400, "the body broke off")
        }
    }
}

extension HTTPFields {
    /// What `Prefer` says (RFC 7240).
    fileprivate var preferences: [String] { HTTPField.Name("Prefer").map { self[values: $0] } ?? [] }
}
