/// One finding about a spec: where, how bad, what is wrong and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, Hashable, Sendable, Comparable {
        /// Worth knowing; nothing needs to be done.
        case note
        /// The spec does not say it as it should, or a part of it can't be used as written; the message says what was done instead.
        case warning
        /// The file makes no sense at all, or the user asked for a spec without warnings.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public var severity: Severity
    public var location: Location
    /// What is wrong, then what to do, as one line: `path names {id} but no parameter does; add one under 'parameters'`.
    public var message: String
    /// Whether a part of the spec is missing from what is generated.
    public var leavesOut: Bool

    public init(_ severity: Severity, at location: Location, _ message: String, leavesOut: Bool = false) {
        self.severity = severity
        self.location = location
        self.message = message
        self.leavesOut = leavesOut
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `specs/client-1.1.yaml:41:9: error: path names {id} but no parameter does; add one under 'parameters'`.
    public var description: String { "\(location): \(severity.rawValue): \(message)" }
}
