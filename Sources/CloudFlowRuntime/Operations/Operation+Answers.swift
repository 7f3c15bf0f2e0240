import HTTPTypes

extension ClientOperation {
    /// What a caller gets for an answer that is at hand, such as one that was recorded: the output, or the failure that it is.
    ///
    /// - Parameter response: with a body of bytes at hand, unless the operation streams its media type.
    public static func output(of response: APIResponse) async throws(Failure) -> Output {
        let result: Result<Output, Failure>
        do throws(CallFailure) {
            let isStreamed = response.isStreamed(as: streamedResponseTypes)
            let reader = isStreamed ? ResponseReader(streaming: response) : ResponseReader(response, body: response.body.bytes ?? [])
            result = try outcome(of: reader)
        } catch {
            throw .failed(error)
        }
        return try result.get()
    }
}

extension APIResponse {
    /// A response of texts.
    ///
    /// - Parameters:
    ///   - contentType: the media type of the body; nil where there is none.
    ///   - fields: further header fields. What is no name of one is left out.
    public init(_ status: Int, _ contentType: String? = nil, _ body: String = "", fields: [String: String] = [:]) {
        self.init(HTTPResponse(status: .init(code: status)), body: Body(Array(body.utf8)))
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { head.headerFields[name] = value }
        }
        if let contentType { head.headerFields[.contentType] = contentType }
    }

    /// Whether the body of a successful answer is handed on unread, being of one of these types.
    func isStreamed(as types: [MediaType]) -> Bool {
        guard !types.isEmpty, 200..<300 ~= status else { return false }
        let type = head.headerFields[.contentType].map { MediaType(stringLiteral: $0) }
        return (type ?? "application/octet-stream").best(among: types) != nil
    }
}
