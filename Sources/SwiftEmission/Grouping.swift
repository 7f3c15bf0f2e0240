import SwiftText

/// A type, or a few that belong together, as declared inside the namespace.
struct Declaration {
    /// Names the file that begins with it.
    let name: SwiftName
    let needsRuntime: Bool
    let source: SwiftSource
    /// How many lines it has, and an empty one before it.
    let lines: Int

    init(_ name: SwiftName, needsRuntime: Bool = true, _ source: SwiftSource) {
        self.name = name
        self.needsRuntime = needsRuntime
        self.source = source
        lines = source.lineBreaks + 2
    }
}

extension [Declaration] {
    /// The declarations in the order of their names, in groups of neighbours.
    ///
    /// Where a run is too long, it is parted before the name with the least hash. So a group depends on the names within it alone: what is
    /// added or changed elsewhere moves nothing.
    func grouped(upTo longest: Int) -> [[Declaration]] {
        let named = map { (declaration: $0, text: $0.name.text) }.sorted { $0.text < $1.text }
        let hashes = named.map(\.text.stableHash)
        var groups: [[Declaration]] = []
        var runs = [named.indices]
        while let run = runs.popLast() {
            let lines = named[run].reduce(0) { $0 + $1.declaration.lines }
            if lines > longest, let middle = run.dropFirst().min(by: { hashes[$0] < hashes[$1] }) {
                runs += [middle..<run.upperBound, run.lowerBound..<middle]
            } else if !run.isEmpty {
                groups.append(named[run].map(\.declaration))
            }
        }
        return groups
    }
}
