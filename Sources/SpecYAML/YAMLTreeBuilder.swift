/// Turns a stream of events into a tree, and finds what libyaml lets through but no spec may have.
struct YAMLTreeBuilder {
    /// How deep collections may nest, those behind aliases counted in. Descriptions in the wild stay below 50.
    static let deepest = 200
    /// How many nodes aliases may repeat. Anything that walks the tree can rely on it.
    static let mostRepeated = 1_000_000

    private let file: String
    var nodes: [YAMLTree.Node] = []
    private(set) var text: [UInt8] = []
    private var open: [Frame] = []
    private var anchors: [String: Anchor] = [:]
    private var repeated = 0
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a tree comes of it in spite of the diagnostics.
    private(set) var isUsable = true

    init(file: String, bytes: Int) {
        self.file = file
        nodes.reserveCapacity(bytes / 14)
        text.reserveCapacity(bytes / 2)
    }

    /// A collection whose end has not come yet.
    private struct Frame {
        let node: Int32
        let isMapping: Bool
        let anchor: String?
        /// The last item, or the last value of a mapping.
        var last = YAMLTree.Node.none
        /// Of a mapping: the key whose value is awaited.
        var key = YAMLTree.Node.none
        /// All nodes inside with aliases followed, and how deep they nest.
        var extent = Extent()

        var isAwaitingKey: Bool { isMapping && key == YAMLTree.Node.none }
    }

    private struct Extent {
        var nodes = 0
        var depth = 0
    }

    private enum Anchor {
        case open
        case complete(node: Int32, Extent)
    }

    /// The tree, unless something was refused or nothing came.
    func tree() -> YAMLTree? {
        guard isUsable, !nodes.isEmpty else { return nil }
        return YAMLTree(file: file, nodes: nodes, text: text)
    }

    /// Adds a scalar whose bytes `append` adds to the text.
    mutating func scalar(_ node: YAMLTree.Node, anchor: String?, appending append: (inout [UInt8]) -> Void) {
        var node = node
        node.start = Int32(truncatingIfNeeded: text.count)
        append(&text)
        node.count = Int32(truncatingIfNeeded: text.count) - node.start
        let index = add(node)
        if let anchor { anchors[anchor] = .complete(node: index, Extent(nodes: 1, depth: 0)) }
        attach(index, Extent(nodes: 1, depth: 0))
    }

    mutating func begin(_ node: YAMLTree.Node, anchor: String?) {
        if open.last?.isAwaitingKey == true { refuse(node, Self.keyAdvice) }
        var node = node
        node.start = YAMLTree.Node.none
        let index = add(node)
        if let anchor { anchors[anchor] = .open }
        open.append(Frame(node: index, isMapping: node.kind == .mapping, anchor: anchor))
        if open.count > Self.deepest { refuse(node, Self.depthAdvice) }
    }

    mutating func end() {
        guard let frame = open.popLast() else { return }
        if frame.isMapping { finishMapping(frame.node) }
        let extent = Extent(nodes: frame.extent.nodes + 1, depth: frame.extent.depth + 1)
        if let anchor = frame.anchor { anchors[anchor] = .complete(node: frame.node, extent) }
        attach(frame.node, extent)
    }

    /// Finishes what an early end left open, so that its findings are told as well.
    mutating func finish() {
        while let frame = open.popLast() {
            if frame.isMapping { finishMapping(frame.node) }
        }
    }

    mutating func alias(_ alias: YAMLTree.Node, name: String) {
        var node = alias
        guard case .complete(let target, let extent) = anchors[name] else {
            if anchors[name] == nil {
                refuse(node, "there is no anchor &\(name) before this alias; define it, or put the value in quotes")
            } else {
                refuse(node, "the alias *\(name) stands inside the value that it names; a value can't contain itself")
            }
            node.kind = .scalar
            attach(add(node), Extent(nodes: 1, depth: 0))
            return
        }
        if open.last?.isAwaitingKey == true, nodes[Int(target)].kind != .scalar { refuse(node, Self.keyAdvice) }
        repeated += extent.nodes
        if repeated > Self.mostRepeated {
            refuse(node, "the aliases up to here repeat more than \(Self.mostRepeated) values; write out what is needed")
        } else if open.count + extent.depth > Self.deepest {
            refuse(node, Self.depthAdvice)
        }
        node.start = target
        attach(add(node), extent)
    }

    private static let keyAdvice = "a key must be a plain value, not a list or a mapping; put it in quotes"
    private static let depthAdvice = "more than \(deepest) levels of nesting; move the inner ones into components"

    private mutating func add(_ node: YAMLTree.Node) -> Int32 {
        nodes.append(node)
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    /// Links a complete node to the collection that it stands in.
    private mutating func attach(_ index: Int32, _ extent: Extent) {
        guard let top = open.indices.last else { return }
        let parent = Int(open[top].node)
        open[top].extent.nodes += extent.nodes
        open[top].extent.depth = max(open[top].extent.depth, extent.depth)
        if open[top].isAwaitingKey {
            open[top].key = index
            return
        }
        let first = open[top].isMapping ? open[top].key : index
        if open[top].last == YAMLTree.Node.none { nodes[parent].start = first } else { nodes[Int(open[top].last)].next = first }
        nodes[parent].count += 1
        open[top].last = index
        open[top].key = YAMLTree.Node.none
    }

    /// Notes what keeps a tree from being made.
    mutating func refuse(_ node: YAMLTree.Node, _ message: String) {
        diagnostics.append(Diagnostic(.error, at: location(of: node), message))
        isUsable = false
    }

    /// Notes what is wrong but can be read around.
    mutating func note(_ node: YAMLTree.Node, _ message: String) {
        diagnostics.append(Diagnostic(.warning, at: location(of: node), message, leavesOut: true))
    }

    func location(of node: YAMLTree.Node) -> Location {
        Location(file: file, line: Int(node.line), column: Int(node.column))
    }
}
