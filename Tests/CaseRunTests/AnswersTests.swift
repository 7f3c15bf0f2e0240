import CloudFlowRuntime
import HTTPTypes
import Testing

/// Answers as the test says.
private struct Answering: AnswersAPI.Service {
    var put: Result<AnswersAPI.PutThingOutput, AnswersAPI.PutThingFailure> = .success(.accepted)
    var page = AnswersAPI.GetPageOutput.html("<p>")

    func putThing(_ input: AnswersAPI.PutThing) async throws(AnswersAPI.PutThingFailure) -> AnswersAPI.PutThingOutput { try put.get() }
    func getThing(_ input: AnswersAPI.GetThing) async throws(AnswersAPI.GetThingFailure) -> AnswersAPI.GetThingOutput {
        if input.id == "busy" { throw .conflict(.init(body: .init(title: "busy"), retryAfter: 7)) }
        return .init(body: .init(name: input.id), eTag: "v1", xRateLimit: 9, xTags: ["a", "b"], xOwner: .init(name: "me"))
    }
    func peekAtThing(_ input: AnswersAPI.PeekAtThing) async throws(AnswersAPI.PeekAtThingFailure) -> AnswersAPI.PeekAtThingOutput {
        .init(eTag: "v1")
    }
    func deleteThing(_ input: AnswersAPI.DeleteThing) async throws(AnswersAPI.DeleteThingFailure) {}
    func onlyDefault(_ input: AnswersAPI.OnlyDefault) async throws(AnswersAPI.OnlyDefaultFailure) -> [AnswersAPI.Thing] {
        [.init(name: "only")]
    }
    func follow(_ input: AnswersAPI.Follow) async throws(AnswersAPI.FollowFailure) -> AnswersAPI.FollowOutput { .init(location: "/there") }
    func getPage(_ input: AnswersAPI.GetPage) async throws(AnswersAPI.GetPageFailure) -> AnswersAPI.GetPageOutput { page }
    func getFile(_ input: AnswersAPI.GetFile) async throws(AnswersAPI.GetFileFailure) -> AnswersAPI.GetFileOutput {
        .partialContent(TypedBody(Body([1, 2, 3]), as: "image/png"))
    }
    func watch(_ input: AnswersAPI.Watch) async throws(AnswersAPI.WatchFailure) -> EventStream<AnswersAPI.Thing> {
        EventStream([.init(.init(name: "a"), event: "made", id: "1"), .init(.init(name: "b"))])
    }
    func export(_ input: AnswersAPI.Export) async throws(AnswersAPI.ExportFailure) -> JSONLines<AnswersAPI.Thing> {
        JSONLines([.init(name: "a"), .init(name: "b")])
    }
    func search(_ input: AnswersAPI.Search) async throws(AnswersAPI.SearchFailure) -> AnswersAPI.Thing { input.body }
    func purge(_ input: AnswersAPI.Purge) async throws(AnswersAPI.PurgeFailure) {}
    func askForOptions(_ input: AnswersAPI.AskForOptions) async throws(AnswersAPI.AskForOptionsFailure) -> AnswersAPI.AskForOptionsOutput {
        .init(allow: "QUERY, PURGE")
    }
    func trace(_ input: AnswersAPI.Trace) async throws(AnswersAPI.TraceFailure) -> Body { Body(Array("TRACE".utf8)) }
}

@Suite struct AnswersTests {
    private func client(of service: Answering = Answering()) -> AnswersAPI.Client {
        AnswersAPI.Client(
            url: "http://service.example",
            transport: InMemoryTransport(service.routes()),
            options: CallOptions(retry: .never)
        )
    }

    private func put(_ answer: Result<AnswersAPI.PutThingOutput, AnswersAPI.PutThingFailure>) async throws(AnswersAPI.PutThingFailure)
        -> AnswersAPI.PutThingOutput
    {
        try await client(of: Answering(put: answer)).putThing(id: "1", body: .init(name: "x"))
    }

