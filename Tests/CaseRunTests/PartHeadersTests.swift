import CloudFlowRuntime
import HTTPTypes
import Testing

private actor Recorder: PartHeadersAPI.Service {
    var body: PartHeadersAPI.UploadOperationBody?

    func upload(_ input: PartHeadersAPI.UploadOperation) async throws(PartHeadersAPI.UploadOperationFailure) { body = input.body }
    func uploadPlainly(_ input: PartHeadersAPI.UploadPlainly) async throws(PartHeadersAPI.UploadPlainlyFailure) {}
}

@Suite struct PartHeadersTests {
    private let service = Recorder()
    private let wire: RecordingTransport
    private let client: PartHeadersAPI.Client

    init() {
        wire = RecordingTransport(InMemoryTransport(service.routes()))
        client = PartHeadersAPI.Client(url: "http://service.example", transport: wire)
    }

    @Test func partsCarryTheirHeaderFields() async throws {
        let file = MultipartPart(Body(Array("%PDF".utf8)), filename: "a.pdf", fields: [.contentLanguage: "de"])
        let body = PartHeadersAPI.UploadOperationBody(
            file: .init(file, xSum: Base64Bytes([1, 2, 3]), xSteps: [4, 5]),
            pictures: [.init(MultipartPart(Body([6])), xWidth: 7), .init(MultipartPart(Body([8])))],
            details: .init(.init(title: "Offer"), xSchema: .value2),
            note: .init("kurz", contentLanguage: "de"),
            list: .init(["a", "b"], xOrigin: .init(title: "Ürsprung"))
        )
        try await client.upload(body: body)
        let came = try #require(await service.body)
        #expect(came.file.xSum.bytes == [1, 2, 3] && came.file.xSteps == [4, 5])
        #expect(came.file.content.filename == "a.pdf" && came.file.content.fields[.contentLanguage] == "de")
        #expect(came.pictures?.map(\.xWidth) == [7, nil] && came.pictures?.map(\.content.body.bytes) == [[6], [8]])
        #expect(came.details.content.title == "Offer" && came.details.xSchema == .value2)
        #expect(came.note?.content == "kurz" && came.note?.contentLanguage == "de")
        #expect(came.list?.content == ["a", "b"] && came.list?.xOrigin?.title == "Ürsprung")
        let text = try #require(await wire.request?.body.bytes.map { String(decoding: $0, as: UTF8.self) })
        #expect(text.contains("X-Sum: AQID\r\n") && text.contains("X-Steps: 4,5\r\n") && text.contains("X-Schema: 2\r\n"))
        #expect(text.contains("X-Origin: {\"title\":\"\\u00dcrsprung\"}\r\n"))
    }

    @Test func aPartWithoutAFieldThatItMustHaveIsRefused() async throws {
        let parts = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n%PDF\r\n--x--\r\n"
        let answer = try await wire.send(
            "POST",
            "/upload",
            fields: [.contentType: "multipart/form-data; boundary=x"],
            body: Array(parts.utf8)
        )
        #expect(answer.head.status == 422)
        let message = String(decoding: answer.body.bytes ?? [], as: UTF8.self)
        #expect(message.contains("X-Sum"))
    }
}
