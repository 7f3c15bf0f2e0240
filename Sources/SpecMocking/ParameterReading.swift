import CloudFlowRuntime
import HTTPTypes
import SchemaValidation
import SpecDocument

/// Takes parameters out of a request as their styles have it, and holds them against their schemas.
struct ParameterReading {
    private let texts: TextReading
    private let request: APIRequest
    private let path: [String: String]
    private let query: [Pair]?

    init(_ document: Document, _ request: APIRequest, path: [String: String]) {
        texts = TextReading(document)
        self.request = request
        self.path = path
        query = request.queryPairs
    }

    /// What is wrong with a parameter, without its value; nil where nothing is.
    func problem(with parameter: Parameter) -> String? {
        let what = "\(parameter.place.rawValue) parameter '\(parameter.name)'"
        guard !parameter.isIgnored else { return nil }
        guard query != nil else { return "the query is not percent-encoded UTF-8" }
        guard let value = value(of: parameter) else { return parameter.required ? "\(what) is missing" : nil }
        switch value {
        case .failure(let problem): return "\(what) \(problem.message)"
        case .success(let value):
            guard let schema = schema(of: parameter) else { return nil }
            if parameter.allowEmptyValue, value == .string("") { return nil }
            guard let problem = texts.validator.problems(of: value, in: schema).first else { return nil }
            return problem.pointer.isEmpty ? "\(what) \(problem.message)" : "\(what), at \(problem)"
        }
    }

    private func schema(of parameter: Parameter) -> Referenced<Schema>? {
        let media = parameter.format.content.first.flatMap { try? texts.document.resolve($0.value) }
        return media?.schema ?? parameter.format.schema
    }

    /// Nil where it is absent.
    private func value(of parameter: Parameter) -> Result<SchemaValue, SchemaProblem>? {
        guard let schema = schema(of: parameter) else { return given(parameter).map { .success(.string($0)) } }
        if let media = parameter.format.content.first {
            guard var text = given(parameter) else { return nil }
            guard media.key.hasSuffix("json") else { return .success(texts.value(of: text, schema)) }
            if parameter.place == .querystring { text = text[...].percentDecoded() ?? text }
            return SchemaValue(json: Array(text.utf8)).map { .success($0) } ?? .failure(.init("is no JSON"))
        }
        switch parameter.place {
        case .path, .header: return given(parameter).map { .success(joined($0, parameter, schema)) }
        case .query, .cookie: return pairValue(of: parameter, parameter.place == .query ? query ?? [] : request.cookiePairs, schema)
        case .querystring: return nil
        }
    }

    /// The one text that a parameter has.
    private func given(_ parameter: Parameter) -> String? {
        switch parameter.place {
        case .path: path[parameter.name]
        case .header: HTTPField.Name(parameter.name).flatMap { request.head.headerFields[$0] }
        case .query: query?.first { $0.name == parameter.name }?.value
        case .cookie: request.cookiePairs.first { $0.name == parameter.name }?.value
        case .querystring: request.query.map(String.init)
        }
    }

    private func pairValue(
        of parameter: Parameter,
        _ pairs: [Pair],
        _ schema: Referenced<Schema>
    ) -> Result<SchemaValue, SchemaProblem>? {
        if parameter.style == .deepObject { return deepValue(of: parameter, pairs, schema) }
        let kinds = texts.kinds(of: schema)
        let own = pairs.filter { $0.name == parameter.name }
        let isOpenObject = kinds.contains(.object) && kinds.count < SchemaType.allCases.count
        if own.isEmpty, parameter.explode, isOpenObject {
            let names = texts.propertyNames(of: schema)
            let members = pairs.filter { names.contains($0.name) }
            return members.isEmpty ? nil : .success(texts.object(of: members.map { ($0.name, $0.value) }, schema))
        }
        guard let first = own.first else { return nil }
        if kinds.contains(.array), parameter.explode { return .success(texts.value(of: own.map(\.value), schema)) }
        if own.count > 1 { return .failure(.init("is given \(own.count) times")) }
        if parameter.explode { return .success(texts.value(of: first.value, schema)) }
        return .success(joined(first.value, parameter, schema))
    }

