import SpecDocument
import SwiftText

/// What kind of body a media type stands for.
enum ContentForm {
    case json, form, multipart, parts, text, binary, typedBinary, lines, events

    init(of mediaType: String, _ media: MediaType, in planner: VersionPlanner) {
        let name = mediaType.essence
        let schema = media.schema.flatMap { $0.inline ?? planner.lookUp($0) }
        switch name {
        case _ where name.contains("*"):
            let isRangeOfJSON = name == "*/*" || name == "application/*" || name.hasSuffix("+json")
            self = name.hasSuffix("+json") || isRangeOfJSON && schema.map(\.isStructured) == true ? .json : .typedBinary
            if name == "text/*" { self = .text }
        case _ where name.isJSONMediaType: self = media.itemSchema == nil ? .json : .lines
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/ndjson",
            "application/x-ndjson", "application/json-lines", "application/json-seq":
            self = .lines
        case _ where name.hasSuffix("+json-seq") || name.hasSuffix("+jsonl"): self = .lines
        case "text/event-stream": self = .events
        case "application/x-www-form-urlencoded": self = .form
        case _ where name.hasPrefix("multipart/"):
            self = name == "multipart/form-data" && schema.map(\.isStructured) == true ? .multipart : .parts
        case "text/xml": self = .binary
        case _ where name.hasPrefix("text/"): self = .text
        default: self = .binary
        }
    }

    /// What it is called among several.
    func caseName(of mediaType: String) -> SwiftName {
        let subtype = mediaType.essence.drop { $0 != "/" }.dropFirst()
        switch self {
        case .json:
            guard subtype.hasSuffix("+json"), subtype != "*+json" else { return "json" }
            return SwiftName(member: String(subtype.dropLast(5)))
        case .form: return "form"
        case .multipart: return "multipart"
        case .parts: return "parts"
        case .lines: return "lines"
        case .events: return "events"
        case .text: return subtype == "plain" || subtype == "*" ? "text" : SwiftName(member: String(subtype))
        case .typedBinary: return mediaType.hasPrefix("*") ? "any" : SwiftName(member: String(mediaType.prefix { $0 != "/" }))
        case .binary:
            if subtype == "octet-stream" { return "binary" }
            return subtype.hasSuffix("xml") ? "xml" : SwiftName(member: String(subtype.split(separator: ".").last ?? subtype))
        }
    }
}

extension Schema {
    /// Whether it describes something that JSON has and plain text has not.
    var isStructured: Bool {
        let types = types.filter { $0 != .null }
        if !types.isEmpty { return types.contains { $0 != .string } }
        return !properties.isEmpty || items != nil || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || additionalProperties != nil
    }

    /// Whether in a form it is a file: bytes that no encoding makes text.
    var isFile: Bool {
        let encoding = applicators?.contentEncoding
        if let type = applicators?.contentMediaType, encoding == nil { return !type.hasPrefix("text/") && !type.isJSONMediaType }
        return types.contains(.string) && format == "binary"
    }
}
