import CloudFlowRuntime
import HTTPTypes
import SpecDocument
import SpecExamples
import Synchronization

/// Makes answers of examples and of schemas. What was made once is kept.
final class AnswerMaker: Sendable {
    /// An answer, and where it is from.
    struct Answer: Sendable {
        var response: APIResponse
        /// For a line of a log: `application/json, example 'cat'`.
        var source: String
    }

    private struct Key: Hashable {
        let endpoint: String
        let status: Int
        let contentType: String?
        let choice: ResponseChoice
    }

    private let document: Document
    private let log: @Sendable (String) -> Void
    private let made = Mutex<[Key: Answer]>([:])
    /// How many answers are kept: a caller may ask for any number of variants.
    private static let mostKept = 10_000

    init(_ document: Document, log: @escaping @Sendable (String) -> Void) {
        self.document = document
        self.log = log
    }

    func answer(
        _ status: Int,
        _ response: Response,
        of endpoint: Endpoint,
        accepting accepted: [String],
        _ choice: ResponseChoice
    ) throws(Refusal) -> Answer {
        // A caller that accepts nothing documented, of an operation that has no status for that, gets what there is.
        let media = MediaChoice(response.content, accepting: accepted) ?? MediaChoice(response.content, accepting: [])
        let name = "\(endpoint.method.rawValue) \(endpoint.path)"
        let key = Key(endpoint: name, status: status, contentType: media?.contentType, choice: choice)
        if let known = made.withLock({ $0[key] }) { return known }
        let hasBody = status >= 200 && status != 204 && status != 304
        let body = hasBody ? media.map { (contentType: $0.contentType, description: $0.media) } : nil
        guard let example = document.example(of: response, in: body, choice) else {
            let names = media.flatMap { try? document.resolve($0.media) }.map { document.givenExamples(of: $0).compactMap(\.name) } ?? []
            let known = names.isEmpty ? "none" : "only \(names.joined(separator: ", "))"
            throw Refusal(400, "Prefer asks for the example '\(choice.example ?? "")', but there is \(known)")
        }
        for note in example.notes { log("\(note) (\(name) \(status))") }
        var answer = Answer(response: APIResponse(example, status: status), source: example.summary)
        // What Swagger 2.0 says of an operation holds for answers without a body, too.
        if example.contentType == nil, let type = endpoint.produces.first { answer.response.head.headerFields[.contentType] = type }
        made.withLock { made in
            if made.count >= Self.mostKept { made.removeAll() }
            made[key] = answer
        }
        return answer
    }
}

extension APIResponse {
    fileprivate init(_ example: ResponseExample, status: Int) {
        self.init(HTTPResponse(status: .init(code: status)), body: Body(example.body))
        for (name, value) in example.fields {
            if let name = HTTPField.Name(name) { head.headerFields[name] = value }
        }
        if let contentType = example.contentType { head.headerFields[.contentType] = contentType }
    }
}

extension ResponseExample {
    fileprivate var summary: String { contentType.map { "\($0), \(source)" } ?? "no body" }
}
