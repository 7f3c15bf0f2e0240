import SpecDocument
import SpecYAML

extension Comparer {
    func compareInfo() {
        let (before, after) = (old.info, new.info)
        let context = Context(owner: 0, subject: "")
        if before.version != after.version {
            report(
                .versionChanged,
                in: context,
                "the version went from \(before.version) to \(after.version)",
                before.location,
                after.location
            )
        }
        let texts: [(String, String?, String?)] = [
            ("the title", before.title, after.title), ("the summary", before.summary, after.summary),
            ("the description", before.description, after.description),
            ("the terms of service", before.termsOfService, after.termsOfService),
            ("the contact's name", before.contact?.name, after.contact?.name),
            ("the contact's URL", before.contact?.url, after.contact?.url),
            ("the contact's address", before.contact?.email, after.contact?.email),
            ("the license", before.license?.name, after.license?.name),
            ("the license's URL", before.license?.url, after.license?.url),
            ("the link to further documentation", old.externalDocs?.url, new.externalDocs?.url),
        ]
        for (name, was, now) in texts { compareTexts(name, was, now, in: context, before.location, after.location) }
        compareTags()
    }

    private func compareTags() {
        for tag in old.tags {
            let context = Context(owner: 0, subject: "tag \(tag.name)")
            guard let other = new.tags.first(where: { $0.name == tag.name }) else {
                report(.documentationChanged, in: context, "the tag is gone", tag.location, new.location)
                continue
            }
            compareTexts("the description", tag.description, other.description, in: context, tag.location, other.location)
        }
        for tag in new.tags where !old.tags.contains(where: { $0.name == tag.name }) {
            report(.documentationChanged, in: Context(owner: 0, subject: "tag \(tag.name)"), "the tag is new", old.location, tag.location)
        }
    }

    /// Schemas that are there on one side alone. What operations make of them is told of the operations.
    func compareComponentNames() {
        for entry in old.components.schemas where new.components.schemas[entry.key] == nil {
            let context = Context(owner: 0, subject: "schema \(entry.key)")
            let location = FlatSchema([entry.value], of: old).location
            report(.schemaRemoved, in: context, "it is gone", entry.location, new.components.location, .schema(old: location, new: nil))
        }
        for entry in new.components.schemas where old.components.schemas[entry.key] == nil {
            let context = Context(owner: 0, subject: "schema \(entry.key)")
            let location = FlatSchema([entry.value], of: new).location
            report(.schemaAdded, in: context, "it is new", old.components.location, entry.location, .schema(old: nil, new: location))
        }
    }
}
