import SpecYAML

/// A description as a value that can be changed.
enum SpecValue {
    case text(String)
    /// A number, a boolean or null, as it is written.
    case plain(String)
    case list([SpecValue])
    case mapping([Entry])

    struct Entry {
        var key: String
        var value: SpecValue
    }

    init(_ node: YAMLNode) {
        switch node.kind {
        case .mapping: self = .mapping(node.entries.map { Entry(key: $0.key.text, value: SpecValue($0.value)) })
        case .sequence: self = .list(node.items.map(SpecValue.init))
        case .scalar: self = node.string.map(SpecValue.text) ?? .plain(node.text)
        }
    }

    /// How many values it is made of, itself included.
    var size: Int {
        switch self {
        case .text, .plain: 1
        case .list(let items): items.reduce(1) { $0 + $1.size }
        case .mapping(let entries): entries.reduce(1) { $0 + $1.value.size }
        }
    }

    /// As JSON, which is YAML.
    func write(to output: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &output)
        case .plain(let text): output += text.isEmpty ? Array("null".utf8) : Array(text.utf8)
        case .list(let items):
            output.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                item.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .mapping(let entries):
            output.append(UInt8(ascii: "{"))
            for (position, entry) in entries.enumerated() {
                output += position > 0 ? Array(",\n".utf8) : []
                Self.write(entry.key, to: &output)
                output += Array(": ".utf8)
                entry.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: output += Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 15)]
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10 }
}
