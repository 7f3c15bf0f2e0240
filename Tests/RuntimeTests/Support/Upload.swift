import CloudFlowRuntime

/// `POST /files`: takes a form with files, JSON, text, or any bytes, and answers what it got.
struct Upload: Operation {
    enum Content: Sendable {
        case form(UploadForm)
        case json([String: Int])
        case text(String)
        case binary(Body)
        case parts(MultipartBody)
    }

    var body: Content?

    init(body: Content?) {
        self.body = body
    }

    static let route = Route("POST", "/files", operationID: "upload")
    static let formRequestTypes: [MediaType] = ["multipart/form-data"]
    static let streamedRequestTypes: [MediaType] = ["application/octet-stream", "image/*", "multipart/mixed"]
    static let streamedResponseTypes: [MediaType] = ["application/octet-stream"]

    func write(to request: inout RequestWriter) {
        request.accept(["application/octet-stream", "application/json"])
        switch body {
        case .form(let form): request.multipart(form, ["photos": "image/png"])
        case .json(let value): request.json(value)
        case .text(let text): request.text(text)
        case .binary(let body): request.binary(body)
        case .parts(let parts): request.parts(parts, as: "multipart/mixed")
        case nil: break
        }
    }

    init(reading request: inout RequestReader) throws(Refusal) {
        switch try request.optionalContent([
            "multipart/form-data", "multipart/mixed", "application/json", "text/*", "application/octet-stream",
        ]) {
        case "multipart/form-data": body = .form(try request.multipart())
        case "multipart/mixed": body = .parts(try request.parts(["multipart/mixed"]))
        case "application/json": body = .json(try request.json())
        case "text/*": body = .text(try request.text(["text/*"]))
        case nil: body = nil
        default: body = .binary(try request.binary())
        }
    }

    static func write(_ output: Body, to response: inout ResponseWriter) {
        response.binary(200, output)
    }

    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Body, MeasureFailure> {
        switch response.status {
        case 200: .success(try response.binary())
        default: .failure(MeasureFailure(reading: response))
        }
    }
}

/// What serves `Upload`, and holds no more than 100,000 bytes of a body.
func router(_ serve: @escaping @Sendable (Upload) async throws -> Body) -> Router {
    let route = ServerRoute(Upload.self, below: "/") { (upload) async throws(MeasureFailure) in
        do {
            return try await serve(upload)
        } catch {
            throw .failed(CallFailure(.connection("the service failed"), delivery: .delivered))
        }
    }
    return Router([route], limits: ServerLimits(body: 100_000))
}

/// A client of what serves `Upload`.
func client(_ serve: @escaping @Sendable (Upload) async throws -> Body) -> APIClient {
    APIClient(url: "http://service.example", transport: InMemoryTransport(router(serve)))
}

func text(_ body: Body) async throws -> String { String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self) }

/// A form with fields of each kind, and files.
struct UploadForm: JSONModel, Hashable {
    var title: String
    var count: Int?
    var tags: [String]?
    var meta: [String: Int]?
    var photos: [MultipartPart]?
    var file: MultipartPart

    init(
        title: String,
        count: Int? = nil,
        tags: [String]? = nil,
        meta: [String: Int]? = nil,
        photos: [MultipartPart]? = nil,
        file: MultipartPart
    ) {
        self.title = title
        self.count = count
        self.tags = tags
        self.meta = meta
        self.photos = photos
        self.file = file
    }

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        title = reader.string("title")
        count = reader.optionalInt("count")
        tags = reader.optionalValue("tags")
        meta = reader.optionalValue("meta")
        photos = reader.optionalValue("photos")
        file = reader.value("file")
        reader.check("title", title, length: 1...9)
        reader.endObject(object, closed: true)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("title", title)
        writer.int("count", count)
        writer.value("tags", tags)
        writer.value("meta", meta)
        writer.value("photos", photos)
        writer.value("file", file)
        writer.endObject()
    }
}
