import Synchronization

/// A clock that stands still until it is moved.
final class ManualClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset = Duration.zero

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (first: Instant, second: Instant) -> Bool { first.offset < second.offset }
    }

    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>?
        var isCancelled = false
    }

    private struct State {
        var now = Instant()
        var sleepers: [Int: Sleeper] = [:]
        var nextID = 0
    }

    private let state = Mutex(State())
    private let requested: AsyncStream<Duration>
    private let request: AsyncStream<Duration>.Continuation

    init() {
        (requested, request) = AsyncStream.makeStream()
    }

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            state.sleepers[state.nextID] = Sleeper(deadline: deadline)
            return state.nextID
        }
        request.yield(now.duration(to: deadline))
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                state.withLock { state in
                    if state.sleepers[id]?.isCancelled ?? true {
                        state.sleepers[id] = nil
                        continuation.resume(throwing: CancellationError())
                    } else if deadline <= state.now {
                        state.sleepers[id] = nil
                        continuation.resume()
                    } else {
                        state.sleepers[id]?.continuation = continuation
                    }
                }
            }
        } onCancel: {
            state.withLock { state in
                if let continuation = state.sleepers[id]?.continuation {
                    state.sleepers[id] = nil
                    continuation.resume(throwing: CancellationError())
                } else {
                    state.sleepers[id]?.isCancelled = true
                }
            }
        }
    }

    /// Moves the time on, and wakes whoever has slept long enough.
    func advance(by duration: Duration) {
        state.withLock { state in
            state.now = state.now.advanced(by: duration)
            for (id, sleeper) in state.sleepers where sleeper.deadline <= state.now {
                guard let continuation = sleeper.continuation else { continue }
                state.sleepers[id] = nil
                continuation.resume()
            }
        }
    }

    /// Waits until somebody wants to sleep, and passes over naps of other lengths. One test waits at a time.
    func waitForSleep(of duration: Duration) async {
        for await nap in requested where nap == duration { return }
    }

    /// Waits until somebody wants to sleep, and tells for how long. One test waits at a time.
    func nextSleep() async -> Duration? {
        await requested.first { _ in true }
    }
}
