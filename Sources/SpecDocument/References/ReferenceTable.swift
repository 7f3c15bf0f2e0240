import SpecYAML

/// Where the references of a document lead that are not plainly to one of its components: to other files, to places outside the
/// components, to anchors, or nowhere.
///
/// With the table at hand a document is read so that each of its references is to a component.
struct ReferenceTable {
    /// What becomes of a reference.
    enum Destination {
        /// It is to a component of that name.
        case component(String)
        /// What it leads to is read in its place.
        case inPlace(YAMLNode)
        /// It leads nowhere, as has been told.
        case nothing
    }

    /// A node, and the section of the components that what is read from it belongs to.
    struct Place: Hashable {
        let node: YAMLNode
        let section: String
    }

    struct Adopted {
        let name: String
        let node: YAMLNode
        let kind: any Component.Type
        /// Of the file that it stands in.
        let scope: Swagger2Scope?
    }

    /// By the text of the `$ref`.
    var destinations: [Place: Destination] = [:]
    /// The names of what is read as a component, wherever it stands.
    var names: [Place: String] = [:]
    /// What stands outside the components and becomes one, in the order in which it was met.
    var adopted: [Adopted] = []

    var isEmpty: Bool { destinations.isEmpty }

    func destination(of text: YAMLNode, _ kind: any Component.Type) -> Destination? {
        destinations.isEmpty ? nil : destinations[Place(node: text, section: kind.section)]
    }

    /// The name of the component that what stands at a node has become.
    func name(of node: YAMLNode, _ kind: any Component.Type) -> String? {
        names.isEmpty ? nil : names[Place(node: node, section: kind.section)]
    }
}
