extension YAMLNode {
    /// The type of a scalar by the core schema of YAML 1.2, of which the types of JSON are a subset.
    public enum ScalarType: String, Sendable { case null, bool, integer, float, string }

    /// The type of a scalar, `nil` for collections. Quoted and block scalars are strings; so is `no`.
    public var scalarType: ScalarType? {
        let node = node
        guard node.kind == .scalar else { return nil }
        if node.tag == .none { return node.style == .plain ? ScalarType(plain: textBytes) : .string }
        // A tag holds if the text fits it.
        switch (node.tag, ScalarType(plain: textBytes)) {
        case (.null, .null): return .null
        case (.bool, .bool): return .bool
        case (.integer, .integer): return .integer
        case (.float, .integer), (.float, .float): return .float
        default: return .string
        }
    }

    /// Whether it is `null`, `~` or nothing at all.
    public var isNull: Bool { scalarType == .null }

    /// The text of a string; `nil` for every other type.
    public var string: String? { scalarType == .string ? text : nil }

    /// `nil` for every other type.
    public var bool: Bool? {
        guard scalarType == .bool else { return nil }
        return text.lowercased() == "true"
    }

    /// The value of an integer of 64 bits; `nil` for every other type and for larger ones, whose `text` stays.
    public var integer: Int? {
        guard scalarType == .integer else { return nil }
        let text = text
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
        return Int(text)
    }

    /// The nearest double of an integer or a float; `nil` for every other type.
    public var double: Double? {
        switch scalarType {
        case .integer:
            return integer.map(Double.init) ?? Double(text)
        case .float:
            let text = text.lowercased()
            return Double(text.hasSuffix(".inf") || text == ".nan" ? text.filter { $0 != "." } : text)
        default:
            return nil
        }
    }
}

extension YAMLNode.ScalarType {
    /// The type of a plain scalar: chapter 10.3.2 of the specification of YAML 1.2.
    init(plain text: ArraySlice<UInt8>) {
        guard let first = text.first else {
            self = .null
            return
        }
        switch first {
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"):
            self = text.isOne(of: ["null", "Null", "NULL", "~"]) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            self = text.isOne(of: ["true", "True", "TRUE"]) ? .bool : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            self = text.isOne(of: ["false", "False", "FALSE"]) ? .bool : .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            self = Self(numberLike: text)
        default:
            self = .string
        }
    }

    private init(numberLike text: ArraySlice<UInt8>) {
        var rest = text
        if text.starts(with: "0x".utf8) || text.starts(with: "0o".utf8) {
            rest.removeFirst(2)
            let isHex = text.starts(with: "0x".utf8)
            let areDigits = rest.allSatisfy { isHex ? $0.isHexDigit : (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
            self = rest.isEmpty || !areDigits ? .string : .integer
            return
        }
        if text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") { rest.removeFirst() }
        if rest.isOne(of: [".inf", ".Inf", ".INF"]) || text.isOne(of: [".nan", ".NaN", ".NAN"]) {
            self = .float
            return
        }
        let whole = rest.removeDigits()
        guard !rest.isEmpty else {
            self = whole > 0 ? .integer : .string
            return
        }
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.removeDigits()
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            if rest.removeDigits() == 0 {
                self = .string
                return
            }
        }
        self = rest.isEmpty && whole + fraction > 0 ? .float : .string
    }
}

extension ArraySlice<UInt8> {
    fileprivate func isOne(of words: [StaticString]) -> Bool {
        words.contains { word in count == word.utf8CodeUnitCount && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
        }
    }

    /// Removes the decimal digits it starts with, and says how many they were.
    fileprivate mutating func removeDigits() -> Int {
        let digits = prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        removeFirst(digits)
        return digits
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
