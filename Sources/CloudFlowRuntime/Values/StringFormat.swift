/// The formats of JSON Schema whose values are plain text, which is only checked.
public enum StringFormat: Sendable, Hashable {
    /// An address of mail (RFC 5321, section 4.1.2).
    case email
    /// A name of a machine (RFC 1123).
    case hostname
    /// An address of IPv4, in four numbers (RFC 2673, section 3.2).
    case ipv4
    /// An address of IPv6 (RFC 4291, section 2.2).
    case ipv6
    /// A URI with a scheme, or a reference relative to one (RFC 3986).
    case uri, uriReference
    /// RFC 6570.
    case uriTemplate
    /// RFC 6901.
    case jsonPointer
    /// A JSON Pointer that begins where it stands (draft-bhutton-relative-json-pointer).
    case relativeJSONPointer
    /// A regular expression that `Pattern` reads.
    case regex

    /// Whether the text has the format.
    public func accepts(_ text: String) -> Bool {
        switch self {
        case .regex: Pattern(text) != nil
        case .ipv6: Self.isIPv6(text)
        case .uri: text.scanned { $0.uriReference() } == true
        case .uriReference: text.scanned { $0.uriReference() } != nil
        default: Pattern.compiled(pattern)?.matches(text) ?? true
        }
    }

    /// As the end of a sentence: "must be ...".
    var inWords: String {
        switch self {
        case .email: "an email address"
        case .hostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI"
        case .uriReference: "a URI or a relative reference"
        case .uriTemplate: "a URI template"
        case .jsonPointer: "a JSON pointer"
        case .relativeJSONPointer: "a relative JSON pointer"
        case .regex: "a regular expression"
        }
    }

    private var pattern: StaticString {
        switch self {
        case .email: #"^[^\s@]+@[^\s@]+$"#
        case .hostname: #"^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"#
        case .ipv4: #"^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$"#
        case .uriTemplate:
            #"^(?:[^\x00-\x20"'<>%\\^`{|}\x7f]|%[0-9A-Fa-f]{2}|\{[+#./;?&=,!@|]?(?:[\w.%]+(?::[1-9]\d{0,3}|\*)?)(?:,[\w.%]+(?::[1-9]\d{0,3}|\*)?)*\})*$"#
        case .jsonPointer: #"^(?:/(?:[^/~]|~[01])*)*$"#
        case .relativeJSONPointer: #"^(?:0|[1-9]\d*)(?:#|(?:/(?:[^/~]|~[01])*)*)$"#
        case .ipv6, .uri, .uriReference, .regex: ""
        }
    }

    /// Eight groups of up to four digits, where `::` stands for those that are left out; an IPv4 address may stand for the last two.
    private static func isIPv6(_ text: String) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2, let last = halves.last, let before = groupCount(of: halves[0], isLast: halves.count == 1) else {
            return false
        }
        if halves.count == 1 { return before == 8 }
        guard let behind = groupCount(of: last, isLast: true) else { return false }
        return before + behind <= 7
    }

    private static func groupCount(of text: Substring, isLast: Bool) -> Int? {
        if text.isEmpty { return 0 }
        var groups = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        if isLast, let last = groups.last, StringFormat.ipv4.accepts(String(last)) {
            groups.removeLast()
            count = 2
        }
        guard groups.allSatisfy({ 1...4 ~= $0.utf8.count && $0.utf8.allSatisfy { $0.hexadecimalValue != nil } }) else { return nil }
        return count + groups.count
    }
}
