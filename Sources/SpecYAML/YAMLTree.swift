/// All nodes of one file in the order of the document, and the text of all scalars, each in one array.
///
/// A collection is followed by its first child; siblings are linked. The key of a mapping's entry is directly followed by its value.
final class YAMLTree: Sendable {
    let file: String
    let nodes: [Node]
    let text: [UInt8]

    init(file: String, nodes: [Node], text: [UInt8]) {
        self.file = file
        self.nodes = nodes
        self.text = text
    }

    /// 24 bytes. A file of 4 MB has some 300,000 of them.
    struct Node {
        var kind: Kind
        var style: YAMLNode.Style = .plain
        var tag: Tag = .none
        /// Whether a mapping has a merge key `<<`.
        var merges = false
        var line: Int32
        var column: Int32
        /// Of a scalar: where its text starts. Of an alias: the node it stands for. Of a collection: its first child.
        var start: Int32 = 0
        /// Of a scalar: the bytes of its text. Of a collection: how many items or entries it has.
        var count: Int32 = 0
        /// The next item of a sequence; of a mapping's value: the next key.
        var next: Int32 = Node.none

        static let none: Int32 = -1
    }

    enum Kind: UInt8 { case scalar, sequence, mapping, alias }

    /// The explicit tag of a scalar, as far as it settles the scalar's type.
    enum Tag: UInt8 { case none, string, null, bool, integer, float, other }

    /// Whether a scalar's text is these bytes.
    func text(of node: Node, equals name: some Collection<UInt8>) -> Bool {
        let start = Int(node.start)
        return Int(node.count) == name.count && text[start..<start + Int(node.count)].elementsEqual(name)
    }

    /// The node that an alias stands for, else the node itself. An alias never stands for another alias.
    func resolved(_ index: Int32) -> Int32 {
        let node = nodes[Int(index)]
        return node.kind == .alias ? node.start : index
    }
}
