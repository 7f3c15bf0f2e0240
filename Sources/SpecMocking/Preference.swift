import SpecExamples

/// What a caller says in `Prefer` (RFC 7240): `code=404`, `example=cat`, `dynamic=true`, of which several may stand together.
struct Preference: Sendable, Hashable {
    /// The status to answer with.
    var status: Int?
    /// Which of its answers.
    var choice = ResponseChoice()

    init(_ fields: [String]) {
        for part in fields.flatMap({ $0.split(separator: ",") }) {
            for setting in part.split(separator: ";") {
                let name = setting.prefix { $0 != "=" }.filter { $0 != " " }.lowercased()
                var value = String(setting.drop { $0 != "=" }.dropFirst())
                value = value.trimmed
                if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = String(value.dropFirst().dropLast()) }
                switch name {
                case "code", "status": status = Int(value)
                case "example": choice.example = value
                case "dynamic": choice.variant = value == "false" ? nil : Int(value) ?? 0
                default: break
                }
            }
        }
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
