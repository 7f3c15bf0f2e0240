import SchemaValidation
import SeededRandom

/// Schemas, changes of them, and values, as a seed gives them.
struct RandomSchemas {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func schema(depth: Int = 0) -> SchemaValue {
        switch depth > 2 ? 0 : Int.random(in: 0..<20, using: &random) {
        case 0..<6: parsed(random.element(of: simple))
        case 6..<11: object(depth + 1)
        case 11..<15: array(depth + 1)
        case 15..<18: combination(depth + 1)
        case 18: parsed("{\"not\": \(random.element(of: simple))}")
        default: condition(depth + 2)
        }
    }

    private mutating func object(_ depth: Int) -> SchemaValue {
        var members = [SchemaValue.Member("type", .string("object"))]
        members.append(.init("properties", .object(names().map { .init($0, schema(depth: depth)) })))
        if random.chance(2, in: 5) { members.append(.init("required", .array(names().map { .string($0) }))) }
        if random.oneIn(3) { members += self.members(of: parsed(random.element(of: objectKeywords))) }
        if random.oneIn(10) { members.append(.init("dependentSchemas", .object([.init("a", schema(depth: depth))]))) }
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> SchemaValue {
        var members = [SchemaValue.Member("type", .string("array"))]
        if random.chance(7, in: 10) { members.append(.init("items", schema(depth: depth))) }
        if random.oneIn(4) { members.append(.init("prefixItems", .array(several { $0.schema(depth: depth) }))) }
        if random.oneIn(5) { members.append(.init("contains", parsed(random.element(of: simple)))) }
        if random.oneIn(3) {
            for keyword in self.members(of: parsed(random.element(of: arrayKeywords))) {
                members.removeAll { $0.name == keyword.name }
                members.append(keyword)
            }
        }
        return .object(members)
    }

    private mutating func combination(_ depth: Int) -> SchemaValue {
        var members = [SchemaValue.Member(random.element(of: ["oneOf", "anyOf", "allOf"]), .array(several { $0.schema(depth: depth) }))]
        if random.oneIn(3) { members.append(.init("type", .string(random.element(of: ["string", "object", "integer", "array"])))) }
        return .object(members)
    }

    private mutating func condition(_ depth: Int) -> SchemaValue {
        var members = [SchemaValue.Member("if", schema(depth: depth))]
        if random.chance(4, in: 5) { members.append(.init("then", schema(depth: depth))) }
        if random.oneIn(2) { members.append(.init("else", schema(depth: depth))) }
        return .object(members)
    }

    /// Another schema, which a keyword or a part makes different.
    mutating func change(of schema: SchemaValue, depth: Int = 0) -> SchemaValue {
        guard case .object(var members) = schema, !members.isEmpty else { return self.schema(depth: depth) }
        let inner = members.indices.filter { !parts(of: members[$0]).isEmpty }
        if !inner.isEmpty, random.chance(3, in: 5) {
            let index = random.element(of: inner)
            members[index] = changed(members[index], depth)
            return .object(members)
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0..<3:
            let index = random.element(of: Array(members.indices))
            // Nobody writes properties or items of anything but objects and arrays.
            let keepsType = members[index].name == "type" && members.contains { ["properties", "items"].contains($0.name) }
            if !keepsType { members.remove(at: index) }
        case 3..<6:
            for added in self.members(of: self.schema(depth: depth)) where added.name != "type" || random.oneIn(2) {
                members.removeAll { $0.name == added.name }
                members.append(added)
                guard let type = ["properties": "object", "items": "array"][added.name] else { continue }
                members = members.filter { $0.name != "type" } + [.init("type", .string(type))]
            }
        case 6:
            return .object([.init(random.element(of: ["oneOf", "anyOf", "allOf"]), .array([schema, parsed(random.element(of: simple))]))])
        default: return self.schema(depth: depth)
        }
        return .object(members)
    }

    /// Of the alternatives of `oneOf`, the keywords alone: what changes inside may let a value fit two, which is not looked for.
    private mutating func changed(_ member: SchemaValue.Member, _ depth: Int) -> SchemaValue.Member {
        let index = Int.random(in: 0..<parts(of: member).count, using: &random)
        let isAlternative = member.name == "oneOf"
        func part(_ value: SchemaValue, _ random: inout RandomSchemas) -> SchemaValue {
            isAlternative ? random.parsed(random.random.element(of: simple)) : random.change(of: value, depth: depth + 1)
        }
        switch member.value {
        case .array(var items):
            items[index] = part(items[index], &self)
            return .init(member.name, .array(items))
        case .object(var members) where ["properties", "patternProperties", "dependentSchemas"].contains(member.name):
            members[index] = .init(members[index].name, part(members[index].value, &self))
            return .init(member.name, .object(members))
        default: return .init(member.name, part(member.value, &self))
        }
    }

    private func parts(of member: SchemaValue.Member) -> [SchemaValue] {
        switch (member.name, member.value) {
        case ("oneOf", .array(let items)), ("anyOf", .array(let items)), ("allOf", .array(let items)), ("prefixItems", .array(let items)):
            items
        case ("properties", let maps), ("patternProperties", let maps), ("dependentSchemas", let maps): members(of: maps).map(\.value)
        case ("items", let part), ("additionalProperties", let part), ("contains", let part), ("not", let part), ("if", let part),
            ("then", let part), ("else", let part), ("unevaluatedItems", let part), ("unevaluatedProperties", let part):
            [part]
        default: []
        }
    }

    mutating func value(depth: Int = 0) -> SchemaValue {
        switch Int.random(in: 0..<(depth > 2 ? 6 : 10), using: &random) {
        case 0..<2: .string(random.element(of: ["", "a", "b", "ab", "abc", "abcdef", "x1"]))
        case 2..<4: .number(random.element(of: ["-1", "0", "1", "2", "3", "4", "5", "6", "10", "12", "0.5", "1.5", "-0.5"]))
        case 4: .bool(random.oneIn(2))
        case 5: .null
        case 6..<8: .array(several(from: 0) { $0.value(depth: depth + 1) })
        default: .object(names(from: 0).map { .init($0, value(depth: depth + 1)) })
        }
    }

    private mutating func names(from least: Int = 1) -> [String] {
        Array(["a", "b", "c", "x1"].shuffled(using: &random).prefix(Int.random(in: least...3, using: &random)))
    }

    private mutating func several(from least: Int = 1, _ make: (inout RandomSchemas) -> SchemaValue) -> [SchemaValue] {
        (0..<Int.random(in: least...3, using: &random)).map { _ in make(&self) }
    }

    private func members(of value: SchemaValue) -> [SchemaValue.Member] {
        guard case .object(let members) = value else { return [] }
        return members
    }

    private func parsed(_ json: String) -> SchemaValue { SchemaValue(json: Array(json.utf8)) ?? .null }
}

private let simple = [
    #"{"type": "string"}"#, #"{"type": "integer"}"#, #"{"type": "number"}"#, #"{"type": "boolean"}"#, #"{"type": "null"}"#, "{}", "true",
    #"{"type": ["string", "null"]}"#, #"{"type": ["string", "integer"]}"#, #"{"const": "a"}"#, #"{"const": 1}"#, #"{"const": null}"#,
    #"{"enum": ["a", "b"]}"#, #"{"enum": [1, "ab", true]}"#, #"{"type": "string", "enum": ["a", "ab", "abc"]}"#, "false",
    #"{"type": "boolean", "enum": [true, false]}"#, #"{"type": "integer", "minimum": 2}"#, #"{"type": "integer", "maximum": 4}"#,
    #"{"type": "number", "exclusiveMinimum": 0.5}"#, #"{"type": "integer", "multipleOf": 2}"#, #"{"type": "integer", "multipleOf": 3}"#,
    #"{"type": "string", "minLength": 2}"#, #"{"type": "string", "maxLength": 2}"#, #"{"type": "string", "pattern": "^a"}"#,
    #"{"minLength": 1}"#, #"{"maximum": 3}"#, #"{"required": ["a"]}"#, #"{"minItems": 2}"#,
]

private let objectKeywords = [
    #"{"additionalProperties": false}"#, #"{"additionalProperties": {"type": "integer"}}"#, #"{"unevaluatedProperties": false}"#,
    #"{"unevaluatedProperties": {"type": "string"}}"#, #"{"patternProperties": {"^x": {"type": "string"}}}"#,
    #"{"propertyNames": {"maxLength": 1}}"#, #"{"minProperties": 2}"#, #"{"maxProperties": 1}"#, #"{"dependentRequired": {"a": ["b"]}}"#,
]

private let arrayKeywords = [
    #"{"minItems": 2}"#, #"{"maxItems": 1}"#, #"{"uniqueItems": true}"#, #"{"unevaluatedItems": false}"#, #"{"items": false}"#,
    #"{"contains": {"type": "string"}, "minContains": 0}"#, #"{"contains": {"type": "string"}, "maxContains": 1}"#,
]
