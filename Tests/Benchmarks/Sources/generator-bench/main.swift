import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Runs the generator on the four specs as a user would, and prints its processor time and its peak memory:
//     generator-bench PATH-OF-CLOUDFLOW-GENERATE PATH-OF-SPECS

/// What all child processes used up to now.
func childUsage() -> rusage {
    var usage = rusage()
    #if canImport(Glibc)
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    #else
        getrusage(RUSAGE_CHILDREN, &usage)
    #endif
    return usage
}

func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000 }

func run(_ executable: String, _ arguments: [String]) throws -> Double {
    let before = childUsage()
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    let after = childUsage()
    return milliseconds(after.ru_utime) + milliseconds(after.ru_stime) - milliseconds(before.ru_utime) - milliseconds(before.ru_stime)
}

let output = FileManager.default.temporaryDirectory.appending(path: "generator-bench-\(ProcessInfo.processInfo.processIdentifier)").path
defer { try? FileManager.default.removeItem(atPath: output) }
let arguments = ["--config", CommandLine.arguments[2] + "/apis.yaml", "--output", output, "--quiet"]

let first = try run(CommandLine.arguments[1], arguments)
let again = try (0..<20).map { _ in try run(CommandLine.arguments[1], arguments) }.sorted()
let peak = Double(childUsage().ru_maxrss) / 1024
print("the four specs, everything written: \(first.formatted(.number.precision(.fractionLength(1)))) ms of CPU")
print("the four specs, nothing changed:    \(again[10].formatted(.number.precision(.fractionLength(1)))) ms of CPU (median of 20)")
print("peak memory:                        \(peak.formatted(.number.precision(.fractionLength(1)))) MiB")
