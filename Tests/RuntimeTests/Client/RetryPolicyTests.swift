import Testing

@testable import CloudFlowRuntime

struct RetryPolicyTests {
    @Test
    func waitsDoubleUpToTheLongest() {
        let policy = RetryPolicy(baseDelay: .milliseconds(100), longestDelay: .seconds(1), jitter: { $0 })
        let waits = (2...8).map { policy.delay(before: $0) }
        #expect(waits == [100, 200, 400, 800, 1000, 1000, 1000].map { .milliseconds($0) })
    }

    @Test(arguments: [0, 1, 2, 33, 64, 1_000_000, Int.max])
    func noAttemptIsTooLate(_ attempt: Int) {
        let policy = RetryPolicy(baseDelay: .seconds(1), longestDelay: .seconds(5), jitter: { $0 })
        #expect(policy.delay(before: attempt) <= .seconds(5))
        #expect(policy.delay(before: attempt) >= .seconds(1))
    }

    @Test
    func jitterDrawsFromTheWholeWait() {
        let policy = RetryPolicy(baseDelay: .seconds(1), longestDelay: .seconds(1))
        let waits = (0..<200).map { _ in policy.delay(before: 2) }
        #expect(waits.allSatisfy { $0 >= .zero && $0 <= .seconds(1) })
        #expect(Set(waits).count > 100)
    }

    @Test
    func temporaryAreTheStatusesThatSaySo() {
        #expect((100...999).filter(RetryPolicy.isTemporary) == [429, 502, 503, 504])
    }

    @Test
    func neverTriesOnce() {
        #expect(RetryPolicy.never.attempts == 1)
    }
}

struct RetryBudgetTests {
    @Test
    func retriesAreAShareOfTheCalls() {
        let budget = RetryBudget(ratio: 0.25, capacity: 2)
        #expect([budget.withdraw(), budget.withdraw(), budget.withdraw()] == [true, true, false])
        for _ in 1...3 { budget.deposit() }
        #expect(!budget.withdraw(), "three quarters")
        budget.deposit()
        #expect([budget.withdraw(), budget.withdraw()] == [true, false])
    }

    @Test
    func quietTimesDoNotAddUp() {
        let budget = RetryBudget(ratio: 1, capacity: 2)
        for _ in 1...99 { budget.deposit() }
        #expect([budget.withdraw(), budget.withdraw(), budget.withdraw()] == [true, true, false])
    }
}
