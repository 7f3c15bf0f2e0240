import CloudFlowRuntime
import HTTPTypes
import Testing

/// Forms with files, from a client to a service.
struct MultipartFormTests {
    @Test
    func formArrivesAsItWasSent() async throws {
        let form = UploadForm(
            title: "42",
            count: 7,
            tags: ["true", "b"],
            meta: ["x": 1],
            photos: [photo("a \"1\".png"), photo("b.png")],
            file: MultipartPart(
                Body([0, 255, 13, 10, 45, 45]),
                filename: "f",
                contentType: "application/x-thing",
                fields: [.contentLanguage: "de"]
            )
        )
        var expected = form
        expected.photos = form.photos?.map { part in
            var part = part
            part.name = "photos"
            part.contentType = "image/png"
            return part
        }
        expected.file.name = "file"
        #expect(try await received(form) == expected)
    }

    @Test
    func optionalPartsMayBeAbsent() async throws {
        var form = UploadForm(title: "t", tags: ["one"], file: MultipartPart(Body(), filename: "empty"))
        form.photos = [photo("only.png")]
        let found = try await received(form)
        #expect(found.tags == ["one"])
        #expect(found.count == nil)
        #expect(found.photos?.first?.filename == "only.png")
        #expect(found.file.body.bytes == [])
    }

    /// A file that fits into memory may come before the fields, and one that doesn't is read as it comes.
    @Test
    func largeFileIsStreamed() async throws {
        let chunks = Chunks(100, of: 10_000)
        let form = UploadForm(title: "t", photos: [photo("a")], file: MultipartPart(Body(stream: chunks), filename: "big"))
        let client = client { (upload) async throws in
            guard case .form(let form) = upload.body, form.photos?.count == 1 else { throw Unexpected() }
            #expect(form.file.body.bytes == nil)
            #expect(chunks.taken.value <= 15)
            var count = 0
            for try await chunk in form.file.body { count += chunk.count }
            return Body(Array("\(count)".utf8))
        }
        #expect(try await text(client.send(Upload(body: .form(form)))) == "1000000")
    }

    @Test
    func fieldBehindALargeFileIsMissedWithAHint() async throws {
        let late = MultipartBody([
            MultipartPart(Body(Array(repeating: 1, count: 200_000)), name: "file", filename: "big"),
            MultipartPart(Body([65]), name: "title"),
        ])
        let message = try await refusal(late, as: "multipart/form-data", status: 422)
        #expect(message == "the form, at /title: 'title' is missing; what comes behind a large file is not read, so send files last")
    }

    @Test
    func fieldThatIsTooLargeIsRefused() async throws {
        let large = MultipartBody([MultipartPart(Body(Array(repeating: 65, count: 200_000)), name: "title")])
        #expect(try await refusal(large, as: "multipart/form-data", status: 413) == "the body is longer than 100000 bytes")
    }

