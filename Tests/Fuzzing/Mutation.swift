import SeededRandom

/// One change of one value of a description.
struct Mutation {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Changes one to four values.
    mutating func mutate(_ document: inout SpecValue) {
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            var position = Int.random(in: 1...max(1, document.size - 1), using: &generator)
            change(at: &position, in: &document)
        }
    }

    /// Changes the value that is so many steps away in the order of the document, which the position counts down to.
    private mutating func change(at position: inout Int, in value: inout SpecValue) {
        switch value {
        case .text, .plain:
            return
        case .list(var items):
            for index in items.indices {
                position -= 1
                if position == 0 {
                    changeItem(index, of: &items)
                    break
                }
                change(at: &position, in: &items[index])
                if position <= 0 { break }
            }
            value = .list(items)
        case .mapping(var entries):
            for index in entries.indices {
                position -= 1
                if position == 0 {
                    changeEntry(index, of: &entries)
                    break
                }
                change(at: &position, in: &entries[index].value)
                if position <= 0 { break }
            }
            value = .mapping(entries)
        }
    }

    private mutating func changeItem(_ index: Int, of items: inout [SpecValue]) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: items.remove(at: index)
        case 1: items.append(items[index])
        case 2: items.swapAt(index, Int.random(in: items.indices, using: &generator))
        default: items[index] = otherValue(than: items[index])
        }
    }

    private mutating func changeEntry(_ index: Int, of entries: inout [SpecValue.Entry]) {
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: entries.remove(at: index)
        case 1: entries.append(entries[index])
        case 2: entries[index].key = otherText(than: entries[index].key)
        case 3: entries[index].value = entries[Int.random(in: entries.indices, using: &generator)].value
        case 4: entries.append(SpecValue.Entry(key: otherText(than: ""), value: entries[index].value))
        default: entries[index].value = otherValue(than: entries[index].value)
        }
    }

    private mutating func otherValue(than value: SpecValue) -> SpecValue {
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: .plain("null")
        case 1: .plain(["0", "-1", "1e400", "9223372036854775808", "1.5", "1e3"].randomElement(using: &generator) ?? "0")
        case 2: .plain(Bool.random(using: &generator) ? "true" : "false")
        case 3: .list([])
        case 4: .mapping([])
        case 5: .list([value])
        case 6: .mapping([SpecValue.Entry(key: otherText(than: ""), value: value)])
        default: .text(otherText(than: ""))
        }
    }

    private mutating func otherText(than text: String) -> String {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: text + "x"
        case 1: String(text.dropFirst())
        default: Self.words.randomElement(using: &generator) ?? ""
        }
    }

    /// What a reader looks for, and what a name must not be taken as it is.
    private static let words = [
        "", " ", "$ref", "type", "items", "properties", "allOf", "oneOf", "anyOf", "not", "enum", "const", "required", "nullable", "format",
        "default", "discriminator", "additionalProperties", "patternProperties", "prefixItems", "readOnly", "$defs", "$id", "in", "name",
        "content", "schema", "get", "post", "parameters", "responses", "requestBody", "200", "default", "4XX", "security", "object",
        "array",
        "string", "integer", "number", "boolean", "null", "date-time", "binary", "int32", "uint64", "byte", "path", "query", "header",
        "cookie", "deepObject", "simple", "application/json", "multipart/form-data", "application/x-www-form-urlencoded", "text/plain",
        "*/*",
        "text/event-stream", "/a/{b}/{c}", "/{", "{}", "#", "#/", "#/components/schemas", "#/components/schemas/x", "#/paths", "other.yaml",
        "self", "Self", "Type", "init", "String", "Optional", "class", "\"", "\\", "\n", "`", "*/", "//", "\\(x)", "🙂", "مرحبا", "é",
        "\u{0}",
        "1", "+1", "-1", "a b", "a-b", "a_b", "A", "a", "https://{x}/{y}", "^(?<n>[a-z]+)*$", "[", "(?!x)", "9999999999999999999999",
    ]
}
