import HTTPTypes

/// Header fields that a specification describes.
extension HTTPFields {
    func text(of name: StaticString) -> String? {
        HTTPField.Name("\(name)").flatMap { self[$0] }
    }

    func value<Value: ParameterValue>(_ name: StaticString) -> Value? {
        text(of: name).flatMap { Value(parameterText: $0) }
    }

    /// In the style simple.
    func value<Value: JSONReadable>(_ name: StaticString, explode: Bool) -> Value? {
        text(of: name).flatMap { TextNode(field: $0, explode: explode) }.flatMap { try? $0.read(strict: false).result.get() }
    }

    func value<Value: JSONReadable>(json name: StaticString) -> Value? {
        text(of: name).flatMap { try? Value(json: Array($0.utf8)) }
    }

    mutating func set(_ name: StaticString, _ value: (some ParameterValue)?) {
        guard let value, let field = HTTPField.Name("\(name)") else { return }
        self[field] = value.parameterText
    }

    /// In the style simple.
    mutating func set(_ name: StaticString, _ value: (some JSONWritable)?, explode: Bool) {
        guard let value, let json = try? JSONValue(encoding: value), let content = ParameterContent(json) else { return }
        guard let field = HTTPField.Name("\(name)") else { return }
        self[field] = content.joined(by: ",", explode: explode) { $0.fieldEncoded(without: explode ? ",=" : ",") }
    }

    mutating func set(_ name: StaticString, json value: (some JSONWritable)?) {
        guard let value, let json = try? JSONValue(encoding: value), let field = HTTPField.Name("\(name)") else { return }
        self[field] = json.asciiText
    }
}