    @Test
    func fieldsOfOtherClientsAreRead() async throws {
        // A JSON field without a type, a text as a file, a file as a text, and fields that nobody named.
        let parts = MultipartBody([
            MultipartPart(Body(Array(#"{"x":1}"#.utf8)), name: "meta"),
            MultipartPart(Body(Array("t".utf8)), name: "title", filename: "title.txt"),
            MultipartPart(Body(Array("plain".utf8)), name: "file", contentType: "text/plain; charset=utf-8"), MultipartPart(Body([1])),
        ])
        let form = try await received(parts)
        #expect(form.title == "t")
        #expect(form.meta == ["x": 1])
        #expect(form.file.body.bytes == Array("plain".utf8))
    }

    @Test
    func wrongFormIsRefusedWithoutWhatItHolds() async throws {
        let file = MultipartPart(Body([255]), name: "file", filename: "s3cret")
        let title = MultipartPart(Body(Array("t".utf8)), name: "title")
        let cases: [([MultipartPart], String)] = [
            ([title], "the form, at /file: 'file' is missing"),
            ([file, MultipartPart(Body(Array("longer than it".utf8)), name: "title")], "the form, at /title: must have 1 to 9 characters"),
            ([file, title, MultipartPart(Body(Array("s3cret".utf8)), name: "count")], "the form, at /count: expected a number"),
            ([file, MultipartPart(Body([255]), name: "title", filename: "x")], "the form, at /title: expected a string"),
            ([file, title, title], "the form, at /title: expected a string"),
            ([file, title, MultipartPart(Body([1]), name: "s3cret")], "the form, at /*: the object must not have this member"),
        ]
        for (parts, message) in cases {
            #expect(try await refusal(MultipartBody(parts), as: "multipart/form-data", status: 422) == message)
        }
    }

    @Test
    func brokenFormIsRefused() async throws {
        for (body, type, status, message) in [
            ("--b\r\n", "multipart/form-data; boundary=b", 400, "the body broke off"),
            ("--b--", "multipart/form-data; boundary=b", 422, "the multipart body: it holds no parts"),
            ("--b--", "multipart/form-data", 422, "the multipart body: its Content-Type names no boundary"),
        ] {
            var post = request("POST", "/files", body: body)
            post.head.headerFields[.contentType] = type
            let response = await router { (_) in Body() }.respond(to: post)
            #expect(response.status == status)
            #expect(try response.apiError().message == message)
        }
    }

    @Test
    func partsAreStreamedOneAfterTheOther() async throws {
        let chunks = Chunks(50, of: 10_000)
        let parts = MultipartBody([
            MultipartPart(Body([1])), MultipartPart(Body(stream: chunks)), MultipartPart(Body([2, 3]), contentType: "x/y"),
        ])
        let client = client { (upload) async throws in
            guard case .parts(let parts) = upload.body else { throw Unexpected() }
            var sizes: [Int] = []
            var iterator = parts.makeAsyncIterator()
            while let part = try await iterator.next(isolation: nil) {
                // Of the first one nothing is read.
                if sizes.isEmpty { sizes.append(0) } else { sizes.append(try await part.body.collect(upTo: 1_000_000).count) }
            }
            return Body(Array("\(sizes)".utf8))
        }
        #expect(try await text(client.send(Upload(body: .parts(parts)))) == "[0, 500000, 2]")
    }

    @Test
    func partThatWasPassedIsNotRead() async throws {
        let client = client { (upload) async throws in
            guard case .parts(let parts) = upload.body else { throw Unexpected() }
            var iterator = parts.makeAsyncIterator()
            let first = try await iterator.next(isolation: nil)
            _ = try await iterator.next(isolation: nil)
            let failure = await #expect(throws: BodyFailure.self) { try await first?.body.collect(upTo: 10) }
            guard case .interrupted(let error) = failure else { throw Unexpected() }
            #expect(error as? MultipartError == .passed)
            return Body()
        }
        _ = try await client.send(Upload(body: .parts(MultipartBody([MultipartPart(Body([1])), MultipartPart(Body([2]))]))))
    }

    @Test
    func fileHasNoPlaceInPlainJSON() throws {
        let form = UploadForm(title: "t", file: MultipartPart(Body(Array("text".utf8))))
        #expect(try form.json() == Array(#"{"title":"t","file":"text"}"#.utf8))
        #expect(try UploadForm(json: form.json()).file.body.bytes == Array("text".utf8))
        let error = #expect(throws: JSONError.self) { try UploadForm(title: "t", file: MultipartPart(Body([255]))).json() }
        #expect(error?.reason == "a file that is not text at hand has no JSON form")
    }

    private func photo(_ name: String) -> MultipartPart { MultipartPart(Body(Array(name.utf8)), filename: name) }
}

struct Unexpected: Error {}

extension MultipartFormTests {
    /// What a service gets that was sent a form.
    private func received(_ form: UploadForm) async throws -> UploadForm {
        let forms = Recorder<UploadForm>()
        let client = client { (upload) in
            guard case .form(let form) = upload.body else { throw Unexpected() }
            forms.add(form)
            return Body()
        }
        _ = try await client.send(Upload(body: .form(form)))
        return try #require(forms.values.first)
    }

    private func received(_ parts: MultipartBody) async throws -> UploadForm {
        let forms = Recorder<UploadForm>()
        let router = router { (upload) in
            guard case .form(let form) = upload.body else { throw Unexpected() }
            forms.add(form)
            return Body()
        }
        let response = try await router.respond(to: post(parts, as: "multipart/form-data"))
        #expect(response.status == 200, "\((try? response.apiError().message) ?? "")")
        return try #require(forms.values.first)
    }

    private func refusal(_ parts: MultipartBody, as type: MediaType, status: Int) async throws -> String {
        let response = try await router { (_) in Body() }.respond(to: post(parts, as: type))
        #expect(response.status == status)
        return try response.apiError().message
    }

    /// What a client would send, of parts that none makes of a model.
    private func post(_ parts: MultipartBody, as type: MediaType) throws -> APIRequest {
        let sent = try #require(written { $0.parts(parts, as: type) })
        var post = request("POST", "/files")
        post.head.headerFields[.contentType] = sent.head.headerFields[.contentType]
        post.body = sent.body
        return post
    }
}
