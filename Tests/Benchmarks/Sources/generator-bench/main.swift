#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Runs the generator on the four specs as a user would, and prints its processor time and its peak memory:
//     generator-bench PATH-OF-CLOUDFLOW-GENERATE PATH-OF-SPECS
//
// It does without Foundation: a child's peak memory starts with what its parent has at the time of the fork.

/// What a process used.
struct Usage {
    /// Milliseconds of processor time.
    var time: Double
    /// MiB.
    var peak: Double

    init(_ usage: rusage) {
        time = Self.milliseconds(usage.ru_utime) + Self.milliseconds(usage.ru_stime)
        #if canImport(Glibc)
            peak = Double(usage.ru_maxrss) / 1024
        #else
            peak = Double(usage.ru_maxrss) / 1024 / 1024
        #endif
    }

    private static func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000 }
}

func run(_ executable: String, _ arguments: [String]) -> Usage {
    var words = ([executable] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let isStarted = posix_spawn(&process, executable, nil, nil, &words, environ) == 0
    guard isStarted, wait4(process, &status, 0, &usage) == process, status == 0 else {
        print("\(executable) failed")
        exit(1)
    }
    return Usage(usage)
}

/// With one digit behind the point.
func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }

let output = "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/generator-bench-\(getpid())"
let arguments = ["--config", CommandLine.arguments[2] + "/apis.yaml", "--output", output, "--quiet"]

let first = run(CommandLine.arguments[1], arguments)
let again = (0..<20).map { _ in run(CommandLine.arguments[1], arguments) }
let times = again.map(\.time).sorted()
_ = run("/bin/rm", ["-rf", output])
print("the four specs, everything written: \(rounded(first.time)) ms of CPU")
print("the four specs, nothing changed:    \(rounded(times[10])) ms of CPU (median of 20)")
print("peak memory:                        \(rounded(([first] + again).map(\.peak).max() ?? 0)) MiB")
