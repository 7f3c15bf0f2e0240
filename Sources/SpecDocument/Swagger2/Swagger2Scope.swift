import SpecYAML

/// What the constructs of a Swagger 2.0 document need to know of its root.
struct Swagger2Scope: Sendable {
    let root: YAMLNode
    /// What bodies of requests are written in where an operation says nothing; `nil` if the document says nothing either.
    var consumes: [Swagger2MediaType]?
    /// What bodies of responses are written in where an operation says nothing; `nil` if the document says nothing either.
    var produces: [Swagger2MediaType]?

    init(root: YAMLNode) { self.root = root }

    /// What a file is read by: as its own root says, else as the file that refers to it; `nil` for OpenAPI 3.
    init?(of root: YAMLNode, besides referring: Swagger2Scope?) {
        if let referring, referring.root == root {
            self = referring
        } else if root["swagger"] != nil {
            self.init(root: root)
            // What is wrong with them is told where a Swagger 2.0 description is read as a whole.
            var object = ObjectReader(root, noun: "API description", context: ReadingContext())
            consumes = object.optionalList("consumes")
            produces = object.optionalList("produces")
        } else if root["openapi"] == nil, let referring {
            self.init(root: root)
            consumes = referring.consumes
            produces = referring.produces
        } else {
            return nil
        }
    }
}

extension Component {
    /// The field of a Swagger 2.0 document that holds them; `nil` if it has none for this kind.
    static var swagger2Section: String? {
        switch section {
        case "schemas": "definitions"
        case "parameters", "requestBodies": "parameters"
        case "responses": "responses"
        case "securitySchemes": "securityDefinitions"
        default: nil
        }
    }

    /// How a reference to one is written.
    static func exampleReference(inSwagger2: Bool, name: String = "Name") -> String {
        if inSwagger2, let section = swagger2Section { return "#/\(section)/\(name)" }
        return "#/components/\(section)/\(name)"
    }
}
