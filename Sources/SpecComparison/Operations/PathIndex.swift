import SpecDocument
import SpecYAML

/// The paths of a description, to be found by what they match.
struct PathIndex {
    struct Path {
        var template: String
        var shape: String
        var parameters: [String]
        var location: Location
        var item: PathItem
    }

    /// An operation, and the path that has it.
    typealias Counterpart = (path: Path, operation: OrderedMap<HTTPMethod, Operation>.Entry)

    var items: [Path] = []
    private var byTemplate: [String: Int] = [:]
    private var byShape: [String: [Int]] = [:]

    init(_ paths: OrderedMap<String, Referenced<PathItem>>, of document: Document) {
        for entry in paths {
            guard let item = document.find(entry.value) else { continue }
            let template = PathTemplate(entry.key)
            let shape = template?.shape ?? entry.key
            byTemplate[entry.key] = items.count
            byShape[shape, default: []].append(items.count)
            let parameters = template?.parameterNames ?? []
            items.append(Path(template: entry.key, shape: shape, parameters: parameters, location: entry.location, item: item))
        }
    }

    /// The path of that name; else the only one that matches the same requests, where names have changed.
    func counterpart(of path: Path) -> Path? {
        if let same = byTemplate[path.template] { return items[same] }
        guard let same = byShape[path.shape], same.count == 1 else { return nil }
        return items[same[0]]
    }

    /// The operation of that method at the path of that name; else the only one that answers the same requests, and has none of its own
    /// name in the other description.
    func counterpart(of method: HTTPMethod, at path: Path, in others: PathIndex) -> Counterpart? {
        if let same = operation(method, at: path.template) { return same }
        let found = (byShape[path.shape] ?? []).compactMap { operation(method, at: items[$0].template) }
        let renamed = found.filter { others.operation(method, at: $0.path.template) == nil }
        return renamed.count == 1 ? renamed[0] : nil
    }

    private func operation(_ method: HTTPMethod, at template: String) -> Counterpart? {
        guard let path = byTemplate[template].map({ items[$0] }) else { return nil }
        return path.item.operations.entry(method).map { (path, $0) }
    }
}

extension PathIndex.Path {
    /// The names of the parameters here and in a path that matches the same requests.
    func renamed(in other: Self) -> [(String, String)] { Array(zip(parameters, other.parameters)) }
}
