/// When an item that a callback did not take is posted again: exponential backoff with full jitter, until it is a day old.
struct CallbackSchedule: Sendable {
    /// The longest first wait.
    var base: Duration = .seconds(1)
    /// The longest wait of all.
    var limit: Duration = .seconds(600)
    /// How old an item may become.
    var age: Duration = .seconds(86_400)

    /// How long to wait after a post that failed.
    ///
    /// - Parameters:
    ///   - attempt: how many posts of the item have failed, from 1.
    ///   - elapsed: how old the item is.
    /// - Returns: Nil to give the item up.
    func wait(after attempt: Int, elapsed: Duration, using generator: inout some RandomNumberGenerator) -> Duration? {
        let longest = min(limit, base * (1 << min(attempt - 1, 20)))
        let wait = longest * Double.random(in: 0...1, using: &generator)
        return elapsed + wait < age ? wait : nil
    }
}
