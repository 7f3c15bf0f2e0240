import HTTPTypes

extension ReceivedBody.Content {
    /// Reads the body of a request as far as its operation wants it read.
    init<Call: ServiceOperation>(_ request: APIRequest, for operation: Call.Type, _ limits: ServerLimits) async throws(Refusal) {
        // What doesn't say what it is are bytes.
        let type = MediaType(stringLiteral: request.head.headerFields[.contentType] ?? "application/octet-stream")
        if let boundary = type.boundary, type.best(among: Call.formRequestTypes) != nil {
            let source = MultipartSource(request.body, boundary: boundary, limits: MultipartLimits(parts: limits.parts))
            self = try await Self.reading { () async throws in
                let (parts, isCut) = try await source.collect(upTo: limits.body)
                return .parts(parts, isCut: isCut)
            }
        } else if type.best(among: Call.streamedRequestTypes) != nil {
            self = .stream(request.body)
        } else {
            self = try await Self.reading { () async throws in .bytes(try await request.body.collect(upTo: limits.body)) }
        }
    }

    private static func reading(_ read: () async throws -> Self) async throws(Refusal) -> Self {
        do {
            return try await read()
        } catch BodyFailure.tooLarge(let limit) {
            throw .tooLarge(limit: limit)
        } catch let error as MultipartError where error != .brokenOff {
            throw .invalidData("the multipart body: \(error)")
        } catch {
            throw Refusal(400, "the body broke off")
        }
    }
}
