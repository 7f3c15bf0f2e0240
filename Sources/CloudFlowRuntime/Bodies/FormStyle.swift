/// How a property stands in an urlencoded form: what a spec's `encoding` says of it.
///
/// Without it a scalar is a text, an array stands there once for each element, and an object is JSON.
public enum FormStyle: Sendable, Hashable {
    /// As JSON: its `contentType` is `application/json`.
    case json
    /// In a style of parameters, exploded or as is usual with the style.
    case style(ParameterStyle, explode: Bool? = nil, allowsReserved: Bool = false)
}

/// The styles of a form's properties, by their names.
public typealias FormStyles = [String: FormStyle]

extension JSONValue {
    /// An object as a form.
    ///
    /// - Throws: When the elements of a property can't be told apart in its style.
    func form(_ styles: FormStyles) throws(JSONError) -> String {
        var pairs: [(name: String, value: String)] = []
        for (name, value) in members where !value.isNull {
            switch styles[name] {
            case .json:
                pairs.append((name.percentEncoded, String(decoding: value.bytes, as: UTF8.self).percentEncoded))
            case .style(.deepObject, _, let allowsReserved):
                let deep = value.deepPairs(named: name)
                if deep.contains(where: \.isTorn) { throw .torn(name) }
                pairs += deep.map { ($0.name.percentEncoded, $0.value.queryEncoded(allowsReserved: allowsReserved)) }
            case .style(let style, let explode, let allowsReserved):
                let explode = explode ?? style.explodesByDefault
                guard let content = ParameterContent(value, repeatsLists: explode) else { continue }
                if !explode, content.isTorn(by: style) { throw .torn(name) }
                pairs += content.pairs(named: name, style, explode: explode) { $0.queryEncoded(allowsReserved: allowsReserved) }
            case nil:
                let values = value.kind == .array ? value.array ?? [] : [value]
                pairs += (values.isEmpty ? [""] : values).compactMap(\.text).map { (name.percentEncoded, $0.percentEncoded) }
            }
        }
        return pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
}

extension JSONError {
    fileprivate static func torn(_ property: String) -> JSONError {
        JSONError(.constraint("the property '\(property.printable)' holds what its style can't tell apart"), offset: 0)
    }
}

extension TextNode {
    /// A form, with its properties in their styles.
    init(form text: String, _ styles: FormStyles) throws(BodyProblem) {
        guard var pairs = ParameterPairs(form: text[...], kind: "property") else {
            throw .malformed("the form is not percent-encoded UTF-8")
        }
        do throws(Refusal) {
            try self.init(&pairs, styles)
        } catch {
            throw .malformed("the form: \(error.error.message)")
        }
    }

    private init(_ pairs: inout ParameterPairs, _ styles: FormStyles) throws(Refusal) {
        var members: [Member] = []
        for (name, style) in styles.sorted(by: { $0.key < $1.key }) {
            let node: TextNode?
            switch style {
            case .json: node = try pairs.single(name).map { TextNode(jsonText: $0.value) }
            case .style(.deepObject, _, _): node = try pairs.deepNode(named: name)
            case .style(let style, let explode, _):
                if explode ?? style.explodesByDefault { continue }
                node = try pairs.joinedNode(named: name, style)
            }
            if let node { members.append((name, node)) }
        }
        self = .object(members + pairs.strays.grouped.map { ($0.name, TextNode(values: $0.values)) })
    }

    /// A text that is JSON. Where it is not, it stands for itself, and the model says what it should be.
    init(jsonText text: String) {
        self = (try? JSONValue(json: Array(text.utf8))).map(TextNode.json) ?? .text(text)
    }
}
