extension Info: ObjectReadable {
    static let noun = "info object"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        title = object.required("title") ?? ""
        summary = object.string("summary")
        description = object.string("description")
        termsOfService = object.string("termsOfService")
        contact = object.read("contact")
        license = object.read("license")
        version = object.required("version") ?? ""
        extensions = object.extensions()
    }
}

extension Contact: ObjectReadable {
    static let noun = "contact"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        name = object.string("name")
        url = object.string("url")
        email = object.string("email")
        extensions = object.extensions()
    }
}

extension License: ObjectReadable {
    static let noun = "license"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        name = object.required("name") ?? ""
        identifier = object.string("identifier")
        url = object.string("url")
        extensions = object.extensions()
    }
}
