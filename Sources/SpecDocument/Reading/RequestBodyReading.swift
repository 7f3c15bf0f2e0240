import SpecYAML

extension RequestBody: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        description = object.string("description")
        required = object.flag("required")
        content = object.map("content")
        if content.isEmpty { object.missing("content") }
        extensions = object.extensions()
    }
}

extension MediaType: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        schema = object.read("schema")
        itemSchema = object.read("itemSchema")
        example = object.node("example")
        examples = object.map("examples")
        encoding = object.map("encoding")
        prefixEncoding = object.list("prefixEncoding")
        itemEncoding = object.read("itemEncoding")
        extensions = object.extensions()
    }
}

extension Encoding: ObjectReadable {
    static let noun = "encoding"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        contentType = object.string("contentType")
        headers = object.map("headers")
        style = object.word("style")
        explode = object.bool("explode")
        allowReserved = object.bool("allowReserved")
        encoding = object.map("encoding")
        prefixEncoding = object.list("prefixEncoding")
        itemEncoding = object.read("itemEncoding")
        extensions = object.extensions()
    }
}
