/// The lines of a body as they arrive, without their ends: LF, CRLF or CR.
struct TextLines: AsyncSequence, Sendable {
    typealias Failure = any Error

    /// The longest line, in bytes.
    static var limit: Int { 16 << 20 }

    let body: Body

    func makeAsyncIterator() -> Iterator { Iterator(chunks: body.makeAsyncIterator()) }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: Body.Iterator
        private var chunk: ArraySlice<UInt8> = []
        private var line: [UInt8] = []
        private var isBehindReturn = false

        init(chunks: Body.Iterator) { self.chunks = chunks }

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            while true {
                if isBehindReturn, let first = chunk.first {
                    if first == UInt8(ascii: "\n") { chunk.removeFirst() }
                    isBehindReturn = false
                }
                if let end = chunk.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
                    defer { line = [] }
                    isBehindReturn = chunk[end] == UInt8(ascii: "\r")
                    line += chunk[..<end]
                    chunk = chunk[(end + 1)...]
                    return line
                }
                line += chunk
                chunk = []
                guard line.count <= TextLines.limit else { throw BodyFailure.tooLarge(limit: TextLines.limit) }
                guard let next = try await chunks.next(isolation: actor) else {
                    defer { line = [] }
                    return line.isEmpty ? nil : line
                }
                chunk = next[...]
            }
        }
    }
}
