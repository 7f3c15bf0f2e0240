import CloudFlowRuntime
import HTTPTypes
import Synchronization
import Testing

/// Knows a few callers, and tells who called last.
private final class Doors: SecuritySchemesAPI.Service {
    private let caller = Mutex("nobody")

    var last: String { caller.withLock { $0 } }

    private func note(_ name: String?) { caller.withLock { $0 = name ?? "nobody" } }

    func authenticate(oauth: BearerToken) async throws(AuthenticationFailure) -> String {
        if oauth.value != "good" { throw .unauthorized("the token is not known") }
        return "oauth"
    }
    func authenticate(openId: BearerToken) async throws(AuthenticationFailure) -> String {
        if openId.value != "id" { throw .unauthorized("the token is not known") }
        return "openId"
    }
    func authenticate(appId: APIKey, appKey: APIKey) async throws(AuthenticationFailure) -> String { "\(appId.value) \(appKey.value)" }
    func authenticate(login: BasicCredentials) async throws(AuthenticationFailure) -> String { "\(login.user) \(login.password)" }
    func authenticate(session: APIKey) async throws(AuthenticationFailure) -> String { session.value }

    func listThings(_ input: SecuritySchemesAPI.ListThings, as principal: String) async throws(SecuritySchemesAPI.ListThingsFailure) {
        note(principal)
    }
    func makeThing(_ input: SecuritySchemesAPI.MakeThing, as principal: String) async throws(SecuritySchemesAPI.MakeThingFailure) {
        note(principal)
    }
    func basicOnly(_ input: SecuritySchemesAPI.BasicOnly, as principal: String) async throws(SecuritySchemesAPI.BasicOnlyFailure) {
        note(principal)
    }
    func cookieOnly(_ input: SecuritySchemesAPI.CookieOnly, as principal: String) async throws(SecuritySchemesAPI.CookieOnlyFailure) {
        note(principal)
    }
    func knownOrNot(_ input: SecuritySchemesAPI.KnownOrNot, as principal: String?) async throws(SecuritySchemesAPI.KnownOrNotFailure) {
        note(principal)
    }
    func `open`(_ input: SecuritySchemesAPI.Open) async throws(SecuritySchemesAPI.OpenFailure) { note(nil) }
    func certificate(_ input: SecuritySchemesAPI.Certificate) async throws(SecuritySchemesAPI.CertificateFailure) { note(nil) }
}

@Suite struct SecurityTests {
    private let doors = Doors()

    private func client(
        oauth: (any TokenSource)? = nil,
        openId: (any TokenSource)? = nil,
        appId: APIKey? = nil,
        appKey: APIKey? = nil,
        login: BasicCredentials? = nil,
        session: APIKey? = nil
    ) -> SecuritySchemesAPI.Client {
        SecuritySchemesAPI.Client(
            url: "http://service.example",
            oauth: oauth,
            appId: appId,
            appKey: appKey,
            openId: openId,
            login: login,
            session: session,
            transport: InMemoryTransport(doors.routes()),
            options: CallOptions(retry: .never)
        )
    }

    @Test func eachSchemeIsKnownToTheService() async throws {
        try await client(oauth: BearerToken("good")).listThings()
        #expect(doors.last == "oauth")
        try await client(appId: APIKey("a"), appKey: APIKey("b c")).listThings()
        #expect(doors.last == "a b c")
        try await client(login: BasicCredentials(user: "ann", password: "a:b")).basicOnly()
        #expect(doors.last == "ann a:b")
        try await client(session: APIKey("s1")).cookieOnly()
        #expect(doors.last == "s1")
    }

    @Test func alternativesAreTriedInTurn() async throws {
        // Half of a combination is none of it.
        try await client(oauth: BearerToken("good"), appId: APIKey("a")).listThings()
        #expect(doors.last == "oauth")
        try await client(openId: BearerToken("id")).makeThing()
        #expect(doors.last == "openId")
    }

    @Test func callersMayStayUnknownWhereTheSpecSaysSo() async throws {
        try await client(login: BasicCredentials(user: "ann", password: "x")).knownOrNot()
        #expect(doors.last == "ann x")
        try await client().knownOrNot()
        #expect(doors.last == "nobody")
        try await client(oauth: BearerToken("good")).open()
        #expect(doors.last == "nobody")
    }

    @Test func whoeverDoesNotSayWhoTheyAreIsRefused() async throws {
        let wire = RecordingTransport(InMemoryTransport(doors.routes()))
        let answer = try await wire.send("GET", "/things")
        #expect(answer.status == 401)
        #expect(answer.head.headerFields[.wwwAuthenticate] == "Bearer, ApiKey in=\"header\", ApiKey in=\"query\"")
        #expect(try await wire.send("GET", "/basic", fields: [.authorization: "Basic ?"]).status == 401)
        #expect(try await wire.send("GET", "/things", fields: [.authorization: "Bearer bad"]).status == 401)
    }

    @Test func aRefusedTokenIsRefreshedOnce() async throws {
        let fetched = Atomic(0)
        let source = RefreshingToken {
            let number = fetched.add(1, ordering: .relaxed).newValue
            return .init(BearerToken(number == 1 ? "stale" : "good"), lifetime: .seconds(3600))
        }
        try await client(oauth: source).listThings()
        #expect(doors.last == "oauth")
        try await client(oauth: source).listThings()
        #expect(fetched.load(ordering: .relaxed) == 2)
    }

    @Test func aSourceWithoutATokenSendsNothing() async throws {
        struct NoToken: Error {}
        await #expect {
            try await client(oauth: RefreshingToken { throw NoToken() }).listThings()
        } throws: { error in
            guard case .failed(let failure)? = error as? SecuritySchemesAPI.ListThingsFailure else { return false }
            return failure.delivery == .never
        }
    }
}
