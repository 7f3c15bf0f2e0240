public import SpecDocument
import SpecYAML

/// All that is different between two descriptions of one API.
public struct Comparison: Sendable {
    /// By the operations that they are found in, in the order of the newer description.
    public var changes: [Change]

    /// No changes.
    public init() { changes = [] }

    /// - Parameters:
    ///   - old: `nil` if the description is new.
    ///   - new: `nil` if the description is gone.
    ///   - today: the day on which sunsets are judged, as `2026-12-31`.
    public init(of old: Document?, with new: Document?, today: String) {
        guard let either = new ?? old else {
            changes = []
            return
        }
        let comparer = Comparer(old ?? either, new ?? either, today: today)
        if let old, let new {
            comparer.compareInfo()
            comparer.compareServers(old.servers, new.servers, in: .init(owner: 0, subject: ""), old.location, new.location)
            comparer.compareSecuritySchemes()
            comparer.compareDocumentSecurity()
            comparer.comparePaths()
            comparer.compareWebhooks()
            comparer.compareComponentNames()
        } else {
            let rule: StructureRule = old == nil ? .descriptionAdded : .descriptionRemoved
            let text = old == nil ? "the description is new" : "the description is gone"
            comparer.report(rule, in: .init(owner: 0, subject: either.info.title), text, either.location, either.location)
        }
        changes = comparer.finish()
    }

    /// The worst of all changes; `nil` if there are none.
    public var level: Level? { changes.map(\.level).max() }
}
