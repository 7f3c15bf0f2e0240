/// A property of a model that is sent as a form: there it is a part, and in plain JSON a string.
extension MultipartPart: JSONModel {
    public init(reading reader: inout JSONReader) {
        if let part = reader.exact?.parts[reader.cursor] {
            reader.skipValue()
            self = part
        } else {
            self.init(Body(Array(reader.string().utf8)))
        }
    }

    public func write(to writer: inout JSONWriter) {
        if writer.parts != nil {
            writer.parts?[writer.count] = self
            writer.string("")
        } else if let text {
            writer.string(text)
        } else {
            writer.refuse(.constraint("a file that is not text at hand has no JSON form"))
        }
    }
}
