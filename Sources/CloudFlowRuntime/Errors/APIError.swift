/// The shared error envelope: the body of every error response, `{"errorMessage": "…", "errorCode": "…"}`.
public struct APIError: Error, Hashable, Sendable {
    /// What went wrong, for people.
    public var message: String
    /// What went wrong, for programs.
    public var code: ErrorCode

    /// An error with its code, and words for people.
    public init(_ code: ErrorCode, _ message: String) {
        self.message = message
        self.code = code
    }

    /// An error with the code that the published error table pairs with a status.
    public init(status: Int, _ message: String) {
        self.init(ErrorCode(status: status), message)
    }
}

extension APIError: JSONReadable, JSONWritable {
    public init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        message = reader.string("errorMessage")
        code = reader.value("errorCode")
        reader.endObject(object)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("errorMessage", message)
        writer.value("errorCode", code)
        writer.endObject()
    }
}

extension APIError: CustomStringConvertible {
    public var description: String { "\(code.rawValue): \(message)" }
}
