import SpecDocument
import SpecYAML

extension Comparer {
    func comparePatternProperties(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let (old, new) = (before.patternProperties, after.patternProperties)
        for pattern in Set(old.keys).union(new.keys).sorted() {
            let inside = place.adding("pattern \(pattern)")
            switch (old[pattern], new[pattern]) {
            case (nil, nil): continue
            case (let was?, let now?): compareSchemas(was, now, inside)
            case (nil, let now?):
                // Before, what has such a name was one of the other properties.
                if let others = before.typedAdditional {
                    compareSchemas(others, now, inside)
                } else {
                    let rule: SchemaRule = before.isClosed ? .patternPropertyAddedToClosedObject : .patternPropertyAdded
                    report(rule, inside, "pattern \(pattern) is new", before, after)
                }
            case (let was?, nil):
                if let others = after.typedAdditional {
                    compareSchemas(was, others, inside)
                } else {
                    let rule: SchemaRule = after.isClosed ? .patternPropertyRemovedFromClosedObject : .patternPropertyRemoved
                    report(rule, inside, "pattern \(pattern) is gone", before, after)
                }
            }
        }
    }
}

extension FlatSchema {
    /// The schemas of properties by the pattern of their names.
    var patternProperties: [String: SchemaGroup] {
        applicators.reduce(into: [:]) { groups, found in
            for entry in found.value.patternProperties { groups[entry.key, default: []].append(entry.value) }
        }
    }

    /// What holds for a property that is not named, because of a pattern or as one of the others; `nil` if nothing is said of it.
    func unnamedProperty(_ name: String) -> SchemaGroup? {
        let groups = patternProperties.filter { $0.key.fits(name) }
        return groups.isEmpty ? typedAdditional : groups.values.flatMap(\.self)
    }

    /// What other properties than its own are, where something is said of them.
    var typedAdditional: SchemaGroup? {
        guard !isClosed, let schemas = additional?.value.filter({ !$0.allowsAnything }), !schemas.isEmpty else { return nil }
        return schemas
    }

    /// Whether it refuses other properties than its own.
    var isClosed: Bool { additional?.value.contains(where: \.allowsNothing) ?? false }

    /// Whether it refuses a property, though another member of an `allOf` may name it.
    func refuses(_ name: String) -> Bool {
        closures.contains { !$0.names.contains(name) && !$0.patterns.contains { $0.fits(name) } }
    }

    /// What a schema takes that refuses all other properties.
    struct Closure {
        var names: Set<String>
        var patterns: [String]
    }
}

extension String {
    /// Whether it is a regular expression that a name fits, as far as can be told.
    fileprivate func fits(_ name: String) -> Bool {
        guard let expression = try? Regex(self) else { return false }
        return (try? expression.firstMatch(in: name)) != nil
    }
}
