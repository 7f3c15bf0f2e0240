internal import FoundationEssentials

/// A spec as it came from the disk.
public struct SpecFile: Sendable {
    /// The path as the user gave it; every location says it.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads a file. Fails if it is missing, a folder, unreadable or empty.
    public init(reading path: String) throws(Diagnostics) {
        func failure(_ message: String) -> Diagnostics { [Diagnostic(.error, at: Location(file: path), message)] }
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            var isFolder = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
                throw isFolder
                    ? failure("this is a folder; name the spec in it")
                    : failure("the file can't be read; check its permissions")
            }
            throw failure("there is no such file; check the path")
        }
        guard !data.isEmpty else { throw failure("the file is empty; an API description is needed") }
        self.init(path: path, bytes: [UInt8](data))
    }

    /// The place of a byte, counted in lines and characters.
    func location(ofByte offset: Int) -> Location {
        var line = 1
        var column = 1
        var previous: UInt8 = 0
        for byte in bytes.prefix(offset) {
            switch byte {
            case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
            case 0x80..<0xC0: break
            default: column += 1
            }
            previous = byte
        }
        return Location(file: path, line: line, column: column)
    }
}
