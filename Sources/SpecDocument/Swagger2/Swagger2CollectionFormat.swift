import SpecYAML

/// How the items of a list are put into one text: the field `collectionFormat`.
struct Swagger2CollectionFormat {
    private enum Name: String, CaseIterable { case csv, ssv, tsv, pipes, multi }

    private let name: Name
    private let location: Location

    init(reading object: inout ObjectReader) {
        location = object.peek("collectionFormat")?.location ?? object.location
        name = object.word("collectionFormat") ?? .csv
    }

    /// What it and those of nested lists say; of the outermost nothing where a style says it.
    func names(in place: Parameter.Place, items: YAMLNode?) -> [String] {
        var names = [isStyle(in: place) ? Name.csv.rawValue : name.rawValue]
        var items = items
        while let list = items, let inner = list["items"] {
            names.append(list["collectionFormat"]?.text ?? Name.csv.rawValue)
            items = inner
        }
        return names.allSatisfy { $0 == Name.csv.rawValue } ? [] : names
    }

    private func isStyle(in place: Parameter.Place) -> Bool {
        name == .csv || name != .tsv && place != .path && place != .header
    }

    /// The style and explode that write lists so; where there are none those for commas, and a note.
    func style(in place: Parameter.Place, _ context: ReadingContext) -> (ValueFormat.Style, explode: Bool) {
        let commas: ValueFormat.Style = place == .path || place == .header ? .simple : .form
        let isQuery = commas == .form
        switch name {
        case .csv: return (commas, false)
        case .multi where isQuery: return (.form, true)
        case .ssv where isQuery: return (.spaceDelimited, false)
        case .pipes where isQuery: return (.pipeDelimited, false)
        case .multi, .ssv, .pipes:
            context.note(at: location, "'\(name)' can't be written in a \(place.rawValue); the items are separated by commas")
            return (commas, false)
        case .tsv:
            context.note(at: location, "'tsv' can't be written; the items are separated by commas")
            return (commas, false)
        }
    }
}
