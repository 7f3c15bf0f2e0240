/// A value of a YAML or JSON file: a handle of two words into the file's tree, cheap to copy and to keep.
///
/// An alias (`*name`) reads as the node it stands for; two handles are equal when they are one node of one file.
/// Aliases can't make a walk endless or explosive: parsing refuses a file whose aliases repeat themselves or multiply beyond bounds.
public struct YAMLNode: Sendable {
    let tree: YAMLTree
    let index: Int32

    init(tree: YAMLTree, index: Int32) {
        self.tree = tree
        self.index = tree.resolved(index)
    }

    /// What a node is made of.
    public enum Kind: String, Sendable { case scalar, sequence, mapping }

    /// How a scalar is written.
    public enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

    public var kind: Kind {
        switch node.kind {
        case .mapping: .mapping
        case .sequence: .sequence
        case .scalar, .alias: .scalar
        }
    }

    /// How the scalar is written; `.plain` for collections.
    public var style: Style { node.style }

    /// Where the node starts; for an alias, where the node it stands for starts.
    public var location: Location { Location(file: tree.file, line: Int(node.line), column: Int(node.column)) }

    /// The path of the file that it comes from, as the user gave it.
    public var file: String { tree.file }

    /// The value that the whole file holds.
    public var root: YAMLNode { YAMLNode(tree: tree, index: 0) }

    /// The text of a scalar with quotes and escapes undone, whatever its type; empty for collections.
    public var text: String { node.kind == .scalar ? String(decoding: textBytes, as: UTF8.self) : "" }

    /// How many items or entries the collection has as written, merged ones apart; 0 for scalars.
    public var count: Int { node.kind == .scalar ? 0 : Int(node.count) }

    var node: YAMLTree.Node { tree.nodes[Int(index)] }

    var textBytes: ArraySlice<UInt8> { tree.text[Int(node.start)..<Int(node.start) + Int(node.count)] }
}

extension YAMLNode: Hashable {
    public static func == (left: YAMLNode, right: YAMLNode) -> Bool { left.index == right.index && left.tree === right.tree }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(ObjectIdentifier(tree))
    }
}
