/// A Swift identifier, made of a name in a spec or written by hand in an emitter.
public struct SwiftName: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
    /// The identifier without backticks.
    public let text: String

    /// A name that an emitter writes by hand.
    public init(stringLiteral literal: StaticString) {
        text = "\(literal)"
    }

    private init(_ text: String) {
        self.text = text
    }

    /// An identifier that is spelt as it is given; nil where it is not one.
    public init?(verbatim text: String) {
        guard let first = text.unicodeScalars.first, first.properties.isXIDStart || first == "_", text != "_" else { return nil }
        guard text.unicodeScalars.allSatisfy({ $0.properties.isXIDContinue }) else { return nil }
        self.text = text
    }

    /// The name of a type: `connection credentials`, `connection_credentials` and `connectionCredentials` are `ConnectionCredentials`.
    public init(type wireName: String) {
        text = NameWords(wireName).words.joinedCapitalized().startingAsIdentifier(otherwise: "Unnamed")
    }

    /// The name of a property, a parameter, a function or an enum case: `reference_id`, `ReferenceId` and `Reference-ID` are `referenceId`.
    public init(member wireName: String) {
        let words = NameWords(wireName).words
        let first = words.first.map(\.lowercasedStart) ?? ""
        text = words.dropFirst().joinedCapitalized(behind: first).startingAsIdentifier(otherwise: "unnamed")
    }

    /// The name with something behind it: `GetDevice` and `Failure` are `GetDeviceFailure`.
    public func adding(_ suffix: SwiftName) -> SwiftName {
        SwiftName(text + suffix.text)
    }

    /// The name with an underscore before it, which no name of a spec has.
    public var underscored: SwiftName { SwiftName("_" + text) }

    /// The name with a number behind it, which sets it apart from another one.
    public func numbered(_ number: Int) -> SwiftName {
        SwiftName(text + (text.last?.isNumber == true ? "_" : "") + String(number))
    }

    /// The name as it is spelt in a declaration.
    var spelling: String { keywords.contains(text) ? "`\(text)`" : text }

    /// The name as it is spelt after a dot or as a call's label, where almost every keyword may stand.
    var memberSpelling: String { keywordsAfterDot.contains(text) ? "`\(text)`" : text }

    /// The name as it is spelt as the label of a function's parameter, where what could begin the type may not stand.
    var labelSpelling: String { keywordsInLabels.contains(text) ? "`\(text)`" : text }

    public static func < (first: SwiftName, second: SwiftName) -> Bool { first.text < second.text }
}

extension Collection<String> {
    /// The words in a row, each with a capital letter at its start. Numbers stay apart: `1.5` is not `15`.
    fileprivate func joinedCapitalized(behind start: String = "") -> String {
        var text = Array(start.utf8)
        for word in self {
            if let last = text.last, last.isDigit, word.utf8.first?.isDigit == true { text.append(UInt8(ascii: "_")) }
            if let first = word.utf8.first, first < 0x80 {
                text.append(first.isSmallLetter ? first & ~0x20 : first)
                text.append(contentsOf: word.utf8.dropFirst())
            } else {
                text.append(contentsOf: (word.prefix(1).uppercased() + word.dropFirst()).utf8)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension String {
    /// `URL` is `url`, `URLPath` is `urlPath`, `ReferenceId` is `referenceId`: capitals at the start are one word.
    fileprivate var lowercasedStart: String {
        if let first = utf8.first, first.isSmallLetter { return self }
        let capitals = prefix { $0.isUppercase }
        if capitals.count == count || capitals.count < 2 { return capitals.lowercased() + dropFirst(capitals.count) }
        let next = self[capitals.endIndex]
        let head = next.isLetter ? capitals.dropLast() : capitals
        return head.lowercased() + dropFirst(head.count)
    }

    fileprivate func startingAsIdentifier(otherwise fallback: String) -> String {
        guard let first = unicodeScalars.first else { return fallback }
        if let byte = utf8.first, byte.isSmallLetter || byte.isCapital { return self }
        return first.properties.isXIDStart ? self : "_" + self
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// Swift's reserved words, and `await`, which takes what follows for its operand: in a declaration and as a value they need backticks.
private let keywords: Set<String> = [
    "Any", "Self", "Type", "Protocol", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
    "is",
    "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static",
    "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
]

private let keywordsAfterDot: Set<String> = ["init", "inout", "self", "Self", "Type", "Protocol"]
private let keywordsInLabels: Set<String> = ["inout", "let", "var"]
