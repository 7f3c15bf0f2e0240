import SpecDocument

/// What is wrong with a request, and which statuses say so.
enum Objection: Sendable, Equatable {
    /// None of the sets of security schemes is met.
    case credentials
    /// A parameter is missing, or not what it should be.
    case parameter(String)
    /// The body is missing, or not in the notation of its media type.
    case malformedBody(String)
    /// The body is not of its schema.
    case invalidBody(String)
    /// The body is of a media type that the operation doesn't take.
    case mediaType
    /// No media type that the caller accepts is answered.
    case notAcceptable

    /// The best status first.
    var statuses: [Int] {
        switch self {
        case .credentials: [401, 403]
        case .parameter, .malformedBody: [400, 422]
        case .invalidBody: [422, 400]
        case .mediaType: [415, 400, 422]
        case .notAcceptable: [406]
        }
    }

    /// For a line of a log.
    var reason: String {
        switch self {
        case .credentials: "there are no credentials"
        case .parameter(let problem), .malformedBody(let problem), .invalidBody(let problem): problem
        case .mediaType: "the body is of a media type that the operation doesn't take"
        case .notAcceptable: "the caller accepts no media type that is answered"
        }
    }
}

extension Endpoint {
    /// The documented status for an objection, and the response that documents it; nil where there is none.
    func answer(to objection: Objection) -> (status: Int, response: Response)? {
        for status in objection.statuses {
            if let response = responses[.code(status)] { return (status, response) }
        }
        let status = objection.statuses[0]
        return (responses[.range(4)] ?? responses[.default]).map { (status, $0) }
    }
}
