/// Why a document could not be read, or a value not be written.
///
/// It never holds content of the document: neither values nor names that the specification does not spell.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What can be wrong.
    public enum Kind: Sendable, Hashable {
        /// A byte that the grammar does not allow here.
        case syntax
        /// A character below U+0020 in a string, which must be escaped.
        case controlCharacter
        /// The text ends in the middle of a value.
        case unexpectedEnd
        /// Bytes that are not UTF-8, in a string.
        case invalidUTF8
        /// A backslash in a string is followed by what means nothing.
        case invalidEscape
        /// Half a surrogate pair, where text is wanted.
        case loneSurrogate
        /// A value is of another type than was asked for.
        case wrongType(expected: JSONKind, found: JSONKind)
        /// A number with a fraction, where an integer is wanted.
        case notAnInteger
        /// A number that the type does not hold.
        case numberOutOfRange
        /// A required member is not there; whether one is that differs by case or a letter or two.
        case missingMember(String, isSpelledNearly: Bool)
        /// A closed object has a member that the specification does not name; the name nearest to it.
        case unknownMember(nearest: String?)
        /// Objects and arrays are nested deeper than allowed.
        case depthLimit(Int)
        /// Bytes behind the document's value.
        case trailingBytes
        /// 4 GiB or more.
        case documentTooLarge
        /// A rule of the specification: what the value must be.
        case constraint(String)
        /// A number to be written is infinite or not a number.
        case notFinite
    }

    /// What is wrong.
    public var kind: Kind
    /// Offset in the document where the error shows, in bytes; when writing, how many bytes were written before it.
    public var offset: Int
    /// JSON pointer (RFC 6901) to the value, with `*` for each name that is not the specification's own; empty for the root.
    public var pointer: String

    /// An error at a place.
    public init(_ kind: Kind, offset: Int, pointer: String = "") {
        self.kind = kind
        self.offset = offset
        self.pointer = pointer
    }

    public var description: String {
        pointer.isEmpty ? "at byte \(offset): \(reason)" : "at \(pointer), byte \(offset): \(reason)"
    }

    /// What is wrong, without the place.
    public var reason: String {
        switch kind {
        case .syntax: "unexpected byte, this is not JSON"
        case .controlCharacter: "a control character in a string must be escaped"
        case .unexpectedEnd: "the document ends too early"
        case .invalidUTF8: "the text is not valid UTF-8"
        case .invalidEscape: "there is no such escape sequence"
        case .loneSurrogate: "an escaped surrogate stands alone: it is no character"
        case .wrongType(let expected, let found): "expected \(expected.withArticle), found \(found.withArticle)"
        case .notAnInteger: "expected an integer, found a number with a fraction"
        case .numberOutOfRange: "the number is out of range"
        case .missingMember(let name, isSpelledNearly: false): "'\(name)' is missing"
        case .missingMember(let name, isSpelledNearly: true):
            "'\(name)' is missing; a member is spelt nearly so (names are case sensitive)"
        case .unknownMember(nil): "the object must not have this member"
        case .unknownMember(let nearest?): "the object must not have this member; did you mean '\(nearest)'? (names are case sensitive)"
        case .depthLimit(let limit): "objects and arrays are nested more than \(limit) deep"
        case .trailingBytes: "there is more behind the end of the value"
        case .documentTooLarge: "documents of 4 GiB and more are not read"
        case .constraint(let rule): rule
        case .notFinite: "JSON has no infinite numbers and no NaN"
        }
    }
}

extension JSONError {
    init(_ fault: Fault, depthLimit: Int, pointer: String = "") {
        let kind: Kind =
            switch fault.reason {
            case .syntax: .syntax
            case .controlCharacter: .controlCharacter
            case .unexpectedEnd: .unexpectedEnd
            case .invalidUTF8: .invalidUTF8
            case .invalidEscape: .invalidEscape
            case .depthLimit: .depthLimit(depthLimit)
            case .trailingBytes: .trailingBytes
            }
        self.init(kind, offset: fault.offset, pointer: pointer)
    }
}
