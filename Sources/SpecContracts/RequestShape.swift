import CloudFlowRuntime
import HTTPTypes
import SchemaValidation
import SpecDocument
import SpecExamples

/// A call of an operation, as values: what is changed about it to make a case of it.
struct RequestShape: Sendable {
    enum Proof: Sendable {
        case right, absent, wrong
    }

    let endpoint: Endpoint
    /// In the order of the description; those that are left out have no value.
    var parameters: [(parameter: Parameter, value: SchemaValue?)]
    var body: SchemaValue?
    /// The media type of the body, and what the description says of it.
    var media: (key: String, description: SpecDocument.MediaType)?
    /// What is sent in place of the body's value.
    var rawBody: [UInt8]?
    /// In place of the media type's own.
    var contentType: String?
    var proof = Proof.right

    /// The request, below the path or the URL of a server.
    func request(to server: ContractServer, _ credentials: ContractCredentials, in document: Document) -> APIRequest {
        var path = endpoint.path
        for (parameter, value) in parameters where parameter.place == .path {
            path = path.replacing("{\(parameter.name)}", with: ParameterText(parameter, value ?? .string("")).pathSegment)
        }
        let method = HTTPRequest.Method(endpoint.method.rawValue) ?? .get
        let target = server.target(of: endpoint) + path
        let head = HTTPRequest(method: method, scheme: server.scheme, authority: server.authority, path: target)
        var request = APIRequest(head)
        var cookies: [String] = []
        for case (let parameter, let value?) in parameters {
            let text = ParameterText(parameter, value)
            switch parameter.place {
            case .path: break
            case .query: for pair in text.queryPairs { request.append(query: pair) }
            case .querystring:
                let isJSON = parameter.format.content.first?.key.hasSuffix("json") == true
                request.append(query: isJSON ? value.plainText.percentEncoded : value.plainText)
            case .cookie: cookies += text.queryPairs
            case .header:
                if let name = HTTPField.Name(parameter.name) { request.head.headerFields[name] = text.fieldValue }
            }
        }
        if !cookies.isEmpty { request.head.headerFields[.cookie] = cookies.joined(separator: "; ") }
        addBody(to: &request, in: document)
        if proof != .absent, let requirement = credentials.met(endpoint.security, in: document) ?? wrongRequirement {
            credentials.add(requirement, to: &request, in: document, areWrong: proof == .wrong)
        }
        return request
    }

    /// Wrong credentials are to be had without knowing the right ones.
    private var wrongRequirement: SecurityRequirement? { proof == .wrong ? endpoint.security.first { !$0.schemes.isEmpty } : nil }

    private func addBody(to request: inout APIRequest, in document: Document) {
        if let rawBody {
            request.body = Body(rawBody)
            request.head.headerFields[.contentType] = contentType ?? media?.key
        } else if let body, let media {
            if media.key.hasPrefix("multipart/") {
                let boundary = "cloudflow-contract-boundary"
                request.body = Body(body.formParts(boundary))
                request.head.headerFields[.contentType] = "multipart/form-data; boundary=\(boundary)"
                return
            }
            let text = BodyText(document: document, contentType: media.key, media: media.description)
            request.body = Body(text.bytes(of: body))
            request.head.headerFields[.contentType] = contentType ?? media.key
        }
    }
}

extension SchemaValue {
    /// The members as the parts of a form.
    fileprivate func formParts(_ boundary: String) -> [UInt8] {
        guard case .object(let members) = self else { return [] }
        let parts = members.flatMap { member -> [(String, String)] in
            if case .array(let items) = member.value { return items.map { (member.name, $0.plainText) } }
            return [(member.name, member.value.plainText)]
        }
        let texts = parts.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
        return Array((texts.joined() + "--\(boundary)--\r\n").utf8)
    }
}
