import Testing

@testable import CloudFlowRuntime

struct MediaTypeTests {
    @Test
    func parametersAreTakenApart() throws {
        let text = #"Multipart/Form-Data ; Boundary="a; b" ;charset=UTF-8;flag"#
        let type = try #require(MediaType(text))
        #expect(type.essence == "multipart/form-data")
        #expect(type.parameters == ["boundary": "a; b", "charset": "UTF-8"])
        #expect(type.boundary == "a; b")
    }

    @Test(arguments: ["", "json", "a/", "/b", "a/b/c", "a/ü"])
    func whatIsNoMediaTypeIsNone(_ text: String) {
        #expect(MediaType(text) == nil)
    }

    @Test(
        arguments: [
            ("application/json", "application/json"), ("APPLICATION/JSON; charset=utf-8", "application/json"),
            ("application/problem+json", "application/json"), ("text/csv", "text/csv"), ("text/plain; charset=utf-8", "text/*"),
            ("text/html", "text/*"), ("image/png", "image/png"), ("image/gif", "*/*"), ("application/vnd.x+xml", "application/*+xml"),
            ("application/vnd.report; version=1", "application/vnd.report; version=1"),
            ("application/vnd.report; version=2; x=y", "application/vnd.report; version=2"),
            ("application/vnd.report", "application/vnd.report"),
        ] as [(MediaType, MediaType)]
    )
    func bestOneIsChosen(_ actual: MediaType, expected: MediaType) {
        let accepted: [MediaType] = [
            "*/*", "text/*", "text/csv", "application/json", "image/png", "application/*+xml", "application/vnd.report; version=1",
            "application/vnd.report; version=2", "application/vnd.report",
        ]
        #expect(actual.best(among: accepted)?.text == expected.text)
    }

    @Test(arguments: ["text/html", "application/xml", "applicationx/json", "application/vnd.report; version=3"] as [MediaType])
    func noneIsChosenWhereNoneFits(_ actual: MediaType) {
        #expect(actual.best(among: ["application/json", "text/csv", "application/vnd.report; version=1", "image/*"]) == nil)
    }

    /// A parameter that the peer leaves out is not contradicted.
    @Test
    func missingParameterIsNoContradiction() {
        #expect(("application/json" as MediaType).best(among: ["application/json;stream=watch"]) != nil)
    }

    @Test(
        arguments: [
            (#"; name="a\"b""#, "a\"b"), (#"; name="C:\dir\""#, #"C:\dir\"#), (#"; name="C:\dir\"; x=y"#, #"C:\dir\"#),
            (#"; name="a"#, "a"), ("; name= a ; x", "a"), (#"; name="ü 😀""#, "ü 😀"), ("; name=", ""), (#"; name="""#, ""),
        ]
    )
    func valueOfAParameter(_ text: String, expected: String) {
        #expect(fieldParameters(text[...]).first?.name == "name")
        #expect(fieldParameters(text[...]).first?.value == expected)
    }
}
