/// What the exact mode knows: all members, the way to the value that is being read, and the first error.
final class ExactReading {
    /// A step from a container into a value of it.
    enum Step {
        case member(StaticString)
        /// A member whose name the specification does not spell.
        case anyMember
        case element(Int)
    }

    /// An object that is being read.
    struct Frame {
        /// Index of the first member; nil when there is none.
        let first: Int?
        /// Offset of the closing brace; nil when the document is broken before it.
        let close: Int?
        /// Where the names asked for begin in `asked`.
        let askedBase: Int
    }

    /// Offset of the document's value.
    private let start: Int
    var index: MemberIndex
    var frames: [Frame] = []
    var asked: [StaticString] = []
    var path: [(step: Step, offset: Int)] = []
    var error: JSONError?
    var attempts = AttemptRecord()

    /// Whether the values come from texts: then a number or a truth value is good for a string as well.
    let holdsTexts: Bool
    /// The parts of a form, where they stand in it.
    var parts: [Int: MultipartPart] = [:]

    init(of bytes: RawSpan, depthLimit: Int, holdsTexts: Bool = false) {
        self.holdsTexts = holdsTexts
        start = bytes.documentStart
        index = MemberIndex(of: bytes, depthLimit: depthLimit)
    }

    /// Offset of the value that is being read, as far as that has a name or a position.
    var offset: Int { path.last?.offset ?? start }

    /// The definitive error, if there is one.
    func finish(depthLimit: Int) -> JSONError? {
        // That it isn't JSON at all comes before what else is wrong with it.
        if let fault = index.fault, error?.offset != fault.offset { return JSONError(fault, depthLimit: depthLimit) }
        return error
    }

    func enter(_ step: Step, at offset: Int) { path.append((step, offset)) }

    func leave() { path.removeLast() }

    /// Moves from an element of an array to the next one.
    func advance(to offset: Int) {
        guard case .element(let index)? = path.last?.step else { return }
        path[path.count - 1] = (.element(index + 1), offset)
    }
}

// MARK: Errors

extension ExactReading {
    func keep(_ kind: JSONError.Kind, at offset: Int, step: Step? = nil) {
        guard error == nil else { return }
        error = JSONError(kind, offset: offset, pointer: pointer(to: step))
    }

    func keep(_ fault: Fault, depthLimit: Int) {
        guard error == nil else { return }
        error = JSONError(fault, depthLimit: depthLimit, pointer: pointer(to: nil))
    }

    /// Refuses the value that is being read.
    func keepConstraint(_ rule: String) {
        keep(.constraint(rule), at: offset)
    }

    /// Refuses a member of the object that is being read.
    func keepConstraint(_ rule: String, of name: StaticString, in bytes: RawSpan) {
        let found = member(name, of: frames.last?.first, in: bytes)
        keep(.constraint(rule), at: found.map { Int(index.members[$0].value) } ?? offset, step: .member(name))
    }

    private func pointer(to last: Step?) -> String {
        var pointer = ""
        for step in path.map(\.step) + (last.map { [$0] } ?? []) {
            switch step {
            case .member(let name): pointer += "/" + name.memberName.escapedForPointer
            case .anyMember: pointer += "/*"
            case .element(let index): pointer += "/\(index)"
            }
        }
        return pointer
    }
}

extension String {
    /// As a token of a JSON pointer: RFC 6901, section 3.
    fileprivate var escapedForPointer: String {
        var escaped = ""
        for character in unicodeScalars {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
