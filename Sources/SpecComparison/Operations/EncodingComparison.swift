import SpecDocument
import SpecYAML

extension Comparer {
    /// How the parts of a form are written.
    ///
    /// - Parameter ranges: the media types of the bodies.
    func compareEncodings(
        _ old: MediaType,
        _ new: MediaType,
        _ ranges: (old: String, new: String),
        _ direction: Direction,
        in context: Context,
        _ was: Location,
        _ now: Location
    ) {
        for name in Set(old.encoding.keys).union(new.encoding.keys).sorted() {
            let (before, after) = (old.encoding.entry(name), new.encoding.entry(name))
            let written = (
                before?.value.withoutDefaults(for: name, of: old.schema, in: ranges.old, self.old),
                after?.value.withoutDefaults(for: name, of: new.schema, in: ranges.new, self.new)
            )
            guard !isSame(written.0, written.1, direction) else { continue }
            let text = "the property \(name) is written otherwise"
            report(.encodingChanged, in: context, text, before?.location ?? was, after?.location ?? now)
        }
        for position in 0..<max(old.prefixEncoding.count, new.prefixEncoding.count) {
            // What has no encoding of its own has that of all others.
            let before = position < old.prefixEncoding.count ? old.prefixEncoding[position] : old.itemEncoding
            let after = position < new.prefixEncoding.count ? new.prefixEncoding[position] : new.itemEncoding
            guard !isSame(before, after, direction) else { continue }
            let text = "part \(position + 1) is written otherwise"
            report(.encodingChanged, in: context, text, before?.location ?? was, after?.location ?? now)
        }
        guard !isSame(old.itemEncoding, new.itemEncoding, direction) else { return }
        let places = (old.itemEncoding?.location ?? was, new.itemEncoding?.location ?? now)
        report(.encodingChanged, in: context, "further parts are written otherwise", places.0, places.1)
    }

    /// Where nothing is said, it is as where an encoding says nothing.
    private func isSame(_ old: Encoding?, _ new: Encoding?, _ direction: Direction) -> Bool {
        if old == nil, new == nil { return true }
        let (old, new) = (old ?? Encoding(location: self.old.location), new ?? Encoding(location: self.new.location))
        guard old.fields == new.fields, old.prefixEncoding.count == new.prefixEncoding.count, isSame(old.headers, new.headers, direction),
            zip(old.prefixEncoding, new.prefixEncoding).allSatisfy({ isSame($0, $1, direction) }),
            isSame(old.itemEncoding, new.itemEncoding, direction)
        else { return false }
        return Set(old.encoding.keys).union(new.encoding.keys).allSatisfy { isSame(old.encoding[$0], new.encoding[$0], direction) }
    }

    private func isSame(
        _ old: OrderedMap<String, Referenced<Header>>,
        _ new: OrderedMap<String, Referenced<Header>>,
        _ direction: Direction
    ) -> Bool {
        guard old.count == new.count else { return false }
        return old.allSatisfy { entry in
            guard let other = new.first(where: { $0.key.lowercased() == entry.key.lowercased() }), let was = self.old.find(entry.value),
                let now = self.new.find(other.value)
            else { return false }
            return was.required == now.required && was.explode == now.explode
                && was.format.content.keys.elementsEqual(now.format.content.keys)
                && isSame([was.format.schema].compactMap(\.self), [now.format.schema].compactMap(\.self), direction)
        }
    }
}

extension Encoding {
    /// Without what holds as well where nothing is said ("Encoding Object" of the specification).
    fileprivate func withoutDefaults(
        for property: String,
        of form: Referenced<Schema>?,
        in range: String,
        _ document: Document
    ) -> Encoding {
        var encoding = self
        let group = form.flatMap { FlatSchema([$0], of: document).properties[property] }
        if let group, contentType?.mediaRange == FlatSchema(group, of: document).defaultContentType(document)?.mediaRange {
            encoding.contentType = nil
        }
        // In other forms, to say one of them is to choose them in place of the content type.
        guard range.mediaRange.subtype == "x-www-form-urlencoded", style ?? .form == .form, explode ?? true else { return encoding }
        (encoding.style, encoding.explode) = (nil, nil)
        if allowReserved == false { encoding.allowReserved = nil }
        return encoding
    }

    /// What it says itself.
    fileprivate var fields: [String?] {
        [contentType, style?.rawValue, explode.map(String.init), allowReserved.map(String.init)] + collectionFormats
    }
}

extension FlatSchema {
    /// Of a part of a form whose encoding names none; `nil` where that depends on the value.
    fileprivate func defaultContentType(_ document: Document) -> String? {
        switch types.subtracting(.null) {
        case .object: "application/json"
        case .array: items.flatMap { FlatSchema($0.value, of: document).defaultContentType(document) }
        case .string where says(format: "binary") || says(format: "byte"): nil
        case let types where !types.isEmpty && types.isSubset(of: [.string, .integer, .fraction, .boolean]): "text/plain"
        default: nil
        }
    }
}
