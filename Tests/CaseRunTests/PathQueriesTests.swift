import CloudFlowRuntime
import HTTPTypes
import Testing

private actor Jobs: PathQueriesAPI.Service {
    private(set) var calls: [String] = []

    func listJobs(_ input: PathQueriesAPI.ListJobs) async throws(PathQueriesAPI.ListJobsFailure) {
        calls.append("list \(input.size ?? 0)")
    }
    func countJobs(_ input: PathQueriesAPI.CountJobs) async throws(PathQueriesAPI.CountJobsFailure) { calls.append("count") }
    func anyJobs(_ input: PathQueriesAPI.AnyJobs) async throws(PathQueriesAPI.AnyJobsFailure) { calls.append("any") }
    func getJob(_ input: PathQueriesAPI.GetJob) async throws(PathQueriesAPI.GetJobFailure) { calls.append("get \(input.id)") }
    func putJob(_ input: PathQueriesAPI.PutJob) async throws(PathQueriesAPI.PutJobFailure) { calls.append("put") }
    func oddJob(_ input: PathQueriesAPI.OddJob) async throws(PathQueriesAPI.OddJobFailure) { calls.append("odd \(input.id)") }
}

@Suite struct PathQueriesTests {
    private let service = Jobs()
    private let wire: RecordingTransport
    private let client: PathQueriesAPI.Client

    init() {
        wire = RecordingTransport(InMemoryTransport(service.routes()))
        client = PathQueriesAPI.Client(url: "http://service.example", transport: wire)
    }

    @Test func theQueryOfAPathComesBeforeItsParameters() async throws {
        try await client.listJobs(size: 3)
        #expect(await wire.target == "/jobs?action=list&size=3")
        try await client.countJobs()
        #expect(await wire.target == "/jobs?action=count")
        try await client.anyJobs()
        #expect(await wire.target == "/jobs")
        try await client.getJob(id: "a b")
        #expect(await wire.target == "/jobs?id=a%20b")
        #expect(await service.calls == ["list 3", "count", "any", "get a b"])
    }

    @Test func whatPathsCantHoldIsEncoded() async throws {
        try await client.putJob()
        #expect(await wire.target == "/%23Target=Jobs.Put")
        try await client.oddJob(id: "1")
        #expect(await wire.target == "/sp%20ace/%C3%BCmlaut/%41/1%C3%A9")
        #expect(await service.calls == ["put", "odd 1"])
    }

    @Test(arguments: [
        ("/jobs?size=3&action=list", "list 3", 204), ("/jobs?id=", nil, 422), ("/jobs?action=other", nil, 422),
        ("/sp%20ace/%c3%bcmlaut/A/2%C3%A9", "odd 2", 204),
    ])
    func requestsAreToldApartByTheirQueries(_ target: String, _ call: String?, _ status: Int) async throws {
        #expect(try await wire.send("GET", target).head.status.code == status)
        #expect(await service.calls.last == call)
    }
}
