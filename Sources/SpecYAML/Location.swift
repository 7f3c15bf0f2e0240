/// A place in a spec file. Lines and columns count from 1; a column counts characters, as editors do.
public struct Location: Hashable, Sendable {
    /// The path as the user gave it.
    public let file: String
    private let storedLine: UInt32
    private let storedColumn: UInt32

    /// `nil` where the whole file is meant, as for a file that is missing.
    public var line: Int? { storedLine == 0 ? nil : Int(storedLine) }
    /// `nil` where the whole line, or the whole file, is meant.
    public var column: Int? { storedColumn == 0 ? nil : Int(storedColumn) }

    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.storedLine = UInt32(clamping: line ?? 0)
        self.storedColumn = UInt32(clamping: column ?? 0)
    }
}

extension Location: CustomStringConvertible {
    /// `file:line:column`, the form that editors and terminals turn into a link.
    public var description: String {
        guard let line else { return file }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }
}

extension Location: Comparable {
    public static func < (left: Location, right: Location) -> Bool {
        (left.file, left.storedLine, left.storedColumn) < (right.file, right.storedLine, right.storedColumn)
    }
}
