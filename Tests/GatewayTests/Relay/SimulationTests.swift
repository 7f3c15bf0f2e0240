import Foundation
import Testing

/// Schedules of what may happen to a relay and its peers, drawn from seeds: `SCHEDULES` says how many, `SEED` where they start.
@Suite struct SimulationTests {
    @Test func nothingIsLostAndNothingIsDoneTwice() {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["SEED"].flatMap(UInt64.init) ?? 1
        let count = environment["SCHEDULES"].flatMap(UInt64.init) ?? 1_000
        var executions = 0
        for seed in first..<first + count {
            var world = SimulatedWorld(seed: seed)
            world.run()
            executions += world.executions.count
            #expect(world.problems.isEmpty, "replay it with SEED=\(seed) SCHEDULES=1")
        }
        #expect(executions > 0)
    }
}
