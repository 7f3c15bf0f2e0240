public import SpecYAML

/// A place in a document: the keys and indices that lead there (RFC 6901).
public struct JSONPointer: Hashable, Sendable {
    public var tokens: [String]

    public init(tokens: [String]) { self.tokens = tokens }

    /// Reads the fragment of a URI, as `/paths/~1devices/get`; `nil` if it is neither empty nor starts with `/`, or is escaped wrongly.
    public init?(fragment: some StringProtocol) {
        guard let text = String(percentDecoding: fragment), text.isEmpty || text.hasPrefix("/") else { return nil }
        var tokens: [String] = []
        for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst() {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.init(tokens: tokens)
    }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        guard part.contains(UInt8(ascii: "~")) else { return String(Substring(part)) }
        var token: [UInt8] = []
        var rest = part
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else {
                token.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): token.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): token.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: token, as: UTF8.self)
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer without percent encoding, as `/paths/~1devices/get`.
    public var description: String {
        tokens.map { token in "/" + token.flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) } }.joined()
    }
}

extension YAMLNode {
    /// The node that a pointer leads to from here; `nil` if it leads nowhere.
    public func node(at pointer: JSONPointer) -> YAMLNode? {
        var node = self
        for token in pointer.tokens {
            let next: YAMLNode?
            switch node.kind {
            case .mapping: next = node[token]
            case .sequence:
                let items = node.items
                next = Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
            case .scalar: next = nil
            }
            guard let next else { return nil }
            node = next
        }
        return node
    }
}

extension String {
    /// `nil` if a percent sign stands alone or what comes out is not UTF-8.
    init?(percentDecoding text: some StringProtocol) {
        guard text.utf8.contains(UInt8(ascii: "%")) else {
            self.init(text)
            return
        }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexValue: UInt8? { Character(Unicode.Scalar(self)).hexDigitValue.map(UInt8.init) }
}
