import SpecDocument
import SpecYAML
import SwiftText

extension VersionSource {
    /// The names that the configuration gives to schemas, by where these are. Names of schemas that this version does not have are passed
    /// over: another version of the module may have them.
    var chosenNames: [Location: SwiftName] {
        var chosen: [Location: SwiftName] = [:]
        for (key, name) in naming.schemas {
            if let schema = document.components.schemas[key] {
                chosen[schema.location] = name
            } else if key.hasPrefix("#"), let pointer = JSONPointer(fragment: key.dropFirst()), let node = document.root.node(at: pointer) {
                chosen[node.location] = name
            }
        }
        return chosen
    }
}
