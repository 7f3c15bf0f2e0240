import HTTPTypes

/// Bodies; nil leaves them out. Of several kinds that an operation takes, one is set.
extension RequestWriter {
    /// Says which media types the operation can read in an answer; without it that is JSON.
    public mutating func accept(_ types: [MediaType]) {
        fields[.accept] = types.map(\.text).joined(separator: ", ")
    }

    /// A JSON body of a media type of its own: `application/merge-patch+json`.
    public mutating func json(_ value: (some JSONWritable)?, as type: MediaType) {
        guard let value else { return }
        body { () throws(JSONError) in try .json(value, type) }
    }

    /// Text in UTF-8.
    public mutating func text(_ value: (some ParameterValue)?, as type: MediaType = "text/plain") {
        guard let value else { return }
        body { () throws(JSONError) in .text(value, type) }
    }

    /// Bytes at hand, of any media type: XML among others.
    public mutating func bytes(_ value: [UInt8]?, as type: MediaType) {
        binary(value.map { Body($0) }, as: type)
    }

    /// Bytes, at hand or streamed. A request with a streamed body is sent once at the most.
    public mutating func binary(_ value: Body?, as type: MediaType = "application/octet-stream") {
        guard let value else { return }
        body { () throws(JSONError) in .binary(value, type) }
    }

    /// An object as `application/x-www-form-urlencoded`.
    ///
    /// - Parameter styles: how the properties stand in it, where a spec's `encoding` says so.
    public mutating func form(_ value: (some JSONWritable)?, _ styles: FormStyles = [:]) {
        guard let value else { return }
        body { () throws(JSONError) in try .form(value, styles) }
    }

    /// An object as a form of parts, whose files are properties of the type ``MultipartPart``.
    ///
    /// - Parameter types: the media types of its parts, where a spec's `encoding` says so.
    public mutating func multipart(
        _ value: (some JSONWritable)?,
        as type: MediaType = "multipart/form-data",
        _ types: PartTypes = [:]
    ) {
        guard let value else { return }
        body { () throws(JSONError) in try .multipart(value, type, types) }
    }

    /// Parts as they are.
    public mutating func parts(_ value: MultipartBody?, as type: MediaType = "multipart/form-data") {
        guard let value else { return }
        body { () throws(JSONError) in .parts(value, type) }
    }
}
