import SpecYAML

/// Reads the fields of a mapping by name, and knows in the end which ones nobody asked for.
///
/// A field whose value is null counts as missing, but for those read as `node`.
struct ObjectReader {
    let node: YAMLNode
    let noun: String
    let context: ReadingContext
    private var unread: [YAMLNode.Entry]
    /// The names asked for while there was something to find.
    private var asked: [StaticString] = []

    init(_ node: YAMLNode, noun: String, context: ReadingContext) {
        self.node = node
        self.noun = noun
        self.context = context
        self.unread = node.entries
    }

    var location: Location { node.location }

    /// Whether there are fields that nobody has asked for yet.
    var hasUnread: Bool { !unread.isEmpty }

    var unreadCount: Int { unread.count }

    /// Takes a field: its key and its value, of whatever type.
    mutating func entry(_ name: StaticString) -> YAMLNode.Entry? {
        guard !unread.isEmpty else { return nil }
        for position in unread.indices where unread[position].key.hasText(name) { return unread.remove(at: position) }
        asked.append(name)
        return nil
    }

    /// The value of a field, which stays to be taken.
    func peek(_ name: StaticString) -> YAMLNode? { unread.first { $0.key.hasText(name) }?.value }

    /// Any value, null too.
    mutating func node(_ name: StaticString) -> YAMLNode? { entry(name)?.value }

    /// A value that is not null.
    private mutating func value(_ name: StaticString) -> YAMLNode? {
        guard let node = node(name), !node.isNull else { return nil }
        return node
    }

    mutating func string(_ name: StaticString) -> String? {
        guard let value = value(name) else { return nil }
        guard value.kind == .scalar else { return wrongType(name, "a string", value) }
        if value.scalarType != .string {
            context.warning(at: value.location, "'\(name)' must be a string, not \(value.typeName); put it in quotes")
        }
        return value.text
    }

    /// A string that must be there, though the construct can be read without it.
    mutating func required(_ name: StaticString) -> String? {
        if let string = string(name) { return string }
        missing(name)
        return nil
    }

    /// A string that the construct is left out without.
    mutating func essential(_ name: StaticString) -> String? {
        if let string = string(name) { return string }
        leaveOut(without: name)
        return nil
    }

    mutating func bool(_ name: StaticString) -> Bool? {
        guard let value = value(name) else { return nil }
        if let bool = value.bool { return bool }
        guard let bool = value.string.flatMap(Bool.init) else { return wrongType(name, "true or false", value) }
        context.warning(at: value.location, "'\(name)' must be a boolean, not a string; take away the quotes")
        return bool
    }

    /// A flag that is false unless it is set.
    mutating func flag(_ name: StaticString) -> Bool { bool(name) ?? false }

    mutating func number(_ name: StaticString) -> SpecNumber? {
        guard let value = value(name) else { return nil }
        return SpecNumber(value) ?? wrongType(name, "a number", value)
    }

    /// A whole number from 0 up.
    mutating func count(_ name: StaticString) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = SpecNumber(value)?.whole, number >= 0 else { return wrongType(name, "a whole number from 0 up", value) }
        return number
    }

    /// One of some words.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ name: StaticString) -> Word? {
        guard let entry = entry(name), !entry.value.isNull else { return nil }
        if let word = Word(rawValue: entry.value.text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let advice = NearestName.nearest(to: entry.value.text, among: words).map { "write '\($0)'" } ?? "use \(words.list)"
        let what = entry.value.kind == .scalar ? "'\(entry.value.text)'" : entry.value.typeName
        context.leaveOut(at: entry.value.location, "'\(name)' can't be \(what); \(advice), for it is left out")
        return nil
    }

    /// A construct or a list.
    mutating func read<Value: Readable>(_ name: StaticString) -> Value? {
        value(name).flatMap { Value.read($0, in: context) }
    }

    /// The items of a list that could be read; empty if there is none.
    mutating func list<Item: Readable>(_ name: StaticString) -> [Item] { optionalList(name) ?? [] }

    /// The items of a list that could be read, and whether there is one.
    mutating func optionalList<Item: Readable>(_ name: StaticString) -> [Item]? {
        guard let value = value(name) else { return nil }
        guard value.kind == .sequence else { return wrongType(name, "a list", value) }
        return value.items.compactMap { Item.read($0, in: context) }
    }

    /// The values that could be read of a mapping with free keys; empty if there is none.
    mutating func map<Value: Readable>(_ name: StaticString) -> OrderedMap<String, Value> {
        guard let value = value(name) else { return OrderedMap() }
        guard value.kind == .mapping else { return wrongType(name, "a mapping", value) ?? OrderedMap() }
        var map = OrderedMap<String, Value>()
        for entry in value.entries {
            guard let read = Value.read(entry.value, in: context) else { continue }
            let key = entry.key.text
            // Equal bytes are met when the file is parsed: these are equal as Unicode has it, `é` and `e` with an accent.
            if let other = map.entry(key), !other.key.utf8.elementsEqual(key.utf8) {
                let what = "'\(key)' is the same name as at \(other.location), with its letters encoded otherwise"
                context.leaveOut(at: entry.key.location, "\(what); rename one of the two, for this one is left out")
                continue
            }
            map.append(.init(key: key, location: entry.key.location, value: read))
        }
        return map
    }

    /// Takes all fields that start with `x-`.
    mutating func extensions() -> Extensions {
        guard !unread.isEmpty else { return Extensions() }
        let extensions = unread.filter { $0.key.text.hasPrefix("x-") }
        guard !extensions.isEmpty else { return Extensions() }
        unread.removeAll { $0.key.text.hasPrefix("x-") }
        return Extensions(extensions.map { .init(key: $0.key.text, location: $0.key.location, value: $0.value) })
    }

    /// Takes all fields that are left.
    mutating func remaining() -> [YAMLNode.Entry] {
        defer { unread = [] }
        return unread
    }

    /// Warns that a field must be there.
    func missing(_ name: StaticString) { context.warning(at: location, "\(noun.withArticle) without '\(name)'; add it") }

    /// Says that the construct is left out for want of a field, and takes whatever it has.
    mutating func leaveOut(without name: StaticString) {
        context.leaveOut(at: location, "\(noun.withArticle) without '\(name)'; add it, for the \(noun) is left out")
        unread = []
    }

    /// Takes whatever is left of a construct that is left out.
    mutating func leaveOut() { unread = [] }

    /// Warns of fields that nobody asked for, with the name that was probably meant.
    func reportUnknownFields() {
        for entry in unread {
            let name = entry.key.text
            let advice =
                NearestName.nearest(to: name, among: asked.map(\.description)).map { "write '\($0)'" }
                ?? "remove it, or start its name with 'x-'"
            context.warning(at: entry.key.location, "'\(name)' is no field of \(noun.withArticle); \(advice)")
        }
    }

    private func wrongType<Value>(_ name: StaticString, _ wanted: String, _ value: YAMLNode) -> Value? {
        context.leaveOut(at: value.location, "'\(name)' must be \(wanted), not \(value.typeName); correct it, for it is left out")
        return nil
    }
}

extension [String] {
    /// `'a', 'b' or 'c'`
    var list: String {
        let quoted = map { "'\($0)'" }
        guard let last = quoted.last, count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}
