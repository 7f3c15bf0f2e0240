import CloudFlowRuntime
import SchemaValidation
import SpecDocument
import SpecYAML

extension ExampleMaker {
    mutating func object(_ parts: [Schema]) -> SchemaValue {
        let required = parts.flatMap(\.required).unique
        let listed = parts.flatMap(\.properties.keys).unique
        let most = parts.compactMap { $0.constraints?.maxProperties }.min() ?? .max
        let least = parts.compactMap { $0.constraints?.minProperties }.max() ?? 0
        var members: [SchemaValue.Member] = []
        var optional: [Int] = []
        for name in listed + required.filter({ !listed.contains($0) }) {
            let schemas = parts.flatMap { $0.schemas(of: name) }
            let isRequired = required.contains(name)
            if !isRequired, isLean || depth > Self.deepest || schemas.contains(where: leadsBack) { continue }
            if depth > Self.deepest * 4 { continue }
            if schemas.contains(where: { !isShown($0) }) || !isRequired && parts.contains(where: { $0.forbids(name) }) { continue }
            if !isRequired { optional.append(members.count) }
            members.append(.init(name, schemas.isEmpty ? .string("string") : value(of: schemas)))
        }
        while members.count > most, let last = optional.popLast() { members.remove(at: last) }
        let shown = members.isEmpty && !isLean && depth <= Self.deepest ? 1 : 0
        addFurther(parts, upTo: max(least, min(shown, most)), isWanted: least > 0, to: &members)
        return .object(members)
    }

    /// Adds members that no property names.
    private mutating func addFurther(_ parts: [Schema], upTo count: Int, isWanted: Bool, to members: inout [SchemaValue.Member]) {
        var number = 0
        while members.count < count, number < count + 20 {
            let name = number == 0 ? "key" : "key\(number)"
            number += 1
            guard let name = fitting(name, parts, variant: number - 1), !members.contains(where: { $0.name == name }) else { continue }
            let schemas = parts.flatMap { $0.schemas(of: name) }
            let saysSomething = schemas.contains { $0.inline?.boolean == nil }
            guard isWanted || saysSomething && !schemas.contains(where: leadsBack) else { return }
            members.append(.init(name, saysSomething ? value(of: schemas) : .string("string")))
        }
    }

    /// The name of a member that the schemas allow: the one given, if it is.
    private mutating func fitting(_ name: String, _ parts: [Schema], variant: Int) -> String? {
        let names = parts.compactMap { $0.applicators?.propertyNames }
        let patterns = parts.flatMap { $0.applicators?.patternProperties.keys ?? [] }
        var candidates = [name]
        if !names.isEmpty {
            let before = self.variant
            self.variant = variant
            if case .string(let made) = value(of: names + [Self.anyText]) { candidates.append(made) }
            self.variant = before
        }
        candidates += patterns.compactMap { PatternSample($0)?.text(length: 0...1_000, variant: variant) }
        return candidates.first { name in
            names.allSatisfy { validator.accepts(.string(name), $0) } && !parts.contains { $0.forbids(name) }
        }
    }

    private static let anyText: Referenced<Schema> = {
        var schema = Schema(location: .init(file: ""))
        schema.types = [.string]
        return .inline(schema)
    }()

    private func isShown(_ schema: Referenced<Schema>) -> Bool {
        guard let schema = try? document.resolve(schema) else { return true }
        return switch access {
        case .request: !schema.readOnly
        case .response: !schema.writeOnly
        }
    }

    mutating func array(_ parts: [Schema]) -> SchemaValue {
        let first = parts.compactMap { $0.applicators?.prefixItems }.first { !$0.isEmpty } ?? []
        var items = first.map { value(of: $0) }
        let minimum = parts.compactMap { $0.constraints?.minItems }.max() ?? 0
        let maximum = parts.compactMap { $0.constraints?.maxItems }.min() ?? .max
        let rest = parts.compactMap(\.items)
        let contained = parts.compactMap { $0.applicators?.contains }
        let isUnique = parts.contains { $0.constraints?.uniqueItems == true }
        let isWanted = minimum > items.count || !rest.isEmpty && first.isEmpty && !rest.contains(where: leadsBack) && !isLean
        var count = isWanted && depth <= Self.deepest || minimum > 0 ? max(minimum, first.isEmpty && !isLean ? 1 : 0) : 0
        count = min(count, maximum, 1_000)
        let before = variant
        if !contained.isEmpty {
            let wanted = parts.compactMap { $0.constraints?.minContains }.max() ?? 1
            while items.count < min(wanted, maximum) {
                items.append(value(of: contained + rest))
                if isUnique { variant += 1 }
            }
        }
        while items.count < count {
            items.append(rest.isEmpty ? .string("string") : value(of: rest))
            if isUnique { variant += 1 }
        }
        variant = before
        if items.count > maximum { items.removeLast(items.count - maximum) }
        return .array(items)
    }
}

extension Schema {
    /// What it says of the value of a member.
    fileprivate func schemas(of name: String) -> [Referenced<Schema>] {
        let matching = patterns(of: name)
        if let property = properties[name] { return [property] + matching }
        return matching.isEmpty ? additionalProperties.map { [$0] } ?? [] : matching
    }

    private func patterns(of name: String) -> [Referenced<Schema>] {
        applicators?.patternProperties.filter { Pattern($0.key)?.matches(name) == true }.map(\.value) ?? []
    }

    /// Whether a member of this name is not allowed.
    fileprivate func forbids(_ name: String) -> Bool {
        guard additionalProperties?.inline?.boolean == false else { return false }
        return properties[name] == nil && patterns(of: name).isEmpty
    }
}

extension [String] {
    /// Each once, in the order in which they come first.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
