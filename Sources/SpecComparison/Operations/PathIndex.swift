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

    subscript(template: String) -> Path? { byTemplate[template].map { items[$0] } }

    /// The path of that name; else the only one that matches the same requests, where names have changed.
    func counterpart(of path: Path) -> Path? {
        if let same = self[path.template] { return same }
        guard let same = byShape[path.shape], same.count == 1 else { return nil }
        return items[same[0]]
    }

    /// The only path of another name that matches the same requests and has an operation which it had not in the other description.
    func path(with method: HTTPMethod, inPlaceOf path: Path, of others: PathIndex) -> Path? {
        guard self[path.template]?.item.operations[method] == nil else { return nil }
        let found = (byShape[path.shape] ?? []).map { items[$0] }.filter { other in
            other.template != path.template && other.item.operations[method] != nil
                && others[other.template]?.item.operations[method] == nil
        }
        return found.count == 1 ? found[0] : nil
    }
}

extension PathIndex.Path {
    /// The names of the parameters here and in a path that matches the same requests.
    func renamed(in other: Self) -> [(String, String)] { Array(zip(parameters, other.parameters)) }
}
