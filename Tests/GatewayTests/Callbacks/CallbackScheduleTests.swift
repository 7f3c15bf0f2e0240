@testable import CloudFlowGateway
import Testing

@Suite struct CallbackScheduleTests {
    @Test func waitsGrowWithFullJitterUpToTheLimit() throws {
        let schedule = CallbackSchedule()
        let seed: UInt64 = 20_261_122
        var generator = SeededGenerator(seed: seed)
        for (attempt, longest) in [(1, 1), (2, 2), (5, 16), (10, 512), (11, 600), (60, 600)] {
            let waits = try (0..<500).map { _ in
                try #require(schedule.wait(after: attempt, elapsed: .zero, using: &generator), "seed \(seed)")
            }
            #expect(waits.allSatisfy { $0 >= .zero && $0 <= .seconds(longest) }, "seed \(seed)")
            #expect(try #require(waits.max()) > .seconds(longest) * 0.9, "seed \(seed)")
            #expect(try #require(waits.min()) < .seconds(longest) * 0.1, "seed \(seed)")
        }
    }

    @Test func anItemIsGivenUpWhenItIsADayOld() {
        var generator = SeededGenerator(seed: 1)
        let schedule = CallbackSchedule()
        #expect(schedule.wait(after: 3, elapsed: .seconds(86_300), using: &generator) != nil)
        #expect(schedule.wait(after: 3, elapsed: .seconds(86_400), using: &generator) == nil)
    }
}
