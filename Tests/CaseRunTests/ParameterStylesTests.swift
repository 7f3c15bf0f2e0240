import CloudFlowRuntime
import HTTPTypes
import Testing

/// Answers with nothing, and keeps what came.
private actor Recorder: ParameterStylesAPI.Service {
    var inputs: [any Sendable] = []

    func keep(_ input: any Sendable) { inputs.append(input) }

    func pathStyles(_ input: ParameterStylesAPI.PathStyles) async throws(ParameterStylesAPI.PathStylesFailure) { keep(input) }
    func queryStyles(_ input: ParameterStylesAPI.QueryStyles) async throws(ParameterStylesAPI.QueryStylesFailure) { keep(input) }
    func headersAndCookies(
        _ input: ParameterStylesAPI.HeadersAndCookies
    ) async throws(ParameterStylesAPI.HeadersAndCookiesFailure) { keep(input) }
    func partsOfASegment(
        _ input: ParameterStylesAPI.PartsOfASegment
    ) async throws(ParameterStylesAPI.PartsOfASegmentFailure) { keep(input) }
    func customVerb(_ input: ParameterStylesAPI.CustomVerb) async throws(ParameterStylesAPI.CustomVerbFailure) { keep(input) }
    func defaultsAndChecks(
        _ input: ParameterStylesAPI.DefaultsAndChecks
    ) async throws(ParameterStylesAPI.DefaultsAndChecksFailure) { keep(input) }
    func notText(_ input: ParameterStylesAPI.NotText) async throws(ParameterStylesAPI.NotTextFailure) { keep(input) }
}

@Suite struct ParameterStylesTests {
    private let service = Recorder()
    private let wire: RecordingTransport
    private let client: ParameterStylesAPI.Client

    init() {
        wire = RecordingTransport(InMemoryTransport(service.routes()))
        client = ParameterStylesAPI.Client(url: "http://service.example", transport: wire)
    }

    @Test func pathParametersArriveAsTheyWereSent() async throws {
        let color = ParameterStylesAPI.Color(r: 100, g: 200)
        try await client.pathStyles(simple: ["a,b", "c"], exploded: color, label: [1, 2], matrix: color, json: color)
        #expect(await wire.target == "/colors/a%2Cb,c/R=100,G=200/.1,2/;R=100;G=200/%7B%22R%22%3A100%2C%22G%22%3A200%7D")
        let input = try #require(await service.inputs.first as? ParameterStylesAPI.PathStyles)
        #expect(input.simple == ["a,b", "c"])
        #expect(input.exploded.asText == color.asText && input.matrix.asText == color.asText && input.json.asText == color.asText)
        #expect(input.label == [1, 2])
    }

    @Test func queryParametersArriveAsTheyWereSent() async throws {
        let color = ParameterStylesAPI.Color(r: 1)
        let filter = ParameterStylesAPI.QueryStylesFilter(price: .init(min: 2.5))
        try await client.queryStyles(
            pipes: [3, 4],
            color: color,
            form: ["x", "y"],
            joined: ["p", "q"],
            spaces: ["one", "two"],
            filter: filter,
            json: color,
            reserved: "a/b?c",
            flag: true
        )
        let target = try #require(await wire.target)
        #expect(
            target == "/query?R=1&form=x&form=y&joined=p,q&spaces=one%20two&pipes=3%7C4&filter%5Bprice%5D%5Bmin%5D=2.5"
                + "&json=%7B%22R%22%3A1%7D&reserved=a/b?c&flag=true"
        )
        let input = try #require(await service.inputs.first as? ParameterStylesAPI.QueryStyles)
        #expect(input.color?.asText == color.asText && input.json?.asText == color.asText && input.filter?.asText == filter.asText)
        #expect(input.form == ["x", "y"] && input.joined == ["p", "q"] && input.spaces == ["one", "two"] && input.pipes == [3, 4])
        #expect(input.reserved == "a/b?c" && input.flag == true)
    }

    @Test func whatIsLeftOutIsAbsentOrHasItsDefault() async throws {
        try await client.queryStyles(pipes: [])
        let query = try #require(await service.inputs.first as? ParameterStylesAPI.QueryStyles)
        #expect(query.color?.asText == nil && query.form == nil && query.filter?.asText == nil && query.flag == nil)
        let answer = try await wire.send("GET", "/defaults?q=abc")
        #expect(answer.status == 204)
        let defaults = try #require(await service.inputs.last as? ParameterStylesAPI.DefaultsAndChecks)
        #expect(defaults.limit == 20 && defaults.sort == .desc && !defaults.dry)
    }

    @Test func headersAndCookiesArriveAsTheyWereSent() async throws {
        let color = ParameterStylesAPI.Color(r: 7)
        try await client.headersAndCookies(xColor: color, session: "s 1", xNames: ["a", "b"], xJson: color, theme: .dark, recent: [1, 2])
        let input = try #require(await service.inputs.first as? ParameterStylesAPI.HeadersAndCookies)
        #expect(input.xColor.asText == color.asText && input.xJson?.asText == color.asText && input.xNames == ["a", "b"])
        #expect(input.session == "s 1" && input.theme == .dark && input.recent == [1, 2])
    }

    @Test func parametersMayBePartsOfASegment() async throws {
        try await client.partsOfASegment(name: "receipt", extension: "pdf")
        #expect(await wire.target == "/files/receipt.pdf")
        let file = try #require(await service.inputs.last as? ParameterStylesAPI.PartsOfASegment)
        #expect(file.name == "receipt" && file.extension == "pdf")
        try await client.customVerb(id: 42)
        #expect(await wire.target == "/files/42:cancel")
        #expect((await service.inputs.last as? ParameterStylesAPI.CustomVerb)?.id == 42)
    }

    @Test(arguments: [
        ("/defaults?q=ab&limit=101", "parameter 'limit' must be 1 to 100"),
        ("/defaults?q=a", "parameter 'q' must have at least 2 characters"),
        ("/defaults?q=ab&ids=1&ids=2&ids=3&ids=4", "parameter 'ids' must have at most 3 items"),
    ])
    func parametersAreCheckedOnArrival(_ target: String, _ message: String) async throws {
        let answer = try await wire.send("GET", target)
        #expect(answer.status == 422)
        let error = try APIError(json: await answer.body.collect(upTo: 1_000))
        #expect(error.message == message)
        #expect(await service.inputs.isEmpty)
    }
}
