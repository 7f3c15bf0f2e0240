extension TextNode {
    /// The elements of a value that is one text. It is shown as an array where it has a delimiter, and as a scalar where not.
    ///
    /// - Parameters:
    ///   - explode: whether the members of an object are written `name=value`; otherwise names and values take turns.
    ///   - decode: nil for what is not UTF-8.
    init?(joined text: Substring, by delimiter: Character, explode: Bool, _ decode: (Substring) -> String?) {
        let parts = text.isEmpty ? [] : text.split(separator: delimiter, omittingEmptySubsequences: false)
        var elements: [String] = []
        for part in parts {
            guard let element = decode(part) else { return nil }
            elements.append(element)
        }
        guard let whole = decode(text) else { return nil }
        let array = elements.map(TextNode.text)
        let object = explode ? Self.members(of: parts, decode) : Self.members(of: elements)
        self = .ambiguous(elements.count > 1 ? .array(array) : .text(whole), text: whole, array: array, object: object)
    }

    private static func members(of parts: [Substring], _ decode: (Substring) -> String?) -> [Member]? {
        var members: [Member] = []
        for part in parts {
            let name = part.prefix { $0 != "=" }
            guard name.endIndex < part.endIndex, let value = decode(part[name.endIndex...].dropFirst()), let name = decode(name) else {
                return nil
            }
            members.append((name, .text(value)))
        }
        return members
    }

    private static func members(of elements: [String]) -> [Member]? {
        guard elements.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: elements.count, by: 2).map { (elements[$0], .text(elements[$0 + 1])) }
    }

    /// A value in a segment of a path.
    init?(segment: Substring, named name: String, _ style: ParameterStyle, explode: Bool) {
        let decode = { (text: Substring) in text.percentDecoded() }
        switch style {
        case .label:
            guard segment.first == "." else { return nil }
            self.init(joined: segment.dropFirst(), by: explode ? "." : ",", explode: explode, decode)
        case .matrix:
            guard segment.first == ";" else { return nil }
            self.init(matrix: segment.dropFirst(), named: name, explode: explode, decode)
        default:
            self.init(joined: segment, by: ",", explode: explode, decode)
        }
    }

    private init?(matrix text: Substring, named name: String, explode: Bool, _ decode: (Substring) -> String?) {
        var pairs: [(name: String, value: String, raw: Substring)] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let partName = part.prefix { $0 != "=" }
            let raw = part[partName.endIndex...].dropFirst()
            guard let name = decode(partName), let value = decode(raw) else { return nil }
            pairs.append((name, value, raw))
        }
        guard explode else {
            guard pairs.count == 1, pairs[0].name == name else { return nil }
            self.init(joined: pairs[0].raw, by: ",", explode: false, decode)
            return
        }
        let members: [Member] = pairs.map { ($0.name, .text($0.value)) }
        let values = pairs.map(\.value)
        self =
            pairs.allSatisfy { $0.name == name }
            ? TextNode(values: values, object: members) : .object(members)
    }
}

extension Substring {
    /// The text with the delimiters of a style as themselves: browsers send a pipe as it is, and a space as a plus.
    func delimited(by style: ParameterStyle) -> Substring {
        switch style {
        case .spaceDelimited: replacing("%20", with: " ").replacing("+", with: " ")
        case .pipeDelimited: replacing("%7C", with: "|").replacing("%7c", with: "|")
        case .tabDelimited: replacing("%09", with: "\t")
        default: self
        }
    }
}
