import CloudFlowRuntime
import SeededRandom

extension SeededGenerator {
    /// Up to six characters, many of which mean something in URLs, header fields or JSON.
    mutating func text(from alphabet: String = "ab1-_.~ ,;=&|%+/?#[]{}:@!$'()*\"\\<>^`\té😀\n") -> String {
        if Int.random(in: 0..<8, using: &self) == 0 {
            return ["", "42", "-1.5e3", "true", "null", "[1]", "{}", "%2C", "a,b", ".", "..", "007"].randomElement(using: &self) ?? ""
        }
        return String((0..<Int.random(in: 0..<7, using: &self)).compactMap { _ in alphabet.randomElement(using: &self) })
    }

    mutating func shade() -> Shade {
        Shade(
            name: text(),
            size: Bool.random(using: &self) ? Int.random(in: -9...999, using: &self) : nil,
            isOn: Bool.random(using: &self),
            kind: [Shade.Kind.warm, .numbered, .other("x")].randomElement(using: &self) ?? .warm,
            tags: Bool.random(using: &self) ? texts() : nil,
            inner: Int.random(in: 0..<4, using: &self) == 0 ? [Box(width: .random(in: 0...1, using: &self)), Box(width: 3)] : nil
        )
    }

    /// Up to three texts; a lone empty one is left out, since no style tells it from none.
    mutating func texts() -> [String] {
        let texts = (0..<Int.random(in: 0..<4, using: &self)).map { _ in text() }
        return texts == [""] ? [] : texts
    }
}

/// An object with a member of each kind.
struct Shade: JSONModel, Hashable {
    enum Kind: OpenEnum {
        case warm, numbered
        case other(String)
        static let table = EnumTable<Self>([("warm", .warm), ("1", .numbered)])
    }

    var name: String
    var size: Int?
    var isOn: Bool
    var kind: Kind
    var tags: [String]?
    var inner: [Box]?

    init(name: String, size: Int? = nil, isOn: Bool = false, kind: Kind = .warm, tags: [String]? = nil, inner: [Box]? = nil) {
        self.name = name
        self.size = size
        self.isOn = isOn
        self.kind = kind
        self.tags = tags
        self.inner = inner
    }

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        name = reader.string("name")
        size = reader.optionalInt("size")
        isOn = reader.bool("isOn")
        kind = reader.value("kind")
        tags = reader.optionalValue("tags")
        inner = reader.optionalValue("inner")
        reader.check("size", size, range: -10...1000)
        reader.endObject(object, closed: true)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("name", name)
        writer.int("size", size)
        writer.bool("isOn", isOn)
        writer.value("kind", kind)
        writer.value("tags", tags)
        writer.value("inner", inner)
        writer.endObject()
    }
}

struct Box: JSONModel, Hashable {
    var width: Double

    init(width: Double) {
        self.width = width
    }

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        width = reader.double("width")
        reader.endObject(object, closed: true)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.double("width", width)
        writer.endObject()
    }
}
