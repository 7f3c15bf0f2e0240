/// How bad a change is for whoever goes by the older description.
public enum Level: String, Sendable, Comparable, CaseIterable {
    /// Nothing that went well before goes wrong.
    case compatible
    /// It can't be told from the descriptions, or depends on what was made of them.
    case possiblyBreaking = "possibly breaking"
    /// Something that went well before goes wrong.
    case breaking

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .compatible: 0
        case .possiblyBreaking: 1
        case .breaking: 2
        }
    }
}

/// What a change does to one of the two sides of an API.
public struct Impact: Hashable, Sendable {
    public var level: Level
    /// What that side meets with or has to do, in a few words.
    public var text: String

    init(_ level: Level, _ text: String) {
        self.level = level
        self.text = text
    }

    static let nothing = Impact(.compatible, "nothing to do")
    static func may(_ text: String) -> Impact { Impact(.compatible, text) }
    static func perhaps(_ text: String) -> Impact { Impact(.possiblyBreaking, text) }
    static func breaks(_ text: String) -> Impact { Impact(.breaking, text) }
}

/// Who writes a value and who reads it.
enum Direction: String, Hashable, Sendable, CaseIterable {
    /// A client writes it, a service reads it: parameters, request bodies, what a websocket's client sends, answers to callbacks.
    case request
    /// A service writes it, a client reads it: responses, what a websocket's client receives, the requests of callbacks and webhooks.
    case response

    var reversed: Direction { self == .request ? .response : .request }
}
