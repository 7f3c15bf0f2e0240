import HTTPTypes
import Testing

@testable import CloudFlowRuntime

/// How a request is taken apart, and what its sender is told.
struct RequestReaderTests {
    @Test
    func queryIsDecoded() throws {
        var reader = try reader("/?a=%C3%BC+x&b=&c&&d=1=2")
        #expect(try reader.query("a") == "ü x")
        #expect(try reader.query("b") == "")
        #expect(try reader.query("c") == "")
        #expect(try reader.query("d") == "1=2")
        #expect(try reader.optionalQuery("e") == String?.none)
        try reader.refuseUnknownQuery()
    }

    @Test(
        arguments: [
            ("serialnumber", "unknown query parameter 'serialnumber'; did you mean 'serialNumber'? (names are case sensitive)"),
            ("SERIALNUMBER", "unknown query parameter 'SERIALNUMBER'; did you mean 'serialNumber'? (names are case sensitive)"),
            ("serialNumbr", "unknown query parameter 'serialNumbr'; did you mean 'serialNumber'? (names are case sensitive)"),
            ("modle", "unknown query parameter 'modle'; known are model, serialNumber (names are case sensitive)"),
            ("mode", "unknown query parameter 'mode'; did you mean 'model'? (names are case sensitive)"),
            ("color", "unknown query parameter 'color'; known are model, serialNumber (names are case sensitive)"),
            ("a%0Ab", "unknown query parameter 'ab'; known are model, serialNumber (names are case sensitive)"),
        ]
    )
    func unknownQueryIsRefusedWithTheNearestName(_ name: String, message: String) throws {
        var reader = try reader("/?model=x&\(name)=y")
        let _: String? = try reader.optionalQuery("model")
        let _: String? = try reader.optionalQuery("serialNumber")
        let refusal = #expect(throws: Refusal.self) { try reader.refuseUnknownQuery() }
        #expect(refusal?.status == 422)
        #expect(refusal?.error == APIError(.invalidData, message))
    }

    @Test
    func operationWithoutQuerySaysSo() throws {
        let reader = try reader("/?x=1")
        let refusal = #expect(throws: Refusal.self) { try reader.refuseUnknownQuery() }
        #expect(refusal?.error.message == "unknown query parameter 'x'; this operation has none (names are case sensitive)")
    }

    /// A name of a megabyte is not compared letter by letter, and not sent back whole.
    @Test
    func longNameIsCut() throws {
        var reader = try reader("/?\(String(repeating: "x", count: 1_000_000))=1")
        let _: String? = try reader.optionalQuery("model")
        let refusal = #expect(throws: Refusal.self) { try reader.refuseUnknownQuery() }
        #expect(refusal.map { $0.error.message.count < 200 } == true)
    }

    @Test
    func repeatedQueryIsRefused() throws {
        var reader = try reader("/?model=a&model=b&model=c")
        let refusal = #expect(throws: Refusal.self) { let _: String? = try reader.optionalQuery("model") }
        #expect(refusal?.error == APIError(.invalidData, "query parameter 'model' is given 3 times; give it once"))
    }

    @Test(arguments: ["%", "a=%zz", "%ff=1"])
    func queryThatIsNotTextIsRefused(_ query: String) {
        let refusal = #expect(throws: Refusal.self) { _ = try reader("/?\(query)") }
        #expect(refusal?.error == APIError(.invalidData, "the query is not percent-encoded UTF-8"))
    }

