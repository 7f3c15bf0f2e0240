import SpecYAML

/// What the constructs of a Swagger 2.0 document need to know of its root.
struct Swagger2Scope: Sendable {
    let root: YAMLNode
    /// What bodies of requests are written in where an operation says nothing; `nil` if the document says nothing either.
    var consumes: [Swagger2MediaType]?
    /// What bodies of responses are written in where an operation says nothing; `nil` if the document says nothing either.
    var produces: [Swagger2MediaType]?

    init(root: YAMLNode) { self.root = root }

    /// The node itself, or the one that its `$ref` leads to through all steps.
    ///
    /// `nil` if a step leads nowhere or out of the file, or the steps lead on and on: that is told when references are checked.
    func resolved(_ node: YAMLNode) -> YAMLNode? {
        var node = node
        for _ in 0..<Self.longestChain {
            guard let reference = node["$ref"] else { return node }
            guard reference.text.hasPrefix("#"), let pointer = JSONPointer(fragment: reference.text.dropFirst()),
                let next = root.node(at: pointer)
            else { return nil }
            node = next
        }
        return nil
    }

    /// No document needs more references in a row.
    private static let longestChain = 50
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

extension JSONPointer {
    /// Where the document holds what this place of a Swagger 2.0 file names; the place itself if it is no component of the kind.
    func translatedFromSwagger2(for kind: any Component.Type) -> JSONPointer {
        guard tokens.count == 2, tokens[0] == kind.swagger2Section else { return self }
        return JSONPointer(tokens: ["components", kind.section, tokens[1]])
    }
}

extension Document {
    /// The section of a Swagger 2.0 document that a place is an entry of, where it has such an entry.
    static func swagger2Section(at place: JSONPointer, in root: YAMLNode) -> String? {
        let sections = ["definitions", "parameters", "responses", "securityDefinitions"]
        guard place.tokens.count == 2, sections.contains(place.tokens[0]), root.node(at: place) != nil else { return nil }
        return place.tokens[0]
    }
}
