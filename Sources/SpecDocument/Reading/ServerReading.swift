extension Server: ObjectReadable {
    static let noun = "server"

    init?(reading object: inout ObjectReader) {
        guard let url = object.essential("url") else { return nil }
        self.init(url: url, location: object.location)
        name = object.string("name")
        description = object.string("description")
        variables = object.map("variables")
        extensions = object.extensions()
    }
}

extension ServerVariable: ObjectReadable {
    static let noun = "server variable"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        enumeration = object.optionalList("enum")
        defaultValue = object.required("default") ?? enumeration?.first ?? ""
        description = object.string("description")
        extensions = object.extensions()
    }
}
