extension String {
    /// Whether it is a token of RFC 9110, section 5.6.2, as methods and names of header fields are.
    public var isHTTPToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                let character = Character(Unicode.Scalar(byte))
                return byte < 0x80 && (character.isLetter || character.isNumber || "!#$%&'*+-.^_`|~".contains(character))
            }
    }
}
