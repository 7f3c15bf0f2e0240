import HTTPTypes
import Testing

@testable import CloudFlowRuntime

struct MultipartPartTests {
    /// Names go the way that browsers send them, and come back.
    @Test(arguments: ["a", "ü 😀", #"a"b"#, #"C:\dir\"#, "a\r\nb", "a;b=c", ""])
    func namesComeBack(_ name: String) throws {
        let part = MultipartPart(
            Body(Array("x".utf8)),
            name: "f\(name)",
            filename: name,
            contentType: "image/png",
            fields: [.contentLanguage: "de"]
        )
        let encoder = MultipartEncoder("multipart/form-data")
        let body = encoder.body(of: MultipartBody([part]))
        let found = try MultipartParser.parts(of: #require(body.bytes), boundary: encoder.boundary)
        #expect(found == [part])
    }

    @Test
    func headerIsWritten() {
        let part = MultipartPart(Body(), name: "photo", filename: #"a "b".png"#, fields: [.contentLanguage: "de"])
        #expect(
            part.header(isForm: true)
                == "Content-Disposition: form-data; name=\"photo\"; filename=\"a %22b%22.png\"\r\nContent-Type: application/octet-stream\r\nContent-Language: de\r\n\r\n"
        )
        #expect(MultipartPart(Body(), contentType: "text/plain").header(isForm: false) == "Content-Type: text/plain\r\n\r\n")
    }

    @Test
    func extendedFileNameIsRead() {
        let header: HTTPFields = [.contentDisposition: #"form-data; name=f; filename="x.txt"; filename*=UTF-8''na%C3%AFve.txt"#]
        #expect(MultipartPart(header, body: Body()).filename == "naïve.txt")
        #expect(MultipartPart([.contentDisposition: "form-data; NAME=f; filename=x.txt"], body: Body()).filename == "x.txt")
        #expect(MultipartPart([:], body: Body()).name == nil)
    }

    @Test
    func descriptionHidesTheContent() {
        let part = MultipartPart(Body(Array("s3cret".utf8)), name: "file", filename: "s3cret", contentType: "s3cret/x")
        #expect("\(part)" == "part 'file', body of 6 bytes")
        #expect(!String(reflecting: part).contains("s3cret"))
        #expect(!"\(MultipartBody([part]))".contains("s3cret"))
    }

    @Test
    func lengthIsKnownWhereThatOfAllPartsIs() async throws {
        let encoder = MultipartEncoder("multipart/mixed")
        let stream = { Chunks([Array("abc".utf8)]) }
        let known = encoder.body(of: MultipartBody([MultipartPart(Body(stream: stream(), length: 3)), MultipartPart(Body([1]))]))
        #expect(known.bytes == nil)
        #expect(known.length == (try await known.collect(upTo: 10_000)).count)
        #expect(encoder.body(of: MultipartBody([MultipartPart(Body(stream: stream()))])).length == nil)
    }
}
