import SpecYAML

/// Parses a text as the file `spec.yaml`.
func parse(_ text: String) throws -> YAMLNode { try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(text.utf8))) }

/// What parsing a text finds, a line each.
func findings(_ text: String) -> String { findings(bytes: Array(text.utf8)) }

func findings(bytes: [UInt8]) -> String { YAMLNode.parsing(SpecFile(path: "spec.yaml", bytes: bytes)).diagnostics.description }

extension YAMLNode {
    /// The tree as one line: `{a: [1, 2]}`.
    var outline: String {
        switch kind {
        case .scalar: text
        case .sequence: "[" + items.map(\.outline).joined(separator: ", ") + "]"
        case .mapping: "{" + entries.map { "\($0.key.outline): \($0.value.outline)" }.joined(separator: ", ") + "}"
        }
    }
}
