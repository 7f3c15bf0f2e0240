extension String {
    /// Percent-encodes what would tear a list in a header field, what no field can hold, and what would be taken for percent-encoding.
    ///
    /// Servers mostly take header fields as they are, so everything else stands for itself.
    func fieldEncoded(without delimiters: StaticString) -> String {
        let bytes = Array(utf8)
        let torn = Set("\(delimiters)".utf8)
        let edges = [0, bytes.count - 1]
        var encoded = ""
        for (index, byte) in bytes.enumerated() {
            let isEdge = byte == UInt8(ascii: " ") && edges.contains(index)
            let isTriplet = byte == UInt8(ascii: "%") && bytes[(index + 1)...].prefix(2).count { $0.hexadecimalValue != nil } == 2
            encoded +=
                byte < 0x20 || byte >= 0x7f || isEdge || isTriplet || torn.contains(byte)
                ? byte.percentTriplet : String(UnicodeScalar(byte))
        }
        return encoded
    }
}

extension Substring {
    /// Takes off what `fieldEncoded` puts on, and white space around it. A percent sign without two digits behind it stands for itself.
    var fieldDecoded: String? {
        var bytes: [UInt8] = []
        var rest = drop { $0 == " " || $0 == "\t" }.utf8[...]
        while let last = rest.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { rest.removeLast() }
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(\.hexadecimalValue)
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension TextNode {
    /// The elements of a header field in the style simple.
    init?(field text: String, explode: Bool) {
        self.init(joined: text[...], by: ",", explode: explode) { $0.fieldDecoded }
    }
}
