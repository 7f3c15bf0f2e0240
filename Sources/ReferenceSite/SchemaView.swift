import SchemaValidation
import SpecDocument
import SpecExamples

/// How schemas look on a page.
struct SchemaView {
    let api: APIReference
    /// How many folders below that of the API the page lies.
    let depth: Int
    /// How deep schemas without a name of their own are shown within each other.
    private static let deepest = 8

    private var document: Document { api.document }

    /// A schema in a few words, with links to those that have names.
    func type(of referenced: Referenced<Schema>, level: Int = 0) -> HTML {
        if let reference = referenced.reference { return link(to: reference.text) }
        guard let schema = referenced.inline, level < Self.deepest else { return "…" }
        if let value = schema.boolean { return value ? "anything" : "nothing" }
        let alternatives = schema.oneOf + schema.anyOf
        if !alternatives.isEmpty { return joined(alternatives.map { type(of: $0, level: level + 1) }, " or ") }
        if !schema.allOf.isEmpty { return joined(schema.allOf.map { type(of: $0, level: level + 1) }, " and ") }
        if schema.types.contains(.array) || schema.items != nil {
            return "array of \(schema.items.map { type(of: $0, level: level + 1) } ?? "anything")"
        }
        let words = schema.types.map(\.rawValue) + (schema.nullable ? ["null"] : [])
        let name = words.isEmpty ? "any value" : words.joined(separator: " or ")
        return "\(name)\(schema.format.map { " (\($0))" } ?? "")"
    }

    private func link(to reference: String) -> HTML {
        let name = reference.split(separator: "/").last.map(String.init) ?? reference
        let decoded = name.replacing("~1", with: "/").replacing("~0", with: "~")
        guard document.components.schemas[decoded] != nil else { return "<code>\(decoded)</code>" }
        return "<a href=\"\(String(repeating: "../", count: depth))\(api.schemaPage(decoded))\"><code>\(decoded)</code></a>"
    }

    private func joined(_ parts: [HTML], _ separator: String) -> HTML { HTML(raw: parts.map(\.text).joined(separator: separator)) }

    /// A schema with its properties, alternatives, values and bounds.
    ///
    /// - Parameter isOwnPage: whether the page is the schema's, so that there is nothing to link to.
    func details(of referenced: Referenced<Schema>, isOwnPage: Bool = false, level: Int = 0) -> HTML {
        if let reference = referenced.reference, !isOwnPage { return "<p>\(link(to: reference.text))</p>" }
        guard level < Self.deepest, let schema = try? document.resolve(referenced) else { return .empty }
        return """
            \(bounds(of: schema).isEmpty ? .empty : "<p>\(type(of: .inline(schema))), \(bounds(of: schema))</p>")
            \(values(of: schema))
            \(alternatives(of: schema, level))
            \(parts(of: schema, level))
            \(properties(of: schema, level))
            """
    }

    private func values(of schema: Schema) -> HTML {
        guard let values = schema.enumeration else { return .empty }
        let items = values.map { "<li><code>\(SchemaValue($0).jsonLine)</code></li>" as HTML }
        return "<p>One of</p>\n<ul>\n\(items)\n</ul>"
    }

    private func alternatives(of schema: Schema, _ level: Int) -> HTML {
        let alternatives = schema.oneOf + schema.anyOf
        if alternatives.isEmpty { return .empty }
        let items = alternatives.map { "<li>\(type(of: $0))\(isInline($0) ? details(of: $0, level: level + 1) : .empty)</li>" as HTML }
        let rule: HTML = schema.discriminator.map { ", told apart by <code>\($0.propertyName)</code>" as HTML } ?? .empty
        return "<p>\(schema.oneOf.isEmpty ? "Any" : "One") of these\(rule):</p>\n<ul>\n\(items)\n</ul>"
    }

    private func parts(of schema: Schema, _ level: Int) -> HTML {
        if schema.allOf.isEmpty { return .empty }
        let items = schema.allOf.map { "<li>\(type(of: $0))\(isInline($0) ? details(of: $0, level: level + 1) : .empty)</li>" as HTML }
        return "<p>All of these:</p>\n<ul>\n\(items)\n</ul>"
    }

    private func isInline(_ schema: Referenced<Schema>) -> Bool {
        schema.inline.map { !$0.properties.isEmpty || $0.enumeration != nil } ?? false
    }

    private func properties(of schema: Schema, _ level: Int) -> HTML {
        let rows = schema.properties.map { property -> HTML in
            let target = try? document.resolve(property.value)
            let description = property.value.reference?.description ?? target?.description ?? ""
            let inner = property.value.reference == nil && target?.properties.isEmpty == false
            return """
                <tr><th scope="row"><code>\(property.key)</code></th><td>\(type(of: property.value))</td>\
                <td>\(presence(of: property.key, target, in: schema))</td>\
                <td>\(Markdown(description).html(headingsFrom: 4))\(target.map(bounds) ?? "")\
                \(property.value.reference == nil ? target.map(values) ?? .empty : .empty)\
                \(inner ? details(of: property.value, level: level + 1) : .empty)</td></tr>
                """
        }
        if rows.isEmpty { return .empty }
        return """
            <div class="wide" tabindex="0" role="region" aria-label="Properties">
            <table class="members">
            <thead><tr><th scope="col">Property</th><th scope="col">Type</th><th scope="col">Presence</th><th scope="col">Meaning</th></tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            </div>
            """
    }

    private func presence(of name: String, _ target: Schema?, in schema: Schema) -> String {
        var words = [schema.required.contains(name) ? "required" : "optional"]
        if target?.readOnly == true { words.append("only answered") }
        if target?.writeOnly == true { words.append("only sent") }
        if target?.deprecated == true { words.append("deprecated") }
        return words.joined(separator: ", ")
    }

    /// The bounds and the default of a value, in words.
    private func bounds(of schema: Schema) -> String {
        guard let bounds = schema.constraints else { return schema.defaultText ?? "" }
        let lengths = [
            bounds.minLength.map { "at least \($0.counting("character"))" }, bounds.maxLength.map { "at most \($0.counting("character"))" },
            bounds.minItems.map { "at least \($0.counting("item"))" }, bounds.maxItems.map { "at most \($0.counting("item"))" },
            bounds.minProperties.map { "at least \($0.counting("member"))" },
            bounds.maxProperties.map { "at most \($0.counting("member"))" },
            bounds.pattern.map { "pattern \($0)" }, bounds.multipleOf.map { "a multiple of \($0.text)" },
            bounds.uniqueItems ? "no item twice" : nil,
        ]
        return (bounds.range + lengths + [schema.defaultText]).compactMap { $0 }.joined(separator: ", ")
    }
}

extension Schema.Constraints {
    /// The bounds of a number. OpenAPI 3.0 marks a bound as excluded, 3.1 has bounds of their own for that.
    fileprivate var range: [String?] {
        var words = [
            minimum.map { exclusiveMinimum == .flag(true) ? "more than \($0.text)" : "at least \($0.text)" },
            maximum.map { exclusiveMaximum == .flag(true) ? "less than \($0.text)" : "at most \($0.text)" },
        ]
        if case .number(let bound) = exclusiveMinimum { words.append("more than \(bound.text)") }
        if case .number(let bound) = exclusiveMaximum { words.append("less than \(bound.text)") }
        return words
    }
}

extension Int {
    fileprivate func counting(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension Schema {
    fileprivate var defaultText: String? { defaultValue.map { "by default \(SchemaValue($0).jsonLine)" } }
}
