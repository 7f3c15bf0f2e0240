/// A body that is to be sent, and what it is.
struct EncodedBody {
    let body: Body
    let contentType: String

    private init(_ body: Body, _ contentType: String) {
        self.body = body
        self.contentType = contentType
    }

    static func json(_ value: some JSONWritable, _ type: MediaType) throws(JSONError) -> EncodedBody {
        EncodedBody(Body(try value.json()), type.text)
    }

    /// Text in UTF-8, and says so where the type doesn't.
    static func text(_ value: some ParameterValue, _ type: MediaType) -> EncodedBody {
        let isTold = !type.essence.hasPrefix("text/") || type.parameters["charset"] != nil
        return EncodedBody(Body(Array(value.parameterText.utf8)), isTold ? type.text : "\(type.text); charset=utf-8")
    }

    static func form(_ value: some JSONWritable, _ styles: FormStyles) throws(JSONError) -> EncodedBody {
        let form = try JSONValue(encoding: value).form(styles)
        return EncodedBody(Body(Array(form.utf8)), "application/x-www-form-urlencoded")
    }

    static func multipart(_ value: some JSONWritable, _ type: MediaType, _ types: PartTypes) throws(JSONError) -> EncodedBody {
        parts(MultipartBody(try MultipartPart.parts(of: value, types: types)), type)
    }

    static func parts(_ parts: MultipartBody, _ type: MediaType) -> EncodedBody {
        let encoder = MultipartEncoder(type)
        return EncodedBody(encoder.body(of: parts), encoder.contentType(type))
    }

    static func binary(_ body: Body, _ type: MediaType) -> EncodedBody { EncodedBody(body, type.text) }
}
