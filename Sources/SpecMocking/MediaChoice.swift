import CloudFlowRuntime
import SpecDocument
import SpecExamples

/// The media type of an answer, of those that are documented.
struct MediaChoice {
    /// As the description has it: `application/json`, `image/*`.
    let key: String
    /// What is answered where that is a range.
    let contentType: String
    let media: Referenced<SpecDocument.MediaType>

    /// The one that the caller prefers; of equals JSON, and then the first. Nil where it accepts none.
    init?(_ content: OrderedMap<String, Referenced<SpecDocument.MediaType>>, accepting fields: [String]) {
        let ranges = fields.flatMap { $0.split(separator: ",") }.map { AcceptedRange(String($0).trimmed) }
        let rated = content.map { entry in (entry: entry, quality: ranges.quality(of: entry.key.concrete)) }
        let best = rated.map(\.quality).max() ?? 0
        let fitting = rated.filter { $0.quality == best && best > 0 }
        guard let chosen = fitting.first(where: { $0.entry.key.isJSONType }) ?? fitting.first else { return nil }
        key = chosen.entry.key
        contentType = key.concrete
        media = chosen.entry.value
    }
}

/// A range of media types of `Accept`, and how much it is wanted (RFC 9110, section 12.5.1).
private struct AcceptedRange {
    let type: CloudFlowRuntime.MediaType
    let quality: Double

    init(_ text: String) {
        type = CloudFlowRuntime.MediaType(stringLiteral: text)
        quality = type.parameters["q"].flatMap { Double($0) } ?? 1
    }

    /// How closely it names a media type; nil where it doesn't.
    func closeness(to essence: String) -> Int? {
        if type.essence == essence { return 2 }
        if type.essence == "*/*" || type.essence == "*" { return 0 }
        return type.essence.hasSuffix("/*") && essence.hasPrefix(type.essence.dropLast()) ? 1 : nil
    }
}

extension [AcceptedRange] {
    /// What the closest range says; everything is wanted where nothing is said.
    fileprivate func quality(of contentType: String) -> Double {
        if isEmpty { return 1 }
        let essence = CloudFlowRuntime.MediaType(stringLiteral: contentType).essence
        let fitting = compactMap { range in range.closeness(to: essence).map { (closeness: $0, quality: range.quality) } }
        let closest = fitting.map(\.closeness).max()
        return fitting.filter { $0.closeness == closest }.map(\.quality).max() ?? 0
    }
}

extension String {
    /// A media type that is of a range, or the type itself.
    fileprivate var concrete: String {
        let essence = CloudFlowRuntime.MediaType(stringLiteral: self).essence
        switch essence {
        case "*/*", "application/*": return "application/json"
        case "text/*": return "text/plain"
        case "image/*": return "image/png"
        case "audio/*": return "audio/mpeg"
        case "video/*": return "video/mp4"
        // Nothing that may stand in a field.
        default: return essence.split(separator: "/", omittingEmptySubsequences: false).count == 2 ? self : "application/octet-stream"
        }
    }
}
