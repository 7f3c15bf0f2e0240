extension Tag: ObjectReadable {
    static let noun = "tag"

    init?(reading object: inout ObjectReader) {
        guard let name = object.essential("name") else { return nil }
        self.init(name: name, location: object.location)
        summary = object.string("summary")
        description = object.string("description")
        externalDocs = object.read("externalDocs")
        parent = object.string("parent")
        kind = object.string("kind")
        extensions = object.extensions()
    }
}

extension ExternalDocs: ObjectReadable {
    static let noun = "externalDocs object"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        url = object.required("url") ?? ""
        description = object.string("description")
        extensions = object.extensions()
    }
}
