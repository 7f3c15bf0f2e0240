/// What came of values that were read inside of an attempt.
///
/// Where unions nest, every alternative of the outer one reads the inner ones again, and the time would grow with the number of
/// alternatives to the power of the depth. As each value is read only once as each type, it grows with their product.
struct AttemptRecord {
    struct Key: Hashable {
        let offset: Int
        let type: ObjectIdentifier
        let isStrict: Bool
    }

    enum Outcome {
        case value(any Sendable, end: Int)
        case failure(JSONError?)
    }

    private var outcomes: [Key: Outcome] = [:]
    /// How many attempts are going on, one inside of the other.
    private var nesting = 0

    subscript(key: Key) -> Outcome? { outcomes[key] }

    mutating func begin() { nesting += 1 }

    /// What the outermost attempt found is not asked for again.
    mutating func end(_ key: Key, _ outcome: Outcome) {
        nesting -= 1
        if nesting > 0 { outcomes[key] = outcome } else if !outcomes.isEmpty { outcomes = [:] }
    }
}

extension ExactReading {
    /// What a failed attempt must leave as it was.
    struct Mark {
        fileprivate let frames: Int
        fileprivate let asked: Int
        fileprivate let path: Int
    }

    var mark: Mark { Mark(frames: frames.count, asked: asked.count, path: path.count) }

    /// Goes back to in front of the value at `start`, as if nobody had read it.
    func goBack(to mark: Mark, at start: Int, in bytes: RawSpan) {
        error = nil
        frames.removeLast(frames.count - mark.frames)
        asked.removeLast(asked.count - mark.asked)
        path.removeLast(path.count - mark.path)
        forgetReading(valueAt: start, in: bytes)
    }

    /// Takes the marks off all members inside of a value.
    func forgetReading(valueAt start: Int, in bytes: RawSpan) {
        var observer = Skipping()
        // Of a broken document nothing will be read anyway.
        guard let end = try? bytes.scanValue(from: start, depth: 0, limit: .max, observer: &observer) else { return }
        var member = index.position(from: start)
        while member < index.members.count, index.members[member].name < end {
            index.members[member].isRead = false
            member += 1
        }
    }
}

extension MemberIndex {
    /// The index of the first member at or behind `offset`.
    fileprivate func position(from offset: Int) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].name < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
