/// A kind of change: what it is called, and what it does to each side.
public struct Rule: Hashable, Sendable {
    /// As `request-property-became-required`.
    public let id: String
    public let client: Impact
    public let service: Impact
    /// What it says of a description.
    public let meaning: String
    /// Whether it concerns people alone.
    public let isDocumentation: Bool

    /// The worse of what it does to a client and to a service.
    public var level: Level { max(client.level, service.level) }

    /// All kinds of changes, by their ids.
    ///
    /// In callbacks and webhooks the service calls and the client answers, so that the two impacts change places; and what a client may no
    /// longer rely on in what it is sent breaks it there as it does in a response.
    public static let all: [Rule] = {
        let structure = StructureRule.allCases.map(\.rule)
        let schemas = Direction.allCases.flatMap { direction in SchemaRule.allCases.map { $0.rule(direction) } }
        return (structure + schemas).sorted { $0.id < $1.id }
    }()
}

extension Rule {
    /// All kinds of changes, a line each: what it is called, how bad it is, what it does to a client and to a service, and what it says.
    public static var table: String {
        let width = all.map(\.id.count).max() ?? 0
        let lines = all.map { rule in
            let id = rule.id + String(repeating: " ", count: width - rule.id.count)
            let level =
                rule.level.rawValue + String(repeating: " ", count: Level.possiblyBreaking.rawValue.count - rule.level.rawValue.count)
            return "\(id)  \(level)  \(rule.meaning). Client: \(rule.client.text); service: \(rule.service.text)"
        }
        return lines.joined(separator: "\n")
    }
}
