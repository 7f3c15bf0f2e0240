/// Answers with bodies of other kinds than plain JSON.
extension ResponseWriter {
    /// A JSON body of a media type of its own: `application/problem+json`.
    public mutating func json(_ status: Int, _ value: some JSONWritable, as type: MediaType) {
        body(status) { () throws(JSONError) in try .json(value, type) }
    }

    /// Text in UTF-8.
    public mutating func text(_ status: Int, _ value: some ParameterValue, as type: MediaType = "text/plain") {
        body(status) { () throws(JSONError) in .text(value, type) }
    }

    /// Bytes at hand, of any media type: XML among others.
    public mutating func bytes(_ status: Int, _ value: [UInt8], as type: MediaType) {
        binary(status, Body(value), as: type)
    }

    /// Bytes, at hand or streamed.
    public mutating func binary(_ status: Int, _ value: Body, as type: MediaType = "application/octet-stream") {
        body(status) { () throws(JSONError) in .binary(value, type) }
    }

    /// An object as `application/x-www-form-urlencoded`.
    public mutating func form(_ status: Int, _ value: some JSONWritable, _ styles: FormStyles = [:]) {
        body(status) { () throws(JSONError) in try .form(value, styles) }
    }

    /// An object as a form of parts, whose files are properties of the type ``MultipartPart``.
    public mutating func multipart(
        _ status: Int,
        _ value: some JSONWritable,
        as type: MediaType = "multipart/form-data",
        _ types: PartTypes = [:]
    ) {
        body(status) { () throws(JSONError) in try .multipart(value, type, types) }
    }

    /// Parts as they are.
    public mutating func parts(_ status: Int, _ value: MultipartBody, as type: MediaType = "multipart/mixed") {
        body(status) { () throws(JSONError) in .parts(value, type) }
    }
}
