import SpecDocument
import SpecYAML

/// What the values of a discriminator stand for: those of its mapping, and the names of the components that it does not mention.
struct DiscriminatorValues {
    private(set) var all: [Value] = []
    private(set) var byText: [String: Value] = [:]
    private var texts: [String: [String]] = [:]

    struct Value {
        var text: String
        var component: String
        var location: Location
    }

    fileprivate mutating func append(_ value: Value) {
        guard byText[value.text] == nil else { return }
        byText[value.text] = value
        all.append(value)
        texts[value.component, default: []].append(value.text)
    }

    func mentions(_ component: String) -> Bool { texts[component] != nil }

    /// Those that stand for some of the components.
    func of(_ components: [String]) -> DiscriminatorValues {
        all.reduce(into: DiscriminatorValues()) { if components.contains($1.component) { $0.append($1) } }
    }

    /// The component that others call by the same value.
    func counterpart(of component: String, in others: DiscriminatorValues) -> String? {
        texts[component]?.lazy.compactMap { others.byText[$0]?.component }.first
    }
}

/// What has become of the components that a discriminator tells apart, as far as that is told otherwise than by its values.
struct DiscriminatedComponents {
    /// The newer component for an older one.
    var counterparts: [String: String] = [:]
    var gone: Set<String> = []
    var added: Set<String> = []
}

extension Document {
    func values(of union: FlatSchema.Union) -> DiscriminatorValues {
        values(of: union.discriminator, for: union.members.compactMap { componentName(of: $0) })
    }

    func values(of discriminator: Discriminator?, for components: [String]) -> DiscriminatorValues {
        var values = DiscriminatorValues()
        guard let discriminator else { return values }
        for entry in discriminator.mapping {
            let component = mappedComponent(entry.value, at: entry.location)
            values.append(.init(text: entry.key, component: component, location: entry.location))
        }
        for name in components where !values.mentions(name) {
            values.append(.init(text: name, component: name, location: discriminator.location))
        }
        return values
    }

    /// The component that the text of a discriminator's mapping stands for.
    func mappedComponent(_ text: String, at location: Location) -> String {
        if components.schemas[text] != nil { return text }
        let reference = Reference<Schema>(text: text, location: location)
        return (try? target(of: reference))?.name ?? text
    }
}
