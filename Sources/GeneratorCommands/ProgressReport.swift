package import SpecYAML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Tells the user what goes on: findings and errors on standard error, the result on standard output.
package struct ProgressReport {
    let isQuiet: Bool
    let isVerbose: Bool
    /// What comes of errors, after their number.
    package var consequence = "; nothing was written"
    /// Whether a person is watching: then a line shows the stage at work, and goes when it is done.
    private let isLive: Bool

    package init(isQuiet: Bool, isVerbose: Bool) {
        self.isQuiet = isQuiet
        self.isVerbose = isVerbose
        isLive = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Carries out a stage, and tells its time and what it counted.
    func stage<Result, Problem: Error>(
        _ name: String,
        _ work: () throws(Problem) -> Result,
        counting count: (Result) -> String = { _ in "" }
    ) throws(Problem) -> Result {
        if isLive { printError("\u{1b}[2K\r\(name)…", terminator: "") }
        let clock = ContinuousClock()
        let start = clock.now
        defer { if isLive { printError("\u{1b}[2K\r", terminator: "") } }
        let result = try work()
        if isVerbose {
            let (seconds, attoseconds) = start.duration(to: clock.now).components
            let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
            let time = "\(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst()) ms"
            print("\(name.padded(to: 6)) \(time.padded(toLast: 10))  \(count(result))")
        }
        return result
    }

    /// Shows warnings and notes, unless the user wants to hear of errors only; then what was left out, which is never kept silent.
    package func show(_ diagnostics: Diagnostics) {
        if !isQuiet {
            for diagnostic in diagnostics { printError("\(diagnostic)") }
        }
        let omissions = diagnostics.filter(\.leavesOut)
        guard !omissions.isEmpty else { return }
        let constructs = "left out: \(omissions.count) \(omissions.count == 1 ? "construct" : "constructs")"
        if isQuiet {
            printError("\(constructs); run without --quiet to see them")
        } else {
            printError("\(constructs)\n" + omissions.map { "  \($0.location): \($0.problem)" }.joined(separator: "\n"))
        }
    }

    func summarise(_ changes: OutputFolder.Changes, of count: Int, in folder: String) {
        guard !isQuiet else { return }
        let unchanged = count - changes.written.count
        print("\(folder): \(changes.written.count) written, \(unchanged) unchanged, \(changes.removed.count) removed")
        if isVerbose {
            for path in changes.written { print("  written  \(path)") }
            for path in changes.removed { print("  removed  \(path)") }
        }
    }

    /// Says what was made, where that is a site.
    func summarise(siteOf count: Int, in folder: String) {
        if !isQuiet { print("\(folder)/index.html: a site of \(count) files") }
    }

    /// Says what was made, where that is a package, and what to do with it.
    func summarise(packageOf count: Int, in folder: String) {
        if !isQuiet { print("\(folder): a package of \(count) files; its README.md says how to go on") }
    }

    package func fail(_ failure: Failure) {
        switch failure {
        case .diagnostics(let diagnostics):
            for diagnostic in diagnostics where !isQuiet || diagnostic.severity == .error { printError("\(diagnostic)") }
            let errors = diagnostics.filter { $0.severity == .error }.count
            printError("\(errors) \(errors == 1 ? "error" : "errors")\(consequence)")
        case .differs(let differences, let folder):
            for difference in differences { print("\(difference.kind.rawValue): \(folder)/\(difference.path)") }
            printError("\(folder) is not what the specs give; run cloudflow-generate without --check")
        case .comparison: break
        case .file(let path, let problem):
            printError("\(path): error: \(problem)")
        }
    }

    private func printError(_ text: String, terminator: String = "\n") {
        var rest = Array((text + terminator).utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension Diagnostic {
    /// The message without the advice.
    fileprivate var problem: Substring { message.prefix { $0 != ";" } }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
    fileprivate func padded(toLast width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - count)) + self }
}
