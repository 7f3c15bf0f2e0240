public import CloudFlowRuntime
import FoundationEssentials
import HTTPTypes

/// Gives each request an id, which its log line and its response carry.
public struct RequestID: ServerMiddleware {
    /// Ids are random.
    public init() {}

    public func respond(to request: APIRequest, for route: Route?, next: @Sendable (APIRequest) async -> APIResponse) async -> APIResponse {
        var request = request
        let id = Self.accepted(request.head.headerFields.requestID) ?? UUID().uuidString.lowercased()
        request.head.headerFields.requestID = id
        var response = await next(request)
        response.head.headerFields.requestID = id
        return response
    }

    /// An id that the caller chose is kept where it is plain. 36 characters hold a UUID, and are too few for an API token.
    private static func accepted(_ id: String?) -> String? {
        guard let id, (1...36).contains(id.utf8.count) else { return nil }
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isPlain ? id : nil
    }
}

extension HTTPFields {
    /// `X-Request-Id`: the usual name, which no standard defines.
    var requestID: String? {
        get { HTTPField.Name("X-Request-Id").flatMap { self[$0] } }
        set {
            guard let name = HTTPField.Name("X-Request-Id") else { return }
            self[name] = newValue
        }
    }
}
