import HTTPTypes
import Testing

@testable import CloudFlowRuntime

/// What a value looks like in each style: the table of the OpenAPI specification, and what it leaves open.
struct ParameterStyleTests {
    private let array = ["blue", "black", "brown"]
    private let object: JSONValue = ["R": 100, "G": 200, "B": 150]

    @Test(
        arguments: [
            (.simple, false, "blue,black,brown", "R,100,G,200,B,150"),
            (.simple, true, "blue,black,brown", "R=100,G=200,B=150"),
            (.label, false, ".blue,black,brown", ".R,100,G,200,B,150"),
            (.label, true, ".blue.black.brown", ".R=100.G=200.B=150"),
            (.matrix, false, ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
            (.matrix, true, ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
        ] as [(ParameterStyle, Bool, String, String)]
    )
    func path(_ style: ParameterStyle, explode: Bool, array: String, object: String) throws {
        #expect(written { $0.path("color", self.array, style: style, explode: explode) }?.path == "/v1/colors/\(array)/light")
        #expect(written { $0.path("color", self.object, style: style, explode: explode) }?.path == "/v1/colors/\(object)/light")
    }

    @Test(arguments: [(.simple, "blue"), (.label, ".blue"), (.matrix, ";color=blue")] as [(ParameterStyle, String)])
    func scalarInAPath(_ style: ParameterStyle, text: String) {
        #expect(written { $0.path("color", "blue", style: style) }?.path == "/v1/colors/\(text)/light")
    }

    @Test(
        arguments: [
            (.form, false, "color=blue,black,brown", "color=R,100,G,200,B,150"),
            (.form, true, "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
            (.form, nil, "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
            (.spaceDelimited, false, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
            (.pipeDelimited, nil, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
            (.tabDelimited, false, "color=blue%09black%09brown", "color=R%09100%09G%09200%09B%09150"),
            (
                .deepObject, true, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
            ),
        ] as [(ParameterStyle, Bool?, String, String)]
    )
    func query(_ style: ParameterStyle, explode: Bool?, array: String, object: String) throws {
        #expect(written { $0.query("color", self.array, style: style, explode: explode) }?.query == array[...])
        #expect(written { $0.query("color", self.object, style: style, explode: explode) }?.query == object[...])
    }

    @Test(
        arguments: [
            (false, "blue,black,brown", "R,100,G,200,B,150"), (true, "blue,black,brown", "R=100,G=200,B=150"),
        ]
    )
    func header(explode: Bool, array: String, object: String) throws {
        let field = try #require(HTTPField.Name("X-Color"))
        #expect(written { $0.header("X-Color", self.array, explode: explode) }?.head.headerFields[field] == array)
        #expect(written { $0.header("X-Color", self.object, explode: explode) }?.head.headerFields[field] == object)
    }

    @Test(
        arguments: [
            (.form, false, "color=blue,black,brown", "color=R,100,G,200,B,150"),
            (.form, nil, "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
            (.cookie, nil, "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
            (.cookie, false, "color=blue,black,brown", "color=R,100,G,200,B,150"),
        ] as [(ParameterStyle, Bool?, String, String)]
    )
    func cookie(_ style: ParameterStyle, explode: Bool?, array: String, object: String) throws {
        let sent = try #require(written { $0.cookie("color", self.array, style: style, explode: explode) })
        #expect(sent.head.headerFields[.cookie] == array)
        var reader = try reader(of: sent)
        #expect(try reader.cookie("color", style: style, explode: explode) == self.array)
        #expect(written { $0.cookie("color", self.object, style: style, explode: explode) }?.head.headerFields[.cookie] == object)
    }

    @Test
    func whatIsNestedStandsThereAsJSON() throws {
        let nested: JSONValue = ["a": ["b": 1], "c": [2]]
        #expect(written { $0.query("color", nested, style: .form, explode: false) }?.query == "color=a,%7B%22b%22%3A1%7D,c,%5B2%5D")
        #expect(written { $0.query("color", nested, style: .form, explode: true) }?.query == "a=%7B%22b%22%3A1%7D&c=2")
    }

    @Test
    func deepObjectNests() throws {
        let nested: JSONValue = ["a": ["b": ["c": 1]], "d": [["e": 1], ["e": 2]], "f": [], "g": ["x"], "h": nil]
        let query = try #require(written { $0.query("q", nested, style: .deepObject) }?.query)
        #expect(query.percentDecoded() == "q[a][b][c]=1&q[d][0][e]=1&q[d][1][e]=2&q[f]=&q[g][]=x")
    }

    /// RFC 6570: an empty list is undefined.
    @Test
    func emptyValueIsSentOnlyWhereItMustBe() throws {
        #expect(written { $0.query("color", [String](), style: .form) }?.query == "color=")
        #expect(written { $0.query("color", Optional([String]()), style: .form) }?.query == nil)
        #expect(written { $0.query("color", JSONValue([:]), style: .deepObject) }?.query == "color=")
        #expect(written { $0.query("color", Optional(JSONValue([:])), style: .deepObject) }?.query == nil)
        #expect(written { $0.query("color", [String]?.none, style: .form) }?.query == nil)
        #expect(written { $0.query("color", JSONValue.null, style: .form) }?.query == nil)
        #expect(written { $0.header("X-Color", Optional([String]()), explode: false) }?.head.headerFields.count == 1)
        #expect(written { $0.cookie("color", Optional([String]()), style: .form) }?.head.headerFields[.cookie] == nil)
    }

    @Test
    func reservedCharactersAreLeftInWhereThatIsAllowed() throws {
        let text = "/a?b:c@d;e=f&g#h+i[j]k,l m%n'!$()*"
        let query = "color=/a?b:c@d;e%3Df%26g%23h%2Bi%5Bj%5Dk%2Cl%20m%25n'!$()*"
        #expect(written { $0.query("color", text, style: .form, allowsReserved: true) }?.query == query[...])
        #expect(written { $0.query("color", text, style: .form) }?.query?.contains("/") == false)
        let path = "/v1/colors/%2Fa%3Fb:c@d%3Be%3Df&g%23h+i%5Bj%5Dk%2Cl%20m%25n'!$()*/light"
        #expect(written { $0.path("color", text, style: .simple, allowsReserved: true) }?.path == path[...])
    }

    @Test
    func whatCanNotBeSentIsAProblemThatDoesNotTellIt() {
        #expect(problem { $0.path("color", [String](), style: .simple) } == "the path parameter 'color' is empty")
        #expect(problem { $0.path("color", ["."], style: .label, explode: true) } == dots)
        #expect(problem { $0.path("color", "", style: .label) } == dots)
        #expect(problem { $0.path("color", "..", style: .simple) } == dots)
        #expect(
            problem { $0.query("color", ["s3cret a"], style: .spaceDelimited) }
                == "an element of the query parameter 'color' holds what separates elements"
        )
        #expect(
            problem { $0.query("color", ["s3cret[": 1], style: .deepObject) }
                == "a member of the query parameter 'color' has a name that can't stand in brackets"
        )
        #expect(problem { $0.cookie("color", "s3cret a", style: .cookie) } == "the cookie 'color' holds what cookies can't")
        #expect(
            problem { $0.query("color", [1, Double.nan], style: .form) }
                == "query parameter 'color': JSON has no infinite numbers and no NaN"
        )
    }

    private let dots = "the path parameter 'color' comes to dots alone, which paths can't hold"

    private func problem(_ write: (inout RequestWriter) -> Void) -> String? {
        var writer = RequestWriter(Route("GET", "/{color}", operationID: ""))
        write(&writer)
        return writer.problem
    }
}
