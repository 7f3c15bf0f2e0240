public import FoundationEssentials

/// A UUID as RFC 9562 writes it (`uuid`): `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`, in either case.
///
/// Two texts that differ by case are different values; their `uuid` is the same.
public struct UUIDText: FormattedText {
    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// Written in lower case, as RFC 9562, section 4, asks for; a random one unless one is given.
    public init(_ uuid: UUID = UUID()) { text = uuid.uuidString.lowercased() }

    /// The UUID; nil where the text is none.
    public var uuid: UUID? { Self.isWellFormed(text) ? UUID(uuidString: text) : nil }

    public static func isWellFormed(_ text: String) -> Bool {
        text.scanned { scanner in
            let isUUID =
                scanner.hexadecimal(digits: 8) && scanner.take(.minus) && scanner.hexadecimal(digits: 4) && scanner.take(.minus)
                && scanner.hexadecimal(digits: 4) && scanner.take(.minus) && scanner.hexadecimal(digits: 4) && scanner.take(.minus)
                && scanner.hexadecimal(digits: 12)
            return isUUID ? true : nil
        } ?? false
    }

    public static var parameterForm: String { "a UUID, as f81d4fae-7dec-11d0-a765-00a0c91e6bf6" }
}