    @Test func eachStatusOfSuccessIsACase() async throws {
        guard case .ok(let thing) = try await put(.success(.ok(.init(name: "x")))), thing.name == "x" else { return fail("200") }
        guard case .created(let created) = try await put(.success(.created(.init(body: thing, location: "/things/1")))) else {
            return fail("201")
        }
        #expect(created.body.asText == thing.asText && created.location == "/things/1")
        guard case .accepted = try await put(.success(.accepted)) else { return fail("202") }
        guard case .successful(203, "text") = try await put(.success(.successful(status: 203, "text"))) else { return fail("2XX") }
    }

    @Test func failuresAreToldApartByStatusAndRange() async throws {
        await #expect { try await put(.failure(.conflict(.init(body: .init(title: "t"), retryAfter: 3)))) } throws: { error in
            guard case .conflict(let answer)? = error as? AnswersAPI.PutThingFailure else { return false }
            return answer.retryAfter == 3 && answer.body.title == "t"
        }
        await #expect { try await put(.failure(.clientError(status: 418, .init(title: "t")))) } throws: { error in
            guard case .clientError(418, let problem)? = error as? AnswersAPI.PutThingFailure else { return false }
            return problem.title == "t"
        }
        await #expect { try await put(.failure(.serverError(status: 503))) } throws: { error in
            if case .serverError(503)? = error as? AnswersAPI.PutThingFailure { true } else { false }
        }
        await #expect { try await put(.failure(.other(status: 300, "x"))) } throws: { error in
            if case .other(300, "x")? = error as? AnswersAPI.PutThingFailure { true } else { false }
        }
    }

    @Test func headerFieldsComeWithTheBody() async throws {
        let answer = try await client().getThing(id: "7")
        #expect(answer.body.name == "7" && answer.eTag == "v1" && answer.xRateLimit == 9)
        #expect(answer.xTags == ["a", "b"] && answer.xOwner?.name == "me")
        #expect(try await client().peekAtThing(id: "7").eTag == "v1")
        #expect(try await client().follow().location == "/there")
        #expect(try await client().askForOptions().allow == "QUERY, PURGE")
    }

    @Test func operationsWithoutASuccessHaveOne() async throws {
        try await client().deleteThing(id: "1")
        #expect(try await client().onlyDefault().map(\.name) == ["only"])
    }

    @Test func aBodyHasOneOfSeveralMediaTypes() async throws {
        guard case .html("<p>") = try await client().getPage() else { return fail("HTML") }
        guard case .json(let thing) = try await client(of: Answering(page: .json(.init(name: "x")))).getPage() else { return fail("JSON") }
        #expect(thing.name == "x")
        guard case .pdf(let body) = try await client(of: Answering(page: .pdf(Body([9])))).getPage() else { return fail("PDF") }
        #expect(try await body.collect(upTo: 10) == [9])
    }

    @Test func bytesSayWhatTheyAre() async throws {
        guard case .partialContent(let part) = try await client().getFile() else { return fail("206") }
        #expect(part.type == "image/png")
        #expect(try await part.body.collect(upTo: 10) == [1, 2, 3])
        #expect(try await client().trace().collect(upTo: 10) == Array("TRACE".utf8))
    }

    @Test func eventsAndLinesAreSequences() async throws {
        var events: [ServerSentEvent<AnswersAPI.Thing>] = []
        for try await event in try await client().watch() { events.append(event) }
        #expect(events.map(\.data.name) == ["a", "b"] && events.map(\.event) == ["made", nil] && events.map(\.id) == ["1", "1"])
        var names: [String] = []
        for try await thing in try await client().export() { names.append(thing.name) }
        #expect(names == ["a", "b"])
    }

    @Test func methodsOfAllKindsAreRouted() async throws {
        #expect(try await client().search(body: .init(name: "x")).name == "x")
        try await client().purge()
    }

    @Test func headIsAnsweredWhereGetIs() async throws {
        let wire = RecordingTransport(InMemoryTransport(Answering().routes()))
        let answer = try await wire.send("HEAD", "/only-default")
        #expect(answer.status == 200 && answer.body.length == 0)
        #expect(answer.head.headerFields[.contentType] == "application/json")
        #expect(try await wire.send("POST", "/only-default").head.headerFields[.allow] == "GET, HEAD")
    }

    private func fail(_ what: Comment) { Issue.record(what) }
}
