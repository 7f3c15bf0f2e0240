/// A value as parameters and forms hold it: texts. What is a number, and what is a list of one, only the model knows that reads them.
indirect enum TextNode {
    /// A scalar. Where the model wants an array or an object it is the JSON of one; an empty text is an empty one.
    case text(String)
    case json(JSONValue)
    case array([TextNode])
    case object([Member])
    /// What can be taken in several ways. It is shown as the first one until the model asks for another.
    case ambiguous(TextNode, text: String? = nil, array: [TextNode]? = nil, object: [Member]? = nil)
    /// A part of a form, and what is shown to a model that doesn't want a part.
    case part(MultipartPart, TextNode)

    typealias Member = (name: String, value: TextNode)

    /// What was given under one name, once or several times.
    ///
    /// - Parameter object: what it is if it is an object.
    init(values: [String], object: [Member]? = nil) {
        let array = values == [""] ? [] : values.map(TextNode.text)
        self = .ambiguous(values.count == 1 ? .text(values[0]) : .array(array), array: array, object: object)
    }

    /// The node as JSON. A text that could be a number or a truth value is shown as one: then a union that goes by the kind of its value works.
    var json: [UInt8] {
        var json: [UInt8] = []
        var parts: [Int: MultipartPart] = [:]
        write(to: &json, &parts)
        return json
    }

    /// Writes the node as JSON.
    ///
    /// - Parameter parts: where a part stands.
    func write(to json: inout [UInt8], _ parts: inout [Int: MultipartPart]) {
        switch self {
        case .text(let text): json += text.isBareJSON ? Array(text.utf8) : text.quotedJSON
        case .json(let value): json += value.bytes
        case .ambiguous(let shown, _, _, _): shown.write(to: &json, &parts)
        case .part(let part, let shown):
            parts[json.count] = part
            shown.write(to: &json, &parts)
        case .array(let elements):
            json.append(.openBracket)
            for (index, element) in elements.enumerated() {
                if index > 0 { json.append(.comma) }
                element.write(to: &json, &parts)
            }
            json.append(.closeBracket)
        case .object(let members):
            json.append(.openBrace)
            for (index, member) in members.enumerated() {
                json += (index > 0 ? [.comma] : []) + member.name.quotedJSON + [.colon]
                member.value.write(to: &json, &parts)
            }
            json.append(.closeBrace)
        }
    }

    /// Takes the node at `target` for another kind, as the model asks for one.
    ///
    /// - Parameters:
    ///   - target: an offset in `json`.
    ///   - offset: where this node begins; moves behind it.
    /// - Returns: Whether there is a node there that can be of that kind.
    mutating func reshape(at target: Int, as kind: JSONKind, offset: inout Int) -> Bool {
        if offset == target { return reshape(as: kind) }
        switch self {
        case .text, .json: offset += json.count
        case .ambiguous(var shown, _, _, _):
            guard shown.reshape(at: target, as: kind, offset: &offset) else { return false }
            self = shown
            return true
        case .part(let part, var shown):
            guard shown.reshape(at: target, as: kind, offset: &offset) else { return false }
            self = .part(part, shown)
            return true
        case .array(var elements):
            for index in elements.indices {
                offset += 1
                guard elements[index].reshape(at: target, as: kind, offset: &offset) else { continue }
                self = .array(elements)
                return true
            }
            offset += elements.isEmpty ? 2 : 1
        case .object(var members):
            for index in members.indices {
                offset += members[index].name.quotedJSON.count + 2
                guard members[index].value.reshape(at: target, as: kind, offset: &offset) else { continue }
                self = .object(members)
                return true
            }
            offset += members.isEmpty ? 2 : 1
        }
        return false
    }

    private mutating func reshape(as kind: JSONKind) -> Bool {
        switch (self, kind) {
        case (.ambiguous(_, _, let array?, _), .array): self = .array(array)
        case (.ambiguous(_, _, _, let object?), .object): self = .object(object)
        case (.ambiguous(_, let text?, _, _), .string), (.ambiguous(_, let text?, _, _), .number),
            (.ambiguous(_, let text?, _, _), .boolean):
            self = .text(text)
        case (.ambiguous(var shown, _, _, _), _):
            guard shown.reshape(as: kind) else { return false }
            self = shown
        case (.part(let part, var shown), _):
            if part.isFile, let text = part.text { shown = .text(text) }
            guard kind == .string && part.isFile && part.text != nil || shown.reshape(as: kind) else { return false }
            self = .part(part, shown)
        case (.text(""), .array): self = .array([])
        case (.text(""), .object): self = .object([])
        case (.text(let text), .array), (.text(let text), .object):
            guard let value = try? JSONValue(json: Array(text.utf8)), value.kind == kind else { return false }
            self = .json(value)
        default: return false
        }
        return true
    }
}

extension String {
    /// Whether the text is a number, `true` or `false` as JSON writes them.
    var isBareJSON: Bool {
        if self == "true" || self == "false" { return true }
        let bytes = Array(utf8)
        return (try? bytes.span.bytes.scanNumber(at: 0)) == bytes.count
    }

    var quotedJSON: [UInt8] { JSONValue(self).bytes }
}
