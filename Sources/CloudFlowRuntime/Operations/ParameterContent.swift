/// A value as the styles of parameters know it.
///
/// What is nested deeper stands in its texts as JSON. Null is no content, as an undefined value is none of a template's.
enum ParameterContent {
    case text(String)
    case list([String])
    case members([(name: String, value: String)])

    /// Nil for null.
    ///
    /// - Parameter repeatsLists: whether a member that is a list stands there once for each of its elements, and empty where it has none.
    init?(_ value: JSONValue, repeatsLists: Bool = false) {
        switch value.kind {
        case .null: return nil
        case .array: self = .list((value.array ?? []).compactMap(\.text))
        case .object:
            self = .members(
                value.members.flatMap { name, value in
                    let elements = repeatsLists && value.kind == .array ? value.array ?? [] : [value]
                    return (elements.isEmpty ? [""] : elements).compactMap(\.text).map { (name, $0) }
                }
            )
        case .string, .number, .boolean: self = .text(value.text ?? "")
        }
    }

    var isEmpty: Bool {
        switch self {
        case .text: false
        case .list(let elements): elements.isEmpty
        case .members(let members): members.isEmpty
        }
    }
}

extension JSONValue {
    /// A scalar's text, and the JSON of an array or an object; nil for null.
    var text: String? {
        switch kind {
        case .null: nil
        case .string: string
        case .number, .boolean, .array, .object: String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The members of an object as they are written, in their order.
    package var members: [(name: String, value: JSONValue)] {
        bytes.span.bytes.members(ofObjectAt: 0).map { ($0.name, JSONValue(unchecked: Array(bytes[$0.value]))) }
    }
}

extension RawSpan {
    /// The members of the object at an offset, and where their values stand.
    func members(ofObjectAt start: Int) -> [(name: String, value: Range<Int>)] {
        var members: [(name: String, value: Range<Int>)] = []
        var offset = skippingSpace(from: start + 1)
        while byte(offset) == .quote, let name = try? scanString(from: offset), let text = text(from: offset + 1, name),
            let colon = try? scanColon(from: name.close + 1), let value = value(at: colon)
        {
            members.append((text, value))
            offset = skippingComma(from: value.upperBound)
        }
        return members
    }

    /// Where the elements of the array at an offset stand.
    func elements(ofArrayAt start: Int) -> [Range<Int>] {
        var elements: [Range<Int>] = []
        var offset = skippingSpace(from: start + 1)
        while let value = value(at: offset) {
            elements.append(value)
            offset = skippingComma(from: value.upperBound)
        }
        return elements
    }

    private func value(at start: Int) -> Range<Int>? {
        var observer = Skipping()
        return (try? scanValue(from: start, depth: 0, limit: .max, observer: &observer)).map { start..<$0 }
    }

    private func skippingComma(from start: Int) -> Int {
        let offset = skippingSpace(from: start)
        return byte(offset) == .comma ? skippingSpace(from: offset + 1) : offset
    }
}
