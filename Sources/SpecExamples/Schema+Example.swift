import SpecDocument
import SpecYAML

extension Schema {
    /// What the document gives as an example, a constant, a default, or the first of few values.
    var givenExample: ExampleValue? {
        let node = examples.first ?? constant ?? defaultValue ?? enumeration?.first { !$0.isNull } ?? enumeration?.first
        return node.map { ExampleValue($0) }
    }

    /// Whether it says nothing of a value beside what its parts say.
    var saysNothing: Bool {
        types.isEmpty && properties.isEmpty && items == nil && oneOf.isEmpty && anyOf.isEmpty && additionalProperties == nil
    }

    /// The JSON type of an example; nil for any.
    var exampleType: SchemaType? {
        if let type = types.first(where: { $0 != .null }) ?? types.first { return type }
        if !properties.isEmpty || additionalProperties != nil || !required.isEmpty { return .object }
        if items != nil || applicators?.prefixItems.isEmpty == false { return .array }
        return format == nil ? nil : .string
    }

    /// A string of its format and, where it has none, of its least length.
    var exampleText: String {
        switch format {
        case "date-time": "2024-05-17T09:30:00Z"
        case "date": "2024-05-17"
        case "time": "09:30:00Z"
        case "duration": "PT30S"
        case "uuid": "7c9e6679-7425-40de-944b-e07fc1f90ae7"
        case "uri", "url", "iri": "https://example.com/resource"
        case "uri-reference": "/resource"
        case "email", "idn-email": "someone@example.com"
        case "hostname": "example.com"
        case "ipv4": "192.0.2.1"
        case "ipv6": "2001:db8::1"
        case "byte", "base64": "aGVsbG8="
        default: "string".padded(to: constraints?.minLength ?? 0, atMost: constraints?.maxLength)
        }
    }

    /// The least number that the bounds allow, or the largest where there is only that.
    var exampleNumber: String {
        let constraints = constraints
        if case .number(let bound) = constraints?.exclusiveMinimum, let value = bound.int { return String(value + 1) }
        if let minimum = constraints?.minimum {
            if case .flag(true) = constraints?.exclusiveMinimum, let value = minimum.int { return String(value + 1) }
            return minimum.text
        }
        if let maximum = constraints?.maximum, maximum.double < 1 { return maximum.text }
        return constraints?.multipleOf?.text ?? "1"
    }
}

extension String {
    fileprivate func padded(to minimum: Int, atMost maximum: Int?) -> String {
        let long = count < minimum ? self + String(repeating: "x", count: min(minimum - count, 1_000)) : self
        return maximum.map { String(long.prefix($0)) } ?? long
    }
}
