import CloudFlowRuntime
import FoundationEssentials
import Logging
import Metrics
import Synchronization

/// Posts items over HTTP until their receivers take them: those of one request one after the other, those of many requests at once.
///
/// What is not acknowledged is in the store. So whatever this process forgets when it ends is posted again by the next one.
final class HTTPCallbackPoster: CallbackPoster {
    typealias Acknowledge = @Sendable (RelayKey, _ sequence: Int) async -> Bool

    /// What looks at the queue when something is due.
    private struct Alarm {
        let time: ContinuousClock.Instant
        let task: Task<Void, Never>
    }

    private struct State {
        var queue: CallbackQueue
        var alarm: Alarm?
        var isStopped = false
    }

    private let state: Mutex<State>
    private let jobs: AsyncStream<RelayKey>
    private let job: AsyncStream<RelayKey>.Continuation
    private let store: any RelayStore
    private let delivery: CallbackDelivery
    private let policy: CallbackPolicy
    private let metrics: CallbackMetrics
    private let logger: Logger
    private let now: @Sendable () -> Date

    init(
        store: any RelayStore,
        delivery: CallbackDelivery,
        policy: CallbackPolicy,
        metrics: CallbackMetrics,
        logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        state = Mutex(State(queue: CallbackQueue(limit: policy.limit)))
        (jobs, job) = AsyncStream.makeStream()
        self.store = store
        self.delivery = delivery
        self.policy = policy
        self.metrics = metrics
        self.logger = logger
        self.now = now
    }

    /// How many requests have items to post.
    var count: Int { state.withLock { $0.queue.count } }

    func post(_ key: RelayKey) {
        change { $0.add(key) }
    }

    /// Posts until `stop`, and then until what is being posted has been answered.
    ///
    /// - Parameter acknowledge: notes that a request's items up to a number need not be posted again. It returns whether that is durable.
    func run(acknowledge: @escaping Acknowledge) async {
        await withDiscardingTaskGroup { tasks in
            for await key in jobs { tasks.addTask { await self.carryOut(key, acknowledge) } }
        }
    }

    /// Begins nothing more, however soon something that failed is due.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.alarm?.task.cancel()
            state.alarm = nil
        }
        job.finish()
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func carryOut(_ key: RelayKey, _ acknowledge: Acknowledge) async {
        var hasAdvanced = false
        do throws(CallbackFailure) {
            while !isStopped, let (request, item) = try await next(of: key) {
                try await post(item, of: request, key)
                guard await acknowledge(key, item.sequence) else { throw CallbackFailure("the store doesn't answer") }
                hasAdvanced = true
            }
            change { $0.finished(key) }
        } catch {
            if Task.isCancelled { return }
            change { queue in
                queue.failed(key, hasAdvanced: hasAdvanced, at: .now) { policy.retry.delay(before: $0 + 1) }
            }
        }
    }

    /// The first item that has not been acknowledged.
    private func next(of key: RelayKey) async throws(CallbackFailure) -> (RelayRequest, RelayItem)? {
        do throws(StorageFailure) {
            guard let request = try await store.request(key) else { return nil }
            return try await store.items(of: key, from: request.acknowledged, limit: 1).first.map { (request, $0) }
        } catch {
            throw CallbackFailure("the store doesn't answer")
        }
    }

    /// Returns when the item is taken, or given up for its age. That leaves a gap in the numbers which the receiver sees, and lets it have
    /// what came later.
    private func post(_ item: RelayItem, of request: RelayRequest, _ key: RelayKey) async throws(CallbackFailure) {
        do throws(CallbackFailure) {
            try await delivery.post(item, of: request.order, account: key.account)
            metrics.acknowledged.increment()
        } catch {
            if Task.isCancelled { throw error }
            metrics.failed.increment()
            let details: Logger.Metadata = [
                "account": "\(key.account)", "device": "\(request.order.referenceId)", "sequence": "\(item.sequence)",
                "reason": "\(error.reason)",
            ]
            guard now().timeIntervalSince(item.createdAt) >= policy.patience else {
                logger.info("a callback failed, and will be posted again", metadata: details)
                throw error
            }
            metrics.givenUp.increment()
            logger.error("a callback is given up: nobody has taken it for too long", metadata: details)
        }
    }

    /// Begins what the queue says is to begin, and sees to it that the queue is looked at when something is due.
    private func change(_ change: (inout CallbackQueue) -> [RelayKey]) {
        state.withLock { state in
            for key in change(&state.queue) { job.yield(key) }
            guard !state.isStopped, let due = state.queue.nextDue, state.alarm.map({ due < $0.time }) ?? true else { return }
            state.alarm?.task.cancel()
            state.alarm = Alarm(
                time: due,
                task: Task { [weak self] in
                    guard (try? await Task.sleep(until: due)) != nil else { return }
                    self?.wake(at: due)
                }
            )
        }
    }

    private func wake(at time: ContinuousClock.Instant) {
        state.withLock { state in
            if state.alarm?.time == time { state.alarm = nil }
        }
        change { $0.wake(at: .now) }
    }
}
