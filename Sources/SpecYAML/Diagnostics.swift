/// All findings of a run, in the order of the document, each once.
public struct Diagnostics: Error, Hashable, Sendable {
    private let sorted: [Diagnostic]

    public init(_ diagnostics: [Diagnostic] = []) {
        var seen: Set<Diagnostic> = []
        let unique = diagnostics.filter { seen.insert($0).inserted }
        sorted = unique.enumerated()
            .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
            .map(\.element)
    }

    /// Whether one of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    public static func + (left: Diagnostics, right: Diagnostics) -> Diagnostics {
        right.isEmpty ? left : left.isEmpty ? right : Diagnostics(left.sorted + right.sorted)
    }
}

extension Diagnostics: RandomAccessCollection {
    public var startIndex: Int { sorted.startIndex }
    public var endIndex: Int { sorted.endIndex }
    public subscript(position: Int) -> Diagnostic { sorted[position] }
}

extension Diagnostics: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Diagnostic...) { self.init(elements) }
}

extension Diagnostics: CustomStringConvertible {
    /// A line for each finding.
    public var description: String { map(\.description).joined(separator: "\n") }
}
