import Foundation

/// What two ways to do the same cost.
struct Comparison {
    /// Nanoseconds of processor time of one run, medians of several rounds.
    let ours: Double
    let theirs: Double
    /// Of what the runs returned, so that the compiler can't leave them out.
    let checksum: Int

    /// The rounds of both alternate, so that what else the machine does falls on both.
    init(ours: () throws -> Int, theirs: () throws -> Int) rethrows {
        var checksum = 0
        let runs = (ours: try runs(of: ours, &checksum), theirs: try runs(of: theirs, &checksum))
        var rounds: (ours: [Double], theirs: [Double]) = ([], [])
        for _ in 0..<25 {
            rounds.ours.append(Double(try processorTime(of: runs.ours, ours, &checksum)) / Double(runs.ours))
            rounds.theirs.append(Double(try processorTime(of: runs.theirs, theirs, &checksum)) / Double(runs.theirs))
        }
        self.ours = rounds.ours.sorted()[rounds.ours.count / 2]
        self.theirs = rounds.theirs.sorted()[rounds.theirs.count / 2]
        self.checksum = checksum
    }
}

/// How many runs take ten milliseconds.
private func runs(of run: () throws -> Int, _ checksum: inout Int) rethrows -> Int {
    var runs = 1
    while try processorTime(of: runs, run, &checksum) < 10_000_000 { runs *= 2 }
    return runs
}

private func processorTime(of runs: Int, _ run: () throws -> Int, _ checksum: inout Int) rethrows -> Int {
    let start = processorTime()
    for _ in 0..<runs { checksum &+= try run() }
    return processorTime() - start
}

/// The processor time of this process, in nanoseconds.
private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
