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

    /// The style and explode that write lists so; where there are none those for commas, with a note, and what can't be written in `names`.
    ///
    /// - Parameter items: the field of that name, for what nested lists say.
    func written(in place: Parameter.Place, items: YAMLNode?, _ context: ReadingContext) -> Written {
        let commas: ValueFormat.Style = place == .path || place == .header ? .simple : .form
        let written = style(besides: commas)
        if written == nil {
            let obstacle = name == .tsv ? "can't be written" : "can't be written in a \(place.rawValue)"
            context.note(at: location, "'\(name)' \(obstacle); the items are separated by commas")
        }
        let (style, explode) = written ?? (commas, false)
        return Written(style: style, explode: explode, names: names(written == nil ? name : .csv, items))
    }

    struct Written {
        let style: ValueFormat.Style
        let explode: Bool
        /// From the outermost list on; empty where style and explode say all.
        let names: [String]
    }

    private func style(besides commas: ValueFormat.Style) -> (ValueFormat.Style, explode: Bool)? {
        let isQuery = commas == .form
        return switch name {
        case .csv: (commas, false)
        case .multi where isQuery: (.form, true)
        case .ssv where isQuery: (.spaceDelimited, false)
        case .pipes where isQuery: (.pipeDelimited, false)
        case .multi, .ssv, .pipes, .tsv: nil
        }
    }

    private func names(_ outermost: Name, _ items: YAMLNode?) -> [String] {
        var names = [outermost.rawValue]
        var items = items
        while let list = items, let inner = list["items"] {
            names.append(list["collectionFormat"]?.text ?? Name.csv.rawValue)
            items = inner
        }
        return names.allSatisfy { $0 == Name.csv.rawValue } ? [] : names
    }
}
