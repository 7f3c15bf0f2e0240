import CloudFlowRuntime
import HTTPTypes
import Testing

/// Answers with nothing, and keeps what came. Streams are read, for they end with the request.
private actor Recorder: BodiesAPI.Service {
    var inputs: [any Sendable] = []
    var bytes: [UInt8] = []
    var names: [String?] = []

    private func keep(_ input: any Sendable) { inputs.append(input) }

    private func read(_ body: Body) async { bytes = (try? await body.collect(upTo: 1_000)) ?? [] }

    func sendForm(_ input: BodiesAPI.SendForm) async throws(BodiesAPI.SendFormFailure) { keep(input) }
    func upload(_ input: BodiesAPI.UploadOperation) async throws(BodiesAPI.UploadOperationFailure) {
        keep(input)
        await read(input.body.file.body)
    }
    func sendMixed(_ input: BodiesAPI.SendMixed) async throws(BodiesAPI.SendMixedFailure) {
        do {
            for try await part in input.body { names.append(part.filename) }
        } catch {
            names = []
        }
    }
    func putText(_ input: BodiesAPI.PutText) async throws(BodiesAPI.PutTextFailure) { keep(input) }
    func putBytes(_ input: BodiesAPI.PutBytes) async throws(BodiesAPI.PutBytesFailure) { await read(input.body) }
    func putPicture(_ input: BodiesAPI.PutPicture) async throws(BodiesAPI.PutPictureFailure) {
        keep(input)
        await read(input.body.body)
    }
    func putDocument(_ input: BodiesAPI.PutDocument) async throws(BodiesAPI.PutDocumentFailure) {
        keep(input)
        if case .xml(let body) = input.body { await read(body) }
    }
    func patchDocument(_ input: BodiesAPI.PatchDocument) async throws(BodiesAPI.PatchDocumentFailure) { keep(input) }
    func putNullable(_ input: BodiesAPI.PutNullable) async throws(BodiesAPI.PutNullableFailure) { keep(input) }
    func sendLines(_ input: BodiesAPI.SendLines) async throws(BodiesAPI.SendLinesFailure) {
        do {
            for try await line in input.body { keep(line) }
        } catch {
            inputs = []
        }
    }
    func sendAnything(_ input: BodiesAPI.SendAnything) async throws(BodiesAPI.SendAnythingFailure) { keep(input) }
}

@Suite struct BodiesTests {
    private let service = Recorder()
    private let wire: RecordingTransport
    private let client: BodiesAPI.Client

    init() {
        wire = RecordingTransport(InMemoryTransport(service.routes()))
        client = BodiesAPI.Client(url: "http://service.example", transport: wire)
    }

    private func sent() async throws -> (type: String?, text: String) {
        let request = try #require(await wire.request)
        return (request.head.headerFields[.contentType], String(decoding: request.body.bytes ?? [], as: UTF8.self))
    }

