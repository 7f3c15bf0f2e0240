extension String {
    /// Percent-encodes everything but RFC 3986's unreserved characters, so that the text stands for itself in a path segment or a query.
    var percentEncoded: String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        return String(unsafeUninitializedCapacity: utf8.count * 3) { buffer in
            var end = 0
            for byte in utf8 {
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                    buffer[end] = byte
                    end += 1
                default:
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

extension Substring {
    /// Takes percent-encoding off. A stray `%`, or bytes that are not UTF-8, give nil.
    ///
    /// - Parameter plusIsSpace: in a query, `+` stands for a space (the WHATWG URL standard's form encoding).
    func percentDecoded(plusIsSpace: Bool = false) -> String? {
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
