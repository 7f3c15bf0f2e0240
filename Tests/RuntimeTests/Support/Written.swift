import Testing

@testable import CloudFlowRuntime

private let route = Route("GET", "/colors/{color}/light", operationID: "light")

/// The request that a client would send; nil where it would refuse to.
func written(_ write: (inout RequestWriter) -> Void) -> APIRequest? {
    var writer = RequestWriter(route)
    writer.path("color", "unused")
    write(&writer)
    guard let server = ServerAddress("http://service.example/v1"), writer.problem == nil else { return nil }
    return writer.request(to: server)
}

/// What a server would read the request by.
func reader(of request: APIRequest) throws -> RequestReader {
    let segment = request.path.split(separator: "/")[2]
    return try RequestReader(
        request,
        route: route,
        parameters: ["color": try #require(segment.percentDecoded())],
        body: request.body.bytes ?? []
    )
}
