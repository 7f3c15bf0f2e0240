/// What the texts of a new account or device may hold.
enum StoredText {
    /// Checks an id, which stands in paths and on command lines.
    static func id(_ text: String, _ name: String) throws(CreationFailure) -> String {
        let marks = Array("-._~".utf8)
        let isPlain = text.utf8.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
        guard let first = text.utf8.first, isLetterOrDigit(first), isPlain, text.utf8.count <= 64 else {
            throw .invalid("\(name) takes 1 to 64 of the characters A-Z a-z 0-9 - . _ ~ and begins with a letter or digit")
        }
        return text
    }

    /// Checks a text for people, or one that a manufacturer chose.
    static func label(_ text: String, _ name: String) throws(CreationFailure) -> String {
        let isPrintable = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard !text.isEmpty, text.count <= 128, isPrintable else {
            throw .invalid("\(name) takes 1 to 128 characters, none of them control characters")
        }
        return text
    }

    static func label(_ text: String?, _ name: String) throws(CreationFailure) -> String? {
        guard let text else { return nil }
        return try label(text, name) as String
    }

    /// An id of 16 letters and digits: 80 random bits in the lower case of RFC 4648's Base32.
    static func randomID() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String((0..<16).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

extension String {
    /// SQLite binds a text up to its first NUL. No stored text holds one, so a text that does equals none of them and is not looked up.
    var isStorable: Bool { !utf8.contains(0) }
}
