import CloudFlowRuntime
import HTTPTypes
import Testing

private actor Answering: Openapi3_2API.Service {
    private(set) var inputs: [any Sendable] = []

    func authenticate(device: BearerToken) async throws(AuthenticationFailure) -> String { "somebody" }

    func searchThings(_ input: Openapi3_2API.SearchThings, as principal: String) async throws(Openapi3_2API.SearchThingsFailure)
        -> Openapi3_2API.SearchThingsOutput
    {
        inputs.append(input)
        if input.body.text == "events" { return .events(EventStream([.init(.number(.init(value: 2.5)), event: "hit")])) }
        return .lines(JSONLines([.word(.init(text: "a")), .unknown(.init(kind: "sound"))]))
    }

    func listThings(_ input: Openapi3_2API.ListThings, as principal: String) async throws(Openapi3_2API.ListThingsFailure)
        -> [Openapi3_2API.Hit]
    {
        inputs.append(input)
        return []
    }

    func filterThings(_ input: Openapi3_2API.FilterThings, as principal: String) async throws(Openapi3_2API.FilterThingsFailure) {
        inputs.append(input)
    }

    func copyThings(_ input: Openapi3_2API.CopyThings, as principal: String) async throws(Openapi3_2API.CopyThingsFailure) {
        inputs.append(input)
    }

    func storeFiles(_ input: Openapi3_2API.StoreFiles, as principal: String) async throws(Openapi3_2API.StoreFilesFailure) {
        inputs.append(input)
    }
}

@Suite struct OpenAPI32Tests {
    private let service = Answering()
    private let wire: RecordingTransport
    private let client: Openapi3_2API.Client

    init() {
        wire = RecordingTransport(InMemoryTransport(service.routes()))
        client = Openapi3_2API.Client(server: .init(url: "http://service.example"), device: BearerToken("t"), transport: wire)
    }

    @Test func aQueryIsAnsweredWithASequenceOfTexts() async throws {
        guard case .lines(let lines) = try await client.searchThings(body: .init(text: "lines"), words: ["a", "b"]) else {
            Issue.record("not lines")
            return
        }
        var kinds: [String?] = []
        for try await hit in lines {
            switch hit {
            case .word(let word): kinds.append(word.text)
            case .unknown(let unknown): kinds.append(unknown.kind)
            case .number, .other: kinds.append(nil)
            }
        }
        #expect(kinds == ["a", "sound"])
        #expect(await wire.request?.head.method.rawValue == "QUERY")
        #expect((await service.inputs.first as? Openapi3_2API.SearchThings)?.words == ["a", "b"])
    }

    @Test func dataOfEventsIsTyped() async throws {
        guard case .events(let events) = try await client.searchThings(body: .init(text: "events")) else {
            Issue.record("not events")
            return
        }
        var values: [Double?] = []
        for try await event in events {
            if case .number(let number) = event.data { values.append(number.value) }
        }
        #expect(values == [2.5])
    }

    @Test(arguments: [#"{"kind":"other"}"#, "{}"]) func whatNothingIsMappedToIsTheDefault(_ json: String) throws {
        guard case .unknown = try Openapi3_2API.Hit(json: Array(json.utf8), strict: true) else {
            Issue.record("not the default")
            return
        }
    }

    @Test func theWholeQueryIsOneParameter() async throws {
        _ = try await client.listThings(filter: .init(word: "a b", sizes: [1, 2]))
        #expect(await wire.target == "/things?word=a%20b&sizes=1&sizes=2")
        let filter = (await service.inputs.first as? Openapi3_2API.ListThings)?.filter
        #expect(filter?.word == "a b" && filter?.sizes == [1, 2])
    }

    @Test func theWholeQueryMayBeJSON() async throws {
        try await client.filterThings(filter: .init(text: "a=b&c d"))
        #expect(await wire.target == "/things?%7B%22text%22%3A%22a%3Db%26c%20d%22%7D")
        #expect((await service.inputs.first as? Openapi3_2API.FilterThings)?.filter?.text == "a=b&c d")
        try await client.filterThings()
        #expect(await wire.target == "/things")
        #expect((await service.inputs.last as? Openapi3_2API.FilterThings)?.filter == nil)
    }

    @Test(arguments: [("{\"text\":\"a=b\"}", 204), ("%7B%22text%22%3A1%7D", 422), ("text=a", 422)])
    func aQueryThatIsNotEncodedIsReadAsWell(_ query: String, _ status: Int) async throws {
        let answer = try await wire.send("POST", "/things?\(query)", fields: [.authorization: "Bearer t"])
        #expect(answer.head.status.code == status)
    }

    @Test func methodsMayBeOfAnyName() async throws {
        try await client.copyThings()
        #expect(await wire.request?.head.method.rawValue == "COPY")
    }

    @Test func partsThatNothingIsSaidOfAreFiles() async throws {
        let picture = MultipartPart(Body([0x89, 0x50, 0xFF]), filename: "a.png", contentType: "image/png")
        let more = MultipartPart(Body([1]), filename: "b")
        try await client.storeFiles(body: .multipart(.init(file: picture, more: [more], about: ["of": "me"])))
        guard case .multipart(let form) = (await service.inputs.first as? Openapi3_2API.StoreFiles)?.body else {
            Issue.record("not a form")
            return
        }
        #expect(form.file.body.bytes == [0x89, 0x50, 0xFF] && form.more?.map(\.filename) == ["b"])
        #expect(form.about.map { String(decoding: (try? $0.json()) ?? [], as: UTF8.self) } == #"{"of":"me"}"#)
    }
}
