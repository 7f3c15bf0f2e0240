import CloudFlowRuntime
import SchemaValidation
import SpecDocument

/// The value of a parameter in the text that its style makes of it.
struct ParameterText {
    private let parameter: Parameter
    private let value: SchemaValue

    init(_ parameter: Parameter, _ value: SchemaValue) {
        self.parameter = parameter
        self.value = value
    }

    var pathSegment: String {
        let explode = parameter.explode
        let name = parameter.name
        return switch (parameter.style, value) {
        case (.label, .array(let items)): "." + items.map(\.encoded).joined(separator: explode ? "." : ",")
        case (.label, _): "." + joined(explode ? "." : ",")
        case (.matrix, .array(let items)) where explode: items.map { ";\(name)=\($0.encoded)" }.joined()
        case (.matrix, .object(let members)) where explode: members.map { ";\($0.name.percentEncoded)=\($0.value.encoded)" }.joined()
        case (.matrix, _): ";\(name)=" + joined(",")
        default: joined(",")
        }
    }

    /// `name=value`, percent-encoded, for each that there is.
    var queryPairs: [String] {
        let name = parameter.name.percentEncoded
        if !parameter.format.content.isEmpty { return ["\(name)=\(value.jsonLine.percentEncoded)"] }
        let delimiter =
            switch parameter.style {
            case .spaceDelimited: "%20"
            case .pipeDelimited: "%7C"
            default: ","
            }
        switch value {
        case .array(let items) where parameter.explode && parameter.style == .form: return items.map { "\(name)=\($0.encoded)" }
        case .array(let items) where items.isEmpty: return []
        case .array: return ["\(name)=\(joined(delimiter))"]
        case .object(let members) where parameter.style == .deepObject:
            return members.map { "\(name)%5B\($0.name.percentEncoded)%5D=\($0.value.encoded)" }
        case .object(let members) where parameter.explode: return members.map { "\($0.name.percentEncoded)=\($0.value.encoded)" }
        default: return ["\(name)=\(joined(delimiter))"]
        }
    }

    var fieldValue: String {
        switch value {
        case .array(let items): items.map(\.plainText).joined(separator: ",")
        case .object(let members):
            members.map { $0.name + (parameter.explode ? "=" : ",") + $0.value.plainText }.joined(separator: ",")
        default: value.plainText
        }
    }

    private func joined(_ delimiter: String) -> String {
        switch value {
        case .array(let items): items.map(\.encoded).joined(separator: delimiter)
        case .object(let members):
            members.map { $0.name.percentEncoded + (parameter.explode ? "=" : ",") + $0.value.encoded }.joined(separator: delimiter)
        default: value.encoded
        }
    }
}

extension SchemaValue {
    fileprivate var encoded: String { plainText.percentEncoded }
}