    @Test
    func missingQueryIsRefused() throws {
        var plain = try reader("/")
        var refusal = #expect(throws: Refusal.self) { let _: Int = try plain.query("limit") }
        #expect(refusal?.error == APIError(.invalidData, "query parameter 'limit' is missing"))
        var misspelt = try reader("/?Limit=1")
        refusal = #expect(throws: Refusal.self) { let _: Int = try misspelt.query("limit") }
        #expect(
            refusal?.error.message == "query parameter 'limit' is missing; one is spelt nearly so, and names are case sensitive"
        )
    }

    @Test
    func valuesHaveTheirTypes() throws {
        var good = try reader("/?a=-7&b=true&c=1.5&d=x")
        #expect(try good.query("a") == -7)
        #expect(try good.query("b") == true)
        #expect(try good.query("c") == 1.5)
        #expect(try good.query("d") == "x")
    }

    @Test(arguments: ["", "1.0", "99999999999999999999", "0x1", "1%20", "one"])
    func whatIsNoIntegerIsRefused(_ text: String) throws {
        var reader = try reader("/?a=\(text)")
        let refusal = #expect(throws: Refusal.self) { let _: Int = try reader.query("a") }
        #expect(refusal?.error == APIError(.invalidData, "query parameter 'a' is not an integer"))
    }

    @Test(arguments: ["True", "1", "yes", ""])
    func whatIsNoBooleanIsRefused(_ text: String) throws {
        var reader = try reader("/?a=\(text)")
        let refusal = #expect(throws: Refusal.self) { let _: Bool = try reader.query("a") }
        #expect(refusal?.error.message == "query parameter 'a' is not true or false")
    }

    @Test(arguments: ["nan", "inf", "1e999", "x"])
    func whatIsNoNumberIsRefused(_ text: String) throws {
        var reader = try reader("/?a=\(text)")
        let refusal = #expect(throws: Refusal.self) { let _: Double = try reader.query("a") }
        #expect(refusal?.error.message == "query parameter 'a' is not a number")
    }

    @Test
    func pathAndHeaderAreRead() throws {
        var request = request("GET", "/")
        request.head.headerFields[.maxForwards] = "3"
        let reader = try RequestReader(request, parameters: ["id": "42"], body: [])
        #expect(try reader.path("id") == 42)
        #expect(try reader.header("max-forwards") == 3)
        #expect(try reader.optionalHeader("x-other") == String?.none)
        let refusal = #expect(throws: Refusal.self) { let _: Int = try reader.header("x-other") }
        #expect(refusal?.error.message == "header field 'x-other' is missing")
    }

    @Test(
        arguments: [
            ("application/json", nil, nil), ("application/json; charset=utf-8", nil, nil), ("application/problem+json", "identity", nil),
            (nil, nil, 415), ("text/plain", nil, 415), ("application/json", "gzip", 415), ("application/json", "IDENTITY", nil),
        ] as [(String?, String?, Int?)]
    )
    func bodyMustBePlainJSON(_ type: String?, coding: String?, status: Int?) throws {
        var post = request("POST", "/")
        post.head.headerFields[.contentType] = type
        post.head.headerFields[.contentEncoding] = coding
        let reader = try RequestReader(post, parameters: [:], body: Array("1".utf8))
        if let status {
            #expect(#expect(throws: Refusal.self) { let _: Int = try reader.json() }?.status == status)
        } else {
            #expect(try reader.json() == 1)
        }
    }

    @Test
    func bodyMayBeLeftOutOnlyWhereItIsOptional() throws {
        let reader = try reader("/")
        #expect(try reader.optionalJSON() == Int?.none)
        let refusal = #expect(throws: Refusal.self) { let _: Int = try reader.json() }
        #expect(refusal?.error == APIError(.invalidData, "the body is missing; send JSON"))
    }

    @Test
    func bodyThatIsNotWhatItShouldBeIsRefusedWithItsPlace() throws {
        var post = request("POST", "/")
        post.head.headerFields[.contentType] = "application/json"
        let reader = try RequestReader(post, parameters: [:], body: Array(#"{"errorMessage":"s3cret","errorcode":"x"}"#.utf8))
        let refusal = try #require(#expect(throws: Refusal.self) { let _: APIError = try reader.json() })
        #expect(refusal.status == 422)
        #expect(refusal.error.message.contains("'errorCode' is missing"))
        #expect(!refusal.error.message.contains("s3cret"))
    }

    private func reader(_ target: String) throws(Refusal) -> RequestReader {
        try RequestReader(request("GET", target), parameters: [:], body: [])
    }
}
