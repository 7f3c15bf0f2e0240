public import SpecYAML

/// What can be read from a node of the document.
public protocol Readable: Sendable {
    /// `nil` if there is nothing to go on with; the context then holds a diagnostic that says why.
    static func read(_ node: YAMLNode, in context: ReadingContext) -> Self?
}

/// What is read from a mapping with fields of known names.
protocol ObjectReadable: Readable {
    /// What messages call it, as `parameter`.
    static var noun: String { get }

    init?(reading object: inout ObjectReader)
}

extension ObjectReadable {
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> Self? {
        guard node.kind == .mapping else {
            context.leaveOut(
                at: node.location,
                "\(noun.withArticle) must be a mapping, not \(node.typeName); correct it, for it is left out"
            )
            return nil
        }
        var object = ObjectReader(node, noun: noun, context: context)
        let value = Self(reading: &object)
        object.reportUnknownFields()
        return value
    }
}

extension YAMLNode: Readable {
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> YAMLNode? { node }
}

extension String: Readable {
    /// A string; a number or a boolean is taken as the text that it is written with.
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> String? {
        switch node.scalarType {
        case .string:
            return node.text
        case .integer, .float, .bool:
            context.warning(at: node.location, "a string is needed here, not \(node.typeName); put it in quotes")
            return node.text
        case .null, nil:
            context.leaveOut(at: node.location, "a string is needed here, not \(node.typeName); correct it, for it is left out")
            return nil
        }
    }
}

extension Array: Readable where Element: Readable {
    /// The items that could be read.
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> [Element]? {
        guard node.kind == .sequence else {
            context.leaveOut(at: node.location, "a list is needed here, not \(node.typeName); correct it, for it is left out")
            return nil
        }
        return node.items.compactMap { Element.read($0, in: context) }
    }
}

extension YAMLNode {
    /// What messages call its type, with an article.
    var typeName: String {
        switch (kind, scalarType) {
        case (.mapping, _): "a mapping"
        case (.sequence, _): "a list"
        case (_, .null): "null"
        case (_, .bool): "a boolean"
        case (_, .integer), (_, .float): "the number \(text)"
        case (_, _): "a string"
        }
    }
}

extension String {
    /// `a parameter`, `an operation`.
    var withArticle: String { (first.map("aeiouA".contains) == true ? "an " : "a ") + self }
}
