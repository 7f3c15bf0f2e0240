/// The names of one scope. It gives each wanted name out once, and a numbered one to whoever wants it again.
public struct NameScope: Sendable {
    private var taken: Set<String>
    private let ignoresCase: Bool

    /// - Parameters:
    ///   - reserved: names that nobody gets, because generated code needs them.
    ///   - ignoresCase: whether `URL` and `Url` are one name, as they are to file systems.
    public init(reserving reserved: Set<SwiftName> = [], ignoringCase ignoresCase: Bool = false) {
        self.ignoresCase = ignoresCase
        taken = Set(reserved.map { ignoresCase ? $0.text.lowercased() : $0.text })
    }

    /// The wanted name where it is free; else the next free one of `name2`, `name3`, ….
    public mutating func take(_ wanted: SwiftName) -> SwiftName {
        var name = wanted
        var number = 2
        while !taken.insert(key(name)).inserted {
            name = wanted.numbered(number)
            number += 1
        }
        return name
    }

    /// The wanted name where it is free; else the one with the suffix, numbered where that is taken too.
    public mutating func take(_ wanted: SwiftName, orAdding suffix: SwiftName) -> SwiftName {
        taken.contains(key(wanted)) ? take(wanted.adding(suffix)) : take(wanted)
    }

    /// Frees a name that was taken and is not used after all.
    public mutating func giveBack(_ name: SwiftName) {
        taken.remove(key(name))
    }

    private func key(_ name: SwiftName) -> String {
        ignoresCase ? name.text.lowercased() : name.text
    }
}