    /// A value that is one text.
    private func joined(_ text: String, _ parameter: Parameter, _ schema: Referenced<Schema>) -> SchemaValue {
        let kinds = texts.kinds(of: schema)
        var text = text
        if parameter.style == .label, text.hasPrefix(".") { text.removeFirst() }
        if parameter.style == .matrix, text.hasPrefix(";\(parameter.name)=") { text.removeFirst(parameter.name.count + 2) }
        let isList = kinds.contains(.array) && !kinds.contains(.string)
        let isObject = kinds.contains(.object) && kinds.isDisjoint(with: [.string, .array])
        guard isList || isObject else { return texts.value(of: text, schema) }
        let delimiter: String =
            switch parameter.style {
            case .spaceDelimited: " "
            case .pipeDelimited: "|"
            case .label where parameter.explode: "."
            case .matrix where parameter.explode: isObject ? ";" : ";\(parameter.name)="
            default: ","
            }
        let elements = text.isEmpty ? [] : text.split(separator: delimiter, omittingEmptySubsequences: false).map { String($0) }
        if isList { return texts.list(of: parameter.place == .header ? elements.map(\.trimmed) : elements, schema) }
        if parameter.explode {
            return texts.object(
                of: elements.map { ($0.prefix { $0 != "=" }.description, $0.drop { $0 != "=" }.dropFirst().description) },
                schema
            )
        }
        let members = stride(from: 0, to: elements.count - 1, by: 2).map { (elements[$0], elements[$0 + 1]) }
        return texts.object(of: members, schema)
    }

    /// `filter[name]=a&filter[size][min]=1`.
    private func deepValue(
        of parameter: Parameter,
        _ pairs: [Pair],
        _ schema: Referenced<Schema>
    ) -> Result<SchemaValue, SchemaProblem>? {
        let own = pairs.compactMap { pair -> (keys: ArraySlice<String>, value: String)? in
            guard pair.name.hasPrefix(parameter.name + "["), pair.name.hasSuffix("]") else { return nil }
            let keys = pair.name.dropFirst(parameter.name.count + 1).dropLast().split(separator: "][", omittingEmptySubsequences: false)
            return keys.count > 32 ? nil : (keys.map { String($0) }[...], pair.value)
        }
        if own.isEmpty { return pairs.contains { $0.name == parameter.name } ? .failure(.init("is no object")) : nil }
        return .success(nested(own, schema))
    }

    private func nested(_ entries: [(keys: ArraySlice<String>, value: String)], _ schema: Referenced<Schema>?) -> SchemaValue {
        let values = entries.filter(\.keys.isEmpty).map(\.value)
        if let value = values.first {
            guard let schema else { return .string(value) }
            return texts.value(of: values, schema)
        }
        var names: [String] = []
        for entry in entries where !names.contains(entry.keys.first ?? "") { names.append(entry.keys.first ?? "") }
        if let schema, texts.kinds(of: schema) == [.array] {
            return texts.list(of: entries.map(\.value), schema)
        }
        return .object(
            names.map { name in
                let own = entries.filter { $0.keys.first == name }.map { ($0.keys.dropFirst(), $0.value) }
                return .init(name, nested(own, schema.flatMap { texts.property(name, of: $0) }))
            }
        )
    }
}

extension SchemaProblem {
    fileprivate init(_ message: String) { self.init(pointer: "", keyword: "style", message) }
}

extension Parameter {
    /// Header fields that OpenAPI describes elsewhere.
    fileprivate var isIgnored: Bool { place == .header && ["accept", "content-type", "authorization"].contains(name.lowercased()) }
}
