import AsyncHTTPClient
import CloudFlowRuntime
import HTTPTypes
import NIOCore
import NIOHTTP1

extension HTTPClientRequest {
    /// - Parameter group: the event loops of the client that will send the request.
    init(_ request: APIRequest, over group: any EventLoopGroup) {
        let head = request.head
        self.init(url: "\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")")
        method = HTTPMethod(rawValue: head.method.rawValue)
        headers = HTTPHeaders(head.headerFields.map { ($0.name.rawName, $0.value) })
        if let bytes = request.body.bytes {
            if !bytes.isEmpty { body = .bytes(ByteBuffer(bytes: bytes)) }
        } else {
            let length = request.body.length.map { HTTPClientRequest.Body.Length.known(Int64($0)) }
            body = .stream(Upload(body: request.body, group: group), length: length ?? .unknown)
        }
    }
}

/// The chunks of a request's body, handed out no faster than its connection takes them.
private struct Upload: AsyncSequence, Sendable {
    let body: CloudFlowRuntime.Body
    let group: any EventLoopGroup

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator(), group: group)
    }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: CloudFlowRuntime.Body.Iterator
        let group: any EventLoopGroup
        var unconfirmed = 0

        mutating func next() async throws -> ByteBuffer? {
            if unconfirmed >= 256 << 10 {
                // The client asks for the next chunk before its event loop has written the last one, and so before the connection can say
                // that it has enough. Which of the loops that is, it doesn't tell.
                for loop in group.makeIterator() { try await loop.submit {}.get() }
                unconfirmed = 0
            }
            guard let chunk = try await chunks.next(isolation: nil) else { return nil }
            unconfirmed += chunk.count
            return ByteBuffer(bytes: chunk)
        }
    }
}