    @Test func formsFollowTheirEncoding() async throws {
        let body = BodiesAPI.SendFormBody(name: "a b", tags: ["x", "y"], size: .init(width: 3), filter: .init(min: 1))
        try await client.sendForm(body: body)
        #expect(
            try await sent() == ("application/x-www-form-urlencoded", "name=a%20b&tags=x%7Cy&size=%7B%22width%22%3A3%7D&filter%5Bmin%5D=1")
        )
        #expect((await service.inputs.first as? BodiesAPI.SendForm)?.body.asText == body.asText)
    }

    @Test func filesTravelInForms() async throws {
        let file = MultipartPart(Body(Array("%PDF".utf8)), filename: "a.pdf", fields: [.contentLanguage: "de"])
        let attachment = MultipartPart(Body([1, 2]), filename: "b.bin")
        let details = BodiesAPI.Details(title: "Offer", pages: 2)
        try await client.upload(body: .init(file: file, attachments: [attachment], details: details, note: "note"))
        let input = try #require(await service.inputs.first as? BodiesAPI.UploadOperation)
        #expect(input.body.details.asText == details.asText && input.body.note == "note")
        #expect(input.body.file.filename == "a.pdf" && input.body.file.contentType == "application/pdf")
        #expect(input.body.file.fields[.contentLanguage] == "de")
        #expect(await service.bytes == Array("%PDF".utf8))
        #expect(input.body.attachments?.map(\.filename) == ["b.bin"])
    }

    @Test func aFormWithoutARequiredPartIsRefused() async throws {
        let body = "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--x--\r\n"
        let answer = try await wire.send(
            "POST",
            "/upload",
            fields: [.contentType: "multipart/form-data; boundary=x"],
            body: Array(body.utf8)
        )
        #expect(answer.status == 422)
        #expect(await service.inputs.isEmpty)
    }

    @Test func partsOfOtherKindsAreHandedOn() async throws {
        try await client.sendMixed(
            body: MultipartBody([MultipartPart(Body([1]), filename: "one"), MultipartPart(Body([2]), filename: "two")])
        )
        #expect(await service.names == ["one", "two"])
    }

    @Test func textAndBytesArriveAsTheyWereSent() async throws {
        try await client.putText(body: "grüß Gott")
        #expect((await service.inputs.last as? BodiesAPI.PutText)?.body == "grüß Gott")
        try await client.putBytes(body: Body([0, 255]))
        #expect(await service.bytes == [0, 255])
        try await client.putPicture(body: TypedBody(Body([137, 80]), as: "image/png"))
        #expect((await service.inputs.last as? BodiesAPI.PutPicture)?.body.type == "image/png")
        #expect(await service.bytes == [137, 80])
    }

    @Test func aBodyHasOneOfSeveralMediaTypes() async throws {
        let details = BodiesAPI.Details(title: "Offer")
        try await client.putDocument(body: .json(details))
        guard case .json(let json) = (await service.inputs.last as? BodiesAPI.PutDocument)?.body else { return fail("no JSON") }
        try await client.putDocument(body: .form(details))
        guard case .form(let form) = (await service.inputs.last as? BodiesAPI.PutDocument)?.body else { return fail("no form") }
        #expect(json.asText == details.asText && form.asText == details.asText)
        try await client.putDocument(body: .csv("a;b"))
        guard case .csv("a;b") = (await service.inputs.last as? BodiesAPI.PutDocument)?.body else { return fail("no CSV") }
        try await client.putDocument(body: .xml(Body(Array("<a/>".utf8))))
        #expect(await service.bytes == Array("<a/>".utf8))
        let answer = try await wire.send("PUT", "/documents", fields: [.contentType: "image/png"], body: [1])
        #expect(answer.status == 415)
    }

    @Test func aBodyMayBeLeftOutOrNull() async throws {
        try await client.patchDocument()
        #expect((await service.inputs.last as? BodiesAPI.PatchDocument).map { $0.body == nil } == true)
        try await client.patchDocument(body: .mergePatch(.init(title: "x")))
        #expect(try await sent().type == "application/merge-patch+json")
        try await client.putNullable(body: nil)
        #expect(try await sent() == ("application/json", "null"))
        #expect((await service.inputs.last as? BodiesAPI.PutNullable).map { $0.body == nil } == true)
    }

    @Test func linesAreStreamed() async throws {
        try await client.sendLines(body: JSONLines([BodiesAPI.Details(title: "a"), BodiesAPI.Details(title: "b")]))
        #expect(await service.inputs.compactMap { ($0 as? BodiesAPI.Details)?.title } == ["a", "b"])
    }

    @Test func aRangeWithAModelIsJSON() async throws {
        try await client.sendAnything(body: .init(title: "x"))
        #expect(try await sent().type == "application/json")
    }

    private func fail(_ problem: Comment) { Issue.record(problem) }
}
