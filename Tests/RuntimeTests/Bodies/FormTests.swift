import HTTPTypes
import SeededRandom
import Testing

@testable import CloudFlowRuntime

/// `application/x-www-form-urlencoded`, in both directions.
struct FormTests {
    @Test
    func propertiesStandAsTheEncodingSays() throws {
        let form: JSONValue = [
            "name": "a b&c", "tags": ["x", "y"], "card": ["number": 1, "owner": ["name": "z"]], "meta": [1, 2], "ids": [1, 2], "none": nil,
            "empty": [], "path": "/a",
        ]
        let styles: FormStyles = [
            "card": .style(.deepObject), "meta": .json, "ids": .style(.form, explode: false), "path": .style(.form, allowsReserved: true),
        ]
        let request = try #require(written { $0.form(form, styles) })
        #expect(request.head.headerFields[.contentType] == "application/x-www-form-urlencoded")
        #expect(
            text(of: request)
                == "name=a%20b%26c&tags=x&tags=y&card%5Bnumber%5D=1&card%5Bowner%5D%5Bname%5D=z&meta=%5B1%2C2%5D&ids=1,2&empty=&path=/a"
        )
    }

    @Test
    func objectIsJSONWhereNothingElseIsSaid() throws {
        #expect(text(of: try #require(written { $0.form(["a": ["b": 1]] as JSONValue) })) == "a=%7B%22b%22%3A1%7D")
    }

    @Test(
        arguments: [
            [:], ["tags": .style(.form, explode: false)], ["tags": .style(.deepObject), "inner": .style(.deepObject)],
            ["tags": .json, "inner": .json, "name": .json, "isOn": .json], ["tags": .style(.pipeDelimited)],
        ] as [FormStyles]
    )
    func whatIsWrittenIsReadBack(_ styles: FormStyles) throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let shade = random.shade()
            guard let request = written({ $0.form(shade, styles) }) else { continue }
            let found: Shade = try reader(of: request).form(styles)
            #expect(found == shade, "seed \(seed)")
        }
    }

    @Test
    func formOfABrowserIsRead() throws {
        var sent = request("POST", "/", body: "name=a+b%2B&isOn=true&kind=warm&tags=one&size=7")
        sent.head.headerFields[.contentType] = "application/x-www-form-urlencoded; charset=UTF-8"
        let shade: Shade = try RequestReader(sent, parameters: [:], body: sent.body.bytes ?? []).form()
        #expect(shade == Shade(name: "a b+", size: 7, isOn: true, tags: ["one"]))
    }

    @Test(
        arguments: [
            ("isOn=s3cret&kind=x&name=1", "the form, at /isOn: expected a boolean"), ("", "the form, at /name: 'name' is missing"),
            ("name=%zz", "the form is not percent-encoded UTF-8"),
            ("name=a&isOn=true&kind=x&s3cret=1", "the form, at /*: the object must not have this member"),
            (
                "name=a&isOn=true&kind=x&inner[s3cret]=1&inner=2",
                "the form: property 'inner' has a member that is given both as a value and by members"
            ),
        ]
    )
    func formThatIsNoneIsRefused(_ text: String, message: String) throws {
        var sent = request("POST", "/", body: text)
        sent.head.headerFields[.contentType] = "application/x-www-form-urlencoded"
        let reader = try RequestReader(sent, parameters: [:], body: sent.body.bytes ?? [])
        let refusal = #expect(throws: Refusal.self) { let _: Shade = try reader.form(["inner": .style(.deepObject)]) }
        #expect(refusal?.error == APIError(.invalidData, message))
    }

    @Test
    func valueThatItsStyleCanNotHoldIsNotSent() {
        var writer = RequestWriter(Route("POST", "/", operationID: ""))
        writer.form(["tags": ["s3cret|s3cret"]] as JSONValue, ["tags": .style(.pipeDelimited)])
        #expect(writer.problem?.contains("the property 'tags' holds what its style can't tell apart") == true)
        #expect(writer.problem?.contains("s3cret") == false)
    }

    @Test
    func answerThatIsAFormIsRead() throws {
        var writer = ResponseWriter()
        writer.form(200, ["access_token": "a b", "expires_in": 60] as JSONValue)
        let response = writer.response
        let token: JSONValue = try ResponseReader(response, body: response.body.bytes ?? []).form()
        #expect(token == ["access_token": "a b", "expires_in": 60])
    }

    private func text(of request: APIRequest) -> String { String(decoding: request.body.bytes ?? [], as: UTF8.self) }
}
