import HTTPTypes

/// The media types that a form's parts have, by the names of its properties: what a spec's `encoding` says.
public typealias PartTypes = [String: MediaType]

extension MultipartPart {
    /// The parts of a form: files as they are, texts, and what is nested as JSON; of an array one part for each element.
    ///
    /// What is null is left out, and an array that is empty is an empty text.
    ///
    /// - Throws: When a number has no JSON form, or a file stands deeper than in an array.
    static func parts(of form: some JSONWritable, types: PartTypes) throws(JSONError) -> [MultipartPart] {
        var writer = JSONWriter()
        writer.parts = [:]
        form.write(to: &writer)
        var files = writer.parts ?? [:]
        let fields = writer.partFields
        let bytes = try writer.finish()
        let json = bytes.span.bytes
        var parts: [MultipartPart] = []
        for (name, value) in json.members(ofObjectAt: 0) {
            var elements = [value]
            if bytes[value.lowerBound] == .openBracket, types[name].map({ isJSON($0.essence) }) != true {
                let list = json.elements(ofArrayAt: value.lowerBound)
                if !list.contains(where: { bytes[$0.lowerBound] == .openBracket }) { elements = list }
            }
            if elements.isEmpty { parts.append(MultipartPart(Body(), name: name)) }
            for element in elements {
                if var file = files.removeValue(forKey: element.lowerBound) {
                    file.name = name
                    file.contentType = file.contentType ?? types[name].flatMap { $0.isSingle ? $0 : nil }
                    parts.append(file)
                } else if var part = MultipartPart(field: JSONValue(unchecked: Array(bytes[element])), named: name, type: types[name]) {
                    part.fields = fields[element.lowerBound] ?? [:]
                    parts.append(part)
                }
            }
        }
        guard files.isEmpty else { throw JSONError(.constraint("a file stands where a form has no place for one"), offset: 0) }
        return parts
    }

    /// A part that is no file; nil for null.
    private init?(field value: JSONValue, named name: String, type: MediaType?) {
        guard let text = value.text else { return nil }
        let isContainer = value.kind == .object || value.kind == .array
        let type = type ?? (isContainer ? "application/json" : nil)
        let isJSON = isContainer || type.map { CloudFlowRuntime.isJSON($0.essence) } == true
        self.init(Body(isJSON ? value.bytes : Array(text.utf8)), name: name, contentType: type)
    }
}

extension MediaType {
    /// Whether the type is one, rather than a range or a list of several.
    var isSingle: Bool { !essence.contains("*") && !essence.contains(",") }
}

extension TextNode {
    /// A form of parts. Those without a name belong to nobody.
    ///
    /// - Parameter types: of parts that don't say what they are.
    init(form parts: [MultipartPart], types: PartTypes) {
        var positions: [String: Int] = [:]
        var fields: [(name: String, parts: [TextNode])] = []
        for part in parts {
            guard let name = part.name else { continue }
            let node = TextNode(part, type: part.contentType ?? types[name])
            if let position = positions[name] {
                fields[position].parts.append(node)
            } else {
                positions[name] = fields.count
                fields.append((name, [node]))
            }
        }
        self = .object(
            fields.map { name, nodes in
                guard nodes.count == 1 else { return (name, .array(nodes)) }
                // A file is shown as an array of one, and is that one as well.
                if case .part(let part, .json(.noText)) = nodes[0] { return (name, .part(part, .array(nodes))) }
                // An empty text is how an empty array is sent.
                if case .part(_, .text("")) = nodes[0] { return (name, .ambiguous(nodes[0], array: [])) }
                if case .part(_, .json(let value)) = nodes[0], value.kind == .array { return (name, nodes[0]) }
                return (name, .ambiguous(nodes[0], array: nodes))
            }
        )
    }

    private init(_ part: MultipartPart, type: MediaType?) {
        if part.filename == nil, let type, isJSON(type.essence), let value = part.body.bytes.flatMap({ try? JSONValue(json: $0) }) {
            self = .part(part, .json(value))
        } else if !part.isFile, let text = part.text {
            self = .part(part, .text(text))
        } else {
            // Two arrays, one in the other: whoever wants anything but a part is told so.
            self = .part(part, .json(.noText))
        }
    }
}

extension JSONValue {
    fileprivate static let noText = JSONValue(unchecked: Array("[[]]".utf8))

    fileprivate static func ~= (pattern: JSONValue, value: JSONValue) -> Bool { pattern.bytes == value.bytes }
}
