import SpecDocument
import SpecYAML

extension VersionPlanner {
    /// What stands here, or what the reference leads to; nil where it leads nowhere, which reading has reported.
    func lookUp<Kind: Component>(_ referenced: Referenced<Kind>) -> Kind? {
        try? document.resolve(referenced)
    }

    /// The component's name, where a reference leads to one.
    func componentName(of reference: Reference<Schema>) -> String? {
        try? document.target(of: reference).name
    }

    /// The component's name, where a reference leads to one.
    func responseName(of reference: Reference<Response>) -> String? {
        try? document.target(of: reference).name
    }
}
