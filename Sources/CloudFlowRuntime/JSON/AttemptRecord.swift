/// What came of values that were read inside of an attempt.
///
/// Where unions nest, every alternative of the outer one reads the inner ones again, and the time would grow with the number of
/// alternatives to the power of the depth. As each value is read only once as each type, it grows with their product.
struct AttemptRecord {
    struct Key: Hashable {
        let offset: Int
        let type: ObjectIdentifier
        let manner: Manner
    }

    /// How closely a value is looked at.
    enum Manner: Hashable {
        /// Only what the specification names counts.
        case closed
        /// Constraints count.
        case strict
        /// Only types count.
        case lenient
    }

    enum Outcome {
        case value(any Sendable, end: Int)
        /// - Parameter error: Nil where nobody wanted to know.
        case failure(_ error: JSONError?)
        /// It is being read. A value that is asked for again within itself, at the same place, would never end.
        case underway
    }

    private var outcomes: [Key: Outcome] = [:]
    /// How many attempts are going on, one inside of the other.
    private var nesting = 0
    /// The members that were read inside of them.
    fileprivate var members: [Int] = []

    subscript(key: Key) -> Outcome? { nesting > 0 ? outcomes[key] : nil }

    fileprivate mutating func begin(_ key: Key) {
        nesting += 1
        outcomes[key] = .underway
    }

    /// What the outermost attempt found is not asked for again.
    fileprivate mutating func end(_ key: Key, _ outcome: Outcome) {
        nesting -= 1
        if nesting > 0 {
            outcomes[key] = outcome
        } else {
            if !outcomes.isEmpty { outcomes = [:] }
            members.removeAll(keepingCapacity: true)
        }
    }

    fileprivate var isGoingOn: Bool { nesting > 0 }
}

extension ExactReading {
    /// Where an attempt began.
    struct Attempt {
        fileprivate let frames: Int
        fileprivate let asked: Int
        fileprivate let path: Int
        fileprivate let members: Int
        fileprivate let error: JSONError?
    }

    /// Notes that the model has asked for a member.
    func markRead(_ member: Int) {
        if attempts.isGoingOn, !index.members[member].isRead { attempts.members.append(member) }
        index.members[member].isRead = true
    }

    /// Begins an attempt. Errors are only made for one that is not silent: that costs more than all the rest.
    func beginAttempt(_ key: AttemptRecord.Key, silently isSilent: Bool) -> Attempt {
        attempts.begin(key)
        defer { if isSilent, error == nil { error = JSONError(.syntax, offset: 0) } }
        return Attempt(frames: frames.count, asked: asked.count, path: path.count, members: attempts.members.count, error: error)
    }

    /// Ends an attempt.
    ///
    /// - Parameter forgetting: Whether all must be as if nobody had read the value.
    func endAttempt(_ attempt: Attempt, _ key: AttemptRecord.Key, _ outcome: AttemptRecord.Outcome, forgetting: Bool) {
        error = attempt.error
        if forgetting {
            frames.removeLast(frames.count - attempt.frames)
            asked.removeLast(asked.count - attempt.asked)
            path.removeLast(path.count - attempt.path)
            for member in attempts.members[attempt.members...] { index.members[member].isRead = false }
            attempts.members.removeLast(attempts.members.count - attempt.members)
        }
        attempts.end(key, outcome)
    }
}
