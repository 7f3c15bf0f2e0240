import HTTPTypes

/// One call on the wire: its attempts, their waits, and the time it has for them all.
struct Exchange: Sendable {
    typealias Sender = @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse

    let request: APIRequest
    let route: Route
    /// The media types of answers that the caller reads itself.
    let streamedTypes: [MediaType]
    let sender: Sender
    let options: CallOptions
    let clock: any Clock<Duration>

    /// What an attempt came to: a response with its body, or a failure, and how long to wait where it may be made again.
    private struct Attempt: Sendable {
        var result: Result<ResponseReader, CallFailure>
        var isRetryable: Bool
        var retryAfter: Duration?

        /// What is left of an attempt when the call is cancelled before the next one: an answer stays an answer.
        var cancelled: Result<ResponseReader, CallFailure> { result.mapError { $0.renamed(.cancelled) } }
    }

    /// How one of the two tasks of a call came to its end.
    private enum Ending: Sendable {
        case answered(Result<ResponseReader, CallFailure>)
        case expired
    }

    /// Makes the attempts while a timer runs. When the time is up the attempts are cancelled, and tell how far the request came.
    func run() async throws(CallFailure) -> ResponseReader {
        let result = await withTaskGroup(of: Ending?.self, returning: Result<ResponseReader, CallFailure>.self) { group in
            group.addTask { .answered(await attempts()) }
            group.addTask { [clock, timeout = options.timeout] in
                do { try await clock.sleep(for: timeout) } catch { return nil }
                return .expired
            }
            var isExpired = false
            for await ending in group {
                group.cancelAll()
                switch ending {
                case .answered(.failure(let failure))? where isExpired: return .failure(failure.renamed(.timedOut(options.timeout)))
                case .answered(let result)?: return result
                case .expired?: isExpired = true
                case nil: continue
                }
            }
            return .failure(CallFailure(.cancelled, delivery: .unknown))
        }
        return try result.get()
    }

    private func attempts() async -> Result<ResponseReader, CallFailure> {
        options.retry.budget.deposit()
        var number = 1
        while true {
            var attempt = await attempt()
            if case .failure(var failure) = attempt.result {
                failure.attempts = number
                attempt.result = .failure(failure)
            }
            guard attempt.isRetryable, number < options.retry.attempts, !Task.isCancelled else { return attempt.result }
            if let asked = attempt.retryAfter, asked > options.retry.longestRetryAfter { return attempt.result }
            guard options.retry.budget.withdraw() else { return attempt.result }
            number += 1
            let wait = Swift.max(attempt.retryAfter ?? .zero, options.retry.delay(before: number))
            do { try await clock.sleep(for: wait) } catch { return attempt.cancelled }
        }
    }

    private func attempt() async -> Attempt {
        let response: APIResponse
        do throws(TransportFailure) {
            response = try await sender(request)
        } catch {
            let reason: CallFailure.Reason = Task.isCancelled ? .cancelled : .connection(error.problem)
            return Attempt(
                result: .failure(CallFailure(reason, delivery: error.delivery)),
                isRetryable: request.body.bytes != nil && (error.delivery == .never || route.isIdempotent)
            )
        }
        if response.isStreamed(as: streamedTypes) {
            return Attempt(result: .success(ResponseReader(streaming: response)), isRetryable: false)
        }
        do throws(BodyFailure) {
            let reader = ResponseReader(response, body: try await response.body.collect(upTo: options.bodyLimit))
            return Attempt(
                result: .success(reader),
                isRetryable: isRepeatable && RetryPolicy.isTemporary(response.status),
                retryAfter: response.retryAfter()
            )
        } catch {
            return Attempt(result: .failure(failure(reading: response, error)), isRetryable: error.isInterruption && isRepeatable)
        }
    }

    /// Whether the request can be sent again, and has the effect of one then. A streamed body is gone.
    private var isRepeatable: Bool { route.isIdempotent && request.body.bytes != nil }

    private func failure(reading response: APIResponse, _ failure: BodyFailure) -> CallFailure {
        let head = APIResponse(response.head)
        switch failure {
        case .tooLarge(let limit): return CallFailure(.tooLarge(limit: limit), delivery: .delivered, response: head)
        case .interrupted where Task.isCancelled: return CallFailure(.cancelled, delivery: .delivered, response: head)
        case .interrupted: return CallFailure(.connection("the answer broke off"), delivery: .delivered, response: head)
        }
    }
}

extension CallFailure {
    /// The same failure for another reason: what was found out about the delivery stays true.
    fileprivate func renamed(_ reason: Reason) -> CallFailure {
        var failure = self
        failure.reason = reason
        return failure
    }
}

extension BodyFailure {
    fileprivate var isInterruption: Bool {
        if case .interrupted = self { true } else { false }
    }
}
