import SpecComparison

/// What discriminators say by the values of their mapping and, where it says nothing, by the names of components.
let discriminatorRows: [ManyChangesRow] = [
    // Without a mapping the name of a component is the value on the wire.
    .init(union("A", "B"), union("N", "B"), letters("A", "B"), letters("N", "B"), renamed("A", "N")),
    .init(union("A", "B", mapping: "b: B"), union("N", "B", mapping: "b: B"), letters("A", "B"), letters("N", "B"), renamed("A", "N")),
    .init(union("A", "B"), union("A", "B", mapping: "a: A, B: B"), letters("A", "B"), letters("A", "B"), renamed("A", "a")),
    .init(pet(), pet("N"), bases("A"), bases("N"), renamed("A", "N")),
    .init(pet(), pet(), bases("A", child), bases("A", child, "mapping: {d: Dog}"), renamed("Dog", "d")),
    // A mapping that says what would hold without it, and names that the mapping keeps off the wire.
    .init(union("A", "B"), union("A", "B", mapping: "A: A, B: B"), letters("A", "B"), letters("A", "B"), []),
    .init(
        union("A", "B", mapping: "a: A, b: B"),
        union("N", "B", mapping: "a: N, b: B"),
        letters("A", "B"),
        letters("N", "B", more: ", more: {type: string}"),
        ["compatible optional-property-added: the optional property is new"]
    ),
    .init(
        pet(),
        pet(),
        bases("A", child, "mapping: {d: Dog}"),
        bases("A", child.replacing("Dog", with: "Hound"), "mapping: {d: Hound}"),
        []
    ),
    // What a base may turn out to be: children of children, what a mapping alone leads to, wherever the base is used.
    .init(pet(), pet(), bases("A", child, grandchild("9")), bases("A", child, grandchild("8")), shorter),
    .init(pet(), pet(), bases("A", child), bases("A", child, grandchild("9")), response: newHeir + newHeir),
    .init(pet(), pet(), bases("A", "mapping: {d: Dog}", alone("9")), bases("A", "mapping: {d: Dog}", alone("8")), shorter),
    .init("{allOf: [\(pet())]}", "{allOf: [\(pet())]}", bases("A", child, grandchild("9")), bases("A", child, grandchild("8")), shorter),
    .init(
        "{oneOf: [\(pet()), {type: 'null'}]}",
        "{oneOf: [\(pet()), {type: 'null'}]}",
        bases("A", child, grandchild("9")),
        bases("A", child, grandchild("8")),
        shorter
    ),
    .init(
        "{$ref: '#/components/schemas/Dog'}",
        "{$ref: '#/components/schemas/Dog'}",
        bases("A", child, grandchild("9")),
        bases("A", child, grandchild("8")),
        shorter
    ),
]

/// Of the base, and of the child that is its base.
private let newHeir = ["breaking descendant-added: Puppy is a new descendant"]
private let shorter = ["breaking max-length-decreased: maxLength went from 9 to 8"]
private let child = "Dog: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {bark: {type: string}}}]}"

private func renamed(_ old: String, _ new: String) -> [String] {
    [
        "breaking discriminator-mapping-removed: the value \(old) is gone",
        "compatible discriminator-mapping-added: the value \(new) is new",
    ]
}

private func letters(_ names: String..., more: String = "") -> String {
    let schemas = names.map { name in
        let own = name == "B" ? "b: {type: integer}" : "a: {type: integer}\(more)"
        return "\(name): {type: object, properties: {kind: {type: string}, \(own)}}"
    }
    return schemas.joined(separator: ", ")
}

private func union(_ names: String..., mapping: String = "") -> String {
    let members = names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
    return "{oneOf: [\(members)], discriminator: {propertyName: kind, mapping: {\(mapping)}}}"
}

private func pet(_ name: String = "A") -> String { "{$ref: '#/components/schemas/\(name)'}" }

private func bases(_ name: String, _ others: String...) -> String {
    let mapping = others.filter { $0.hasPrefix("mapping") }.map { ", \($0)" }.joined()
    let base = "\(name): {type: object, discriminator: {propertyName: kind\(mapping)}, properties: {kind: {type: string}}}"
    return ([base] + others.filter { !$0.hasPrefix("mapping") }).joined(separator: ", ")
}

private func grandchild(_ length: String) -> String {
    "Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {toy: {type: string, maxLength: \(length)}}}]}"
}

private func alone(_ length: String) -> String {
    "Dog: {type: object, properties: {kind: {type: string}, toy: {type: string, maxLength: \(length)}}}"
}
