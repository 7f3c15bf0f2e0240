/// Puts parts into a body.
struct MultipartEncoder: Sendable {
    let boundary: String
    /// Whether it is a form, in which each part has a name.
    let isForm: Bool

    /// - Parameter mediaType: `multipart/form-data`, or another kind of multipart.
    init(_ mediaType: MediaType) {
        var random = SystemRandomNumberGenerator()
        boundary = "part-" + String(random.next() as UInt64, radix: 36) + String(random.next() as UInt64, radix: 36)
        isForm = mediaType.essence == "multipart/form-data"
    }

    func contentType(_ mediaType: MediaType) -> String { "\(mediaType.text); boundary=\(boundary)" }

    /// The parts as one body: bytes when all parts are at hand, otherwise a stream, whose length is known when all theirs are.
    func body(of multipart: MultipartBody) -> Body {
        guard case .parts(let parts) = multipart.storage else {
            return Body(stream: MultipartStream(parts: multipart, encoder: self))
        }
        let ends = parts.map { start(of: $0).count + ($0.body.length ?? 0) + 2 }.reduce(end.count, +)
        guard parts.allSatisfy({ $0.body.bytes != nil }) else {
            let isMeasured = parts.allSatisfy { $0.body.length != nil }
            return Body(stream: MultipartStream(parts: multipart, encoder: self), length: isMeasured ? ends : nil)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(ends)
        for part in parts { bytes += start(of: part) + (part.body.bytes ?? []) + lineBreak }
        return Body(bytes + end)
    }

    func start(of part: MultipartPart) -> [UInt8] { Array("--\(boundary)\r\n\(part.header(isForm: isForm))".utf8) }
    var lineBreak: [UInt8] { Array("\r\n".utf8) }
    var end: [UInt8] { Array("--\(boundary)--\r\n".utf8) }
}

/// A multipart body, written while it is read.
private struct MultipartStream: AsyncSequence, Sendable {
    let parts: MultipartBody
    let encoder: MultipartEncoder

    func makeAsyncIterator() -> Iterator { Iterator(parts: parts.makeAsyncIterator(), encoder: encoder) }

    struct Iterator: AsyncIteratorProtocol {
        var parts: MultipartBody.Iterator
        let encoder: MultipartEncoder
        var content: Body.Iterator?
        var isAtEnd = false

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            if isAtEnd { return nil }
            if content != nil {
                if let chunk = try await content?.next(isolation: actor) { return chunk }
                content = nil
                return encoder.lineBreak
            }
            if let part = try await parts.next(isolation: actor) {
                content = part.body.makeAsyncIterator()
                return encoder.start(of: part)
            }
            isAtEnd = true
            return encoder.end
        }
    }
}
