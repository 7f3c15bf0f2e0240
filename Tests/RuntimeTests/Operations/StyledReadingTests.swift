import HTTPTypes
import Testing

@testable import CloudFlowRuntime

/// How styled parameters are read from what other clients send, and what they are told when they are wrong.
struct StyledReadingTests {
    @Test(
        arguments: [
            ("color=blue|black", .pipeDelimited), ("color=blue%7cblack", .pipeDelimited), ("color=blue+black", .spaceDelimited),
            ("color%5B%5D=blue&color%5b%5d=black", .deepObject), ("color[0]=blue&color[1]=black", .deepObject),
            ("color[1]=black&color[0]=blue", .deepObject), ("color=blue&color=black", .deepObject),
            ("color=blue&x=&color=black", .form),
        ] as [(String, ParameterStyle)]
    )
    func arrayAsOthersWriteIt(_ query: String, style: ParameterStyle) throws {
        var reader = try reader(query)
        #expect(try reader.query("color", style: style) == ["blue", "black"])
    }

    @Test
    func valueOfOneIsAnArrayOrAScalarAsTheTypeSays() throws {
        for (query, style) in [("c=7", ParameterStyle.form), ("c=7", .deepObject), ("c[]=7", .deepObject)] {
            var reader = try reader(query)
            #expect(try reader.query("c", style: style) == [7])
            #expect(try reader.query("c", style: style) == ["7"])
            if query == "c=7" { #expect(try reader.query("c", style: style) == 7) }
        }
        var nested = try reader("c[a]=7&c[b][]=1")
        #expect(try nested.query("c", style: .deepObject) == ["a": [7], "b": [1]])
    }

    @Test
    func unionOfAScalarAndAnObjectIsReadAsWhatIsThere() throws {
        var scalar = try reader("created=1")
        #expect(try scalar.query("created", style: .deepObject) == Range.exact(1))
        var object = try reader("created[gt]=1&created[lt]=3")
        #expect(try object.query("created", style: .deepObject) == Range.between(["gt": 1, "lt": 3]))
    }

    /// Numbers and truth values stay texts where texts are wanted, also as values of an enumeration.
    @Test
    func textsStayTexts() throws {
        var reader = try reader("name=1e400&isOn=true&kind=1&tags=2&tags=true")
        let shade: Shade = try reader.query("shade", style: .form)
        #expect(shade == Shade(name: "1e400", isOn: true, kind: .numbered, tags: ["2", "true"]))
    }

    @Test
    func explodedObjectTakesItsMembersAndNoOthers() throws {
        var reader = try reader("name=a&isOn=true&kind=warm&limit=3&stray=1")
        let shade: Shade? = try reader.optionalQuery("shade", style: .form)
        #expect(shade == Shade(name: "a", isOn: true))
        #expect(try reader.query("limit") == 3)
        #expect(throws: Refusal.self) { try reader.refuseUnknownQuery() }
        #expect(reader.query.strays.first?.name == "stray")
    }

    @Test
    func explodedObjectMayBeAbsent() throws {
        var reader = try reader("limit=3")
        #expect(try reader.optionalQuery("shade", style: .form) == Shade?.none)
        #expect(try reader.optionalQuery("colors", style: .form) == [String]?.none)
        #expect(try reader.optionalQuery("deep", style: .deepObject) == Shade?.none)
        #expect(try reader.optionalQuery("flat", style: .form, explode: false) == Shade?.none)
        #expect(try reader.optionalCookie("c", style: .form) == [Int]?.none)
        #expect(try reader.optionalHeader("X-C", explode: false) == [Int]?.none)
    }

    @Test
    func freeObjectTakesWhatIsLeft() throws {
        var reader = try reader("limit=3&a=1&b=2&b=3")
        #expect(try reader.query("limit") == 3)
        #expect(try reader.query("rest", style: .form) == ["a": ["1"], "b": ["2", "3"]])
        try reader.refuseUnknownQuery()
    }

    @Test(
        arguments: [
            ("", .form, true, "query parameter 'sizes' is missing"),
            ("", .deepObject, true, "query parameter 'sizes' is missing"),
            ("Sizes=1", .pipeDelimited, false, "query parameter 'sizes' is missing; one is spelt nearly so, and names are case sensitive"),
            ("sizes=1,s3cret", .form, false, "query parameter 'sizes', at /1: expected a number"),
            ("sizes=1&sizes=2", .form, false, "query parameter 'sizes' is given 2 times; give it once"),
            ("sizes=1.5", .form, true, "query parameter 'sizes', at /0: expected an integer, found a number with a fraction"),
            ("sizes[a]=1", .deepObject, true, "query parameter 'sizes': expected an array"),
            (
                "sizes[a]=1&sizes=s3cret", .deepObject, true,
                "query parameter 'sizes' has a member that is given both as a value and by members"
            ),
            ("sizes\(String(repeating: "[a]", count: 33))=1", .deepObject, true, "query parameter 'sizes' is nested more than 32 deep"),
        ] as [(String, ParameterStyle, Bool, String)]
    )
    func arrayThatIsNoneIsRefused(_ query: String, style: ParameterStyle, explode: Bool, message: String) throws {
        var reader = try reader(query)
        let refusal = #expect(throws: Refusal.self) { let _: [Int] = try reader.query("sizes", style: style, explode: explode) }
        #expect(refusal?.error == APIError(.invalidData, message))
    }

    @Test(
        arguments: [
            ("name=s3cret", "query parameter 'shade', at /isOn: 'isOn' is missing"),
            ("isOn=s3cret&name=a", "query parameter 'shade', at /isOn: expected a boolean"),
            ("name=a&isOn=true&kind=warm&size=1001", "query parameter 'shade', at /size: must be -10 to 1000"),
        ]
    )
    func objectThatIsNoneIsRefused(_ query: String, message: String) throws {
        var reader = try reader(query)
        let refusal = #expect(throws: Refusal.self) { let _: Shade = try reader.query("shade", style: .form) }
        #expect(refusal?.error == APIError(.invalidData, message))
    }

    @Test
    func closedObjectOfItsOwnIsClosed() throws {
        var reader = try reader("shade[name]=a&shade[isOn]=true&shade[kind]=x&shade[s3cret]=1")
        let refusal = #expect(throws: Refusal.self) { let _: Shade = try reader.query("shade", style: .deepObject) }
        #expect(refusal?.error.message == "query parameter 'shade', at /*: the object must not have this member")
    }

    @Test
    func emptyValueSetsAFlag() throws {
        var reader = try reader("a&b=&c=false&d=&e=")
        #expect(try reader.optionalQuery("a", allowsEmpty: true) == true)
        #expect(try reader.optionalQuery("b", allowsEmpty: true) == true)
        #expect(try reader.optionalQuery("c", allowsEmpty: true) == false)
        #expect(try reader.optionalQuery("d", allowsEmpty: true) == Int?.none)
        #expect(try reader.optionalQuery("e", allowsEmpty: true) == "")
        #expect(throws: Refusal.self) { let _: Int? = try reader.optionalQuery("d", allowsEmpty: false) }
    }

    @Test
    func fieldOnSeveralLinesIsOneList() throws {
        let name = try #require(HTTPField.Name("X-Color"))
        var sent = request("GET", "/")
        sent.head.headerFields.append(HTTPField(name: name, value: "blue"))
        sent.head.headerFields.append(HTTPField(name: name, value: "100% , black"))
        let reader = try RequestReader(sent, parameters: [:], body: [])
        #expect(try reader.header("X-Color", explode: false) == ["blue", "100%", "black"])
    }

    @Test
    func cookiesOfOthersAreRead() throws {
        var sent = request("GET", "/")
        sent.head.headerFields[.cookie] = "a=%zz; b=1;c=x=y;  d"
        var reader = try RequestReader(sent, parameters: [:], body: [])
        #expect(try reader.cookie("a") == "%zz")
        #expect(try reader.cookie("b") == 1)
        #expect(try reader.cookie("c") == "x=y")
        #expect(try reader.cookie("d") == "")
        let refusal = #expect(throws: Refusal.self) { let _: String = try reader.cookie("e") }
        #expect(refusal?.error == APIError(.invalidData, "cookie 'e' is missing"))
    }

    @Test
    func pathOfAnotherStyleIsRefused() throws {
        let sent = request("GET", "/v1/colors/blue/light")
        let reader = try RequestReader(sent, route: Route("GET", "/colors/{color}/light", operationID: ""), parameters: [:], body: [])
        for style in [ParameterStyle.label, .matrix] {
            let refusal = #expect(throws: Refusal.self) { let _: [String] = try reader.path("color", style: style) }
            #expect(refusal?.error.message == "path parameter 'color' is not of the style \(style)")
        }
    }

    /// What a model asks for can't make a query expensive.
    @Test
    func questionsAreBounded() throws {
        let query = (0..<5_000).map { "c[\($0)a]=1" }.joined(separator: "&")
        var reader = try reader(query)
        #expect(throws: Refusal.self) { let _: [String: [Int]] = try reader.query("c", style: .deepObject) }
    }

    private func reader(_ query: String) throws -> RequestReader {
        try RequestReader(request("GET", "/?\(query)"), parameters: [:], body: [])
    }
}

/// `oneOf` an integer and an object, told apart by the kind of the value.
private enum Range: JSONReadable, Hashable {
    case exact(Int)
    case between([String: Int])

    init(reading reader: inout JSONReader) {
        self = reader.nextKind == .number ? .exact(reader.int()) : .between(reader.value())
    }
}
