internal import CLibYAML

extension YAMLNode {
    /// The root of a file's one document. Fails with all that is wrong with it as YAML or JSON.
    public init(parsing file: SpecFile) throws(Diagnostics) {
        let (node, diagnostics) = Self.parsing(file)
        guard let node, diagnostics.isEmpty else { throw diagnostics }
        self = node
    }

    /// The root of a file's one document, as far as it can be read, and what is wrong with it.
    ///
    /// Of keys that a mapping has twice the last one counts, and of several documents the first.
    /// There is no root without an error.
    public static func parsing(_ file: SpecFile) -> (node: YAMLNode?, diagnostics: Diagnostics) {
        do {
            let input = try ParserInput(file)
            return input.bytes.withUnsafeBufferPointer { bytes in
                var builder = YAMLTreeBuilder(file: file.path, bytes: bytes.count)
                builder.read(bytes, restoring: input.hasStandIns)
                builder.finish()
                var diagnostics = builder.diagnostics
                let tree = builder.tree()
                if tree == nil, diagnostics.isEmpty {
                    let start = Location(file: file.path)
                    diagnostics.append(Diagnostic(.error, at: start, "the file holds no value; an API description is needed"))
                }
                return (tree.map { YAMLNode(tree: $0, index: 0) }, Diagnostics(diagnostics))
            }
        } catch {
            return (nil, error)
        }
    }
}

extension YAMLTreeBuilder {
    /// Reads events until the end of the first document, or until a tree can't come of it any more.
    fileprivate mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, restoring: Bool) {
        let parser = LibYAMLParser(bytes)
        var documents = 0
        while isUsable {
            guard var event = parser.next() else { return refuseSyntax(parser.problem, in: bytes) }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT:
                return
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                guard documents == 1 else {
                    let message = "a second document starts here; keep one in each file, for it is left out"
                    return note(.init(.scalar, at: event.start_mark), message)
                }
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                var node = YAMLTree.Node(.scalar, at: event.start_mark)
                node.style = YAMLNode.Style(scalar.style)
                node.tag = scalar.tag.map { YAMLTree.Tag(String(decodingC: $0)) } ?? .none
                let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
                self.scalar(node, anchor: scalar.anchor.map { String(decodingC: $0) }) { output in
                    if restoring, text.contains(StandIn.lead) {
                        StandIn.restore(text, doubleQuoted: node.style == .doubleQuoted, to: &output)
                    } else {
                        output.append(contentsOf: text)
                    }
                }
            case YAML_SEQUENCE_START_EVENT:
                begin(.init(.sequence, at: event.start_mark), anchor: event.data.sequence_start.anchor.map { String(decodingC: $0) })
            case YAML_MAPPING_START_EVENT:
                begin(.init(.mapping, at: event.start_mark), anchor: event.data.mapping_start.anchor.map { String(decodingC: $0) })
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                end()
            case YAML_ALIAS_EVENT:
                alias(.init(.alias, at: event.start_mark), name: event.data.alias.anchor.map { String(decodingC: $0) } ?? "")
            default:
                break
            }
        }
    }

    private mutating func refuseSyntax(_ problem: LibYAMLParser.Problem, in bytes: UnsafeBufferPointer<UInt8>) {
        let node = YAMLTree.Node(kind: .scalar, line: Int32(clamping: problem.line), column: Int32(clamping: problem.column))
        let character = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(problem.offset).first.map(Character.init)
        refuse(node, problem.message(at: character))
    }
}

extension YAMLTree.Node {
    fileprivate init(_ kind: YAMLTree.Kind, at mark: yaml_mark_t) {
        self.init(
            kind: kind,
            line: Int32(truncatingIfNeeded: mark.line) &+ 1,
            column: Int32(truncatingIfNeeded: mark.column) &+ 1
        )
    }
}

extension YAMLNode.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
    }
}

extension YAMLTree.Tag {
    fileprivate init(_ tag: String) {
        self =
            switch tag {
            case "tag:yaml.org,2002:str", "!": .string
            case "tag:yaml.org,2002:null": .null
            case "tag:yaml.org,2002:bool": .bool
            case "tag:yaml.org,2002:int": .integer
            case "tag:yaml.org,2002:float": .float
            default: .other
            }
    }
}

extension String {
    /// The text that libyaml ends with a NUL.
    fileprivate init(decodingC text: UnsafePointer<yaml_char_t>) { self.init(decodingCString: text, as: UTF8.self) }
}
