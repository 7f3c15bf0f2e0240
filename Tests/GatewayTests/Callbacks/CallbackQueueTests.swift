@testable import CloudFlowGateway
import SeededRandom
import Testing

@Suite struct CallbackQueueTests {
    private let start = ContinuousClock.now

    @Test func anAccountPostsForSoManyAtOnce() {
        var queue = CallbackQueue(limit: 2)
        #expect(queue.add(key(1)) == [key(1)])
        #expect(queue.add(key(2)) == [key(2)])
        #expect(queue.add(key(3)) == [])
        #expect(queue.add(key(1, of: "other")) == [key(1, of: "other")])
        #expect(queue.finished(key(1)) == [key(3)])
        #expect(queue.count == 3)
    }

    @Test func aRequestIsPostedOnceAtATime() {
        var queue = CallbackQueue(limit: 2)
        #expect(queue.add(key(1)) == [key(1)])
        #expect(queue.add(key(1)) == [])
        #expect(queue.finished(key(1)) == [key(1)], "there was more")
        #expect(queue.finished(key(1)) == [])
        #expect(queue.count == 0)
    }

    @Test func whatFailedTakesNoPlaceUntilItIsDueAndStandsBehindWhatIsNew() {
        var queue = CallbackQueue(limit: 1)
        #expect(queue.add(key(1)) == [key(1)])
        #expect(queue.add(key(2)) == [])
        #expect(queue.failed(key(1), hasAdvanced: false, at: start) { .seconds($0 * 10) } == [key(2)])
        #expect(queue.nextDue == start + .seconds(10))
        #expect(queue.wake(at: start + .seconds(9)) == [])
        #expect(queue.wake(at: start + .seconds(10)) == [], "its place is taken")
        #expect(queue.add(key(3)) == [])
        #expect(queue.finished(key(2)) == [key(3)])
        #expect(queue.finished(key(3)) == [key(1)])
    }

    @Test func waitsGrowUntilAnItemIsTaken() {
        var queue = CallbackQueue(limit: 1)
        var waits: [Int] = []
        _ = queue.add(key(1))
        for hasAdvanced in [false, false, false, true, false] {
            let started = queue.failed(key(1), hasAdvanced: hasAdvanced, at: start) { failures in
                waits.append(failures)
                return .zero
            }
            #expect(started == [])
            #expect(queue.wake(at: start) == [key(1)])
        }
        #expect(waits == [1, 2, 3, 1, 2])
    }

    /// Against sorting, for a thousand times drawn at random.
    @Test func theEarliestComesFirst() {
        let seed: UInt64 = 20_261_125
        var generator = SeededGenerator(seed: seed)
        var heap = EarliestFirst<Int>()
        let times = (0..<1000).map { _ in Int.random(in: 0..<500, using: &generator) }
        for time in times { heap.insert(time, at: start + .seconds(time)) }
        var taken: [Int] = []
        while let time = heap.pop(through: start + .seconds(400)) { taken.append(time) }
        #expect(taken == times.filter { $0 <= 400 }.sorted(), "seed \(seed)")
        #expect(heap.earliest.map { $0 > start + .seconds(400) } == true)
    }

    @Test func aLineKeepsItsOrder() {
        var line = FirstInFirstOut<Int>()
        var (next, expected) = (0, 0)
        for round in 0..<300 {
            for _ in 0...(round % 5) {
                line.append(next)
                next += 1
            }
            for _ in 0...(round % 4) {
                if let element = line.popFirst() {
                    #expect(element == expected)
                    expected += 1
                }
            }
        }
        while let element = line.popFirst() {
            #expect(element == expected)
            expected += 1
        }
        #expect(expected == next && line.isEmpty)
    }

    private func key(_ number: Int, of account: String = "acme") -> RelayKey { RelayKey(account: account, id: "\(number)") }
}
