/// The bytes of a file as libyaml takes them: valid UTF-8 without a byte order mark, with stand-ins where it needs them.
struct ParserInput {
    let bytes: [UInt8]
    let hasStandIns: Bool

    /// Fails on UTF-16, invalid UTF-8 and control characters that no document may have.
    init(_ file: SpecFile) throws(Diagnostics) {
        func failure(_ message: String, atByte offset: Int) -> Diagnostics {
            [Diagnostic(.error, at: file.location(ofByte: offset), message)]
        }
        guard file.bytes.count < Int32.max / 2 else {
            throw [Diagnostic(.error, at: Location(file: file.path), "the file is larger than 1 GiB; split it")]
        }
        let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if file.bytes.starts(with: [0xFE, 0xFF]) || file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.prefix(2).contains(0) {
            throw [Diagnostic(.error, at: Location(file: file.path), "the file is not in UTF-8 (UTF-16 or UTF-32?); save it as UTF-8")]
        }

        (bytes, hasStandIns) = try file.bytes.withUnsafeBufferPointer { input throws(Diagnostics) in
            var output: [UInt8] = []
            var copied = start
            var offset = start
            var ambiguous: Int?
            func substitute(for scalar: UInt32, length: Int) {
                output.append(contentsOf: input[copied..<offset])
                StandIn.append(for: scalar, to: &output)
                offset += length
                copied = offset
            }
            while offset < input.count {
                switch input[offset] {
                case UInt8(ascii: "\\"):
                    let next = offset + 1
                    if StandIn.isSurrogateEscape(input, at: offset) {
                        substitute(for: UInt32(UInt8(ascii: "\\")), length: 1)
                    } else {
                        // Of two backslashes the first one escapes the second.
                        offset = next < input.count && input[next] == UInt8(ascii: "\\") ? offset + 2 : next
                    }
                case 0x20...0x7E, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                    // Nearly all of a document: pass over it in one go.
                    var end = offset + 1
                    while end < input.count, (0x20...0x7E).contains(input[end]), input[end] != UInt8(ascii: "\\") { end += 1 }
                    offset = end
                case 0:
                    throw failure("a NUL byte; remove it", atByte: offset)
                case 1..<0x20:
                    let code = String(input[offset], radix: 16, uppercase: true)
                    throw failure(
                        "the control character U+00\(code.count == 1 ? "0" : "")\(code) is not allowed; remove it",
                        atByte: offset
                    )
                default:
                    guard let scalar = UTF8Scalar(in: input, at: offset) else {
                        let byte = String(input[offset], radix: 16, uppercase: true)
                        throw failure("the byte 0x\(byte) is not valid UTF-8 here; save the file as UTF-8", atByte: offset)
                    }
                    if StandIn.isStandIn(scalar.value) {
                        ambiguous = ambiguous ?? offset
                    }
                    if StandIn.isNeeded(for: scalar.value) {
                        substitute(for: scalar.value, length: scalar.length)
                    } else {
                        offset += scalar.length
                    }
                }
            }
            guard copied > start else { return (start == 0 ? file.bytes : Array(input[start...]), false) }
            if let ambiguous {
                throw failure("a character for private use (U+100000 and up), which means nothing to others; remove it", atByte: ambiguous)
            }
            output.append(contentsOf: input[copied...])
            return (output, true)
        }
    }
}
