extension String {
    /// Percent-encodes everything but RFC 3986's unreserved characters, so that the text stands for itself in a path segment or a query.
    package var percentEncoded: String { percentEncoded { $0.isUnreserved } }

    /// Percent-encodes every byte but those that are kept.
    func percentEncoded(keeping isKept: (UInt8) -> Bool) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        return String(unsafeUninitializedCapacity: utf8.count * 3) { buffer in
            var end = 0
            for byte in utf8 {
                if isKept(byte) {
                    buffer[end] = byte
                    end += 1
                } else {
                    buffer[end] = UInt8(ascii: "%")
                    buffer[end + 1] = hexadecimal[Int(byte >> 4)]
                    buffer[end + 2] = hexadecimal[Int(byte & 15)]
                    end += 3
                }
            }
            return end
        }
    }
}

extension UInt8 {
    /// The byte as percent-encoding writes it: `%2C`.
    var percentTriplet: String {
        let digits = String(self, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }

    /// RFC 3986, section 2.3.
    var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension Substring {
    /// Percent-encodes what a segment of a path can't hold (RFC 3986, section 3.3). What is encoded already stays as it is.
    var pathEncoded: String {
        var text = ""
        var rest = self
        while !rest.isEmpty {
            if rest.first == "%", rest.prefix(3).percentDecodesToByte {
                text += rest.prefix(3)
                rest = rest.dropFirst(3)
            } else {
                text += String(rest.removeFirst()).percentEncoded { $0.isUnreserved || "!$&'()*+,;=:@".utf8.contains($0) }
            }
        }
        return text
    }

    /// Whether it is a `%` and two hexadecimal digits.
    private var percentDecodesToByte: Bool {
        utf8.count == 3 && utf8.dropFirst().allSatisfy { $0.hexadecimalValue != nil }
    }

    /// Takes percent-encoding off. A stray `%`, or bytes that are not UTF-8, give nil.
    ///
    /// - Parameter plusIsSpace: in a query, `+` stands for a space (the WHATWG URL standard's form encoding).
    package func percentDecoded(plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace:
                bytes.append(UInt8(ascii: " "))
            default:
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
