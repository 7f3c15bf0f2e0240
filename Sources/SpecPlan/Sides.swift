/// Which ends of an API are generated.
public struct Sides: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// What calls the API, and takes in what the API calls.
    public static let client = Sides(rawValue: 1)
    /// What implements the API, and calls its users.
    public static let service = Sides(rawValue: 2)

    public static let both: Sides = [.client, .service]

    /// The same ends for what the API itself calls: there a client is the one who is called.
    public var ofCallbacks: Sides {
        var sides: Sides = []
        if contains(.client) { sides.insert(.service) }
        if contains(.service) { sides.insert(.client) }
        return sides
    }
}
