import Foundation

/// The processor time of one run, in nanoseconds: the median of several rounds.
func measure(_ run: () throws -> Int) rethrows -> (nanoseconds: Double, checksum: Int) {
    var checksum = 0
    var runs = 1
    while try processorTime(of: runs, run, &checksum) < 20_000_000 { runs *= 2 }
    var rounds: [Double] = []
    for _ in 0 ..< 15 {
        rounds.append(Double(try processorTime(of: runs, run, &checksum)) / Double(runs))
    }
    return (rounds.sorted()[rounds.count / 2], checksum)
}

private func processorTime(of runs: Int, _ run: () throws -> Int, _ checksum: inout Int) rethrows -> Int {
    let start = processorTime()
    for _ in 0 ..< runs { checksum &+= try run() }
    return processorTime() - start
}

private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
