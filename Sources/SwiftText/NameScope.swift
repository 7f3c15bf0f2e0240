/// The names of one scope. It gives each wanted name out once, and a numbered one to whoever wants it again.
public struct NameScope: Sendable {
    private var taken: Set<String>

    /// - Parameter reserved: names that nobody gets, because generated code needs them.
    public init(reserving reserved: Set<SwiftName> = []) {
        taken = Set(reserved.map(\.text))
    }

    /// The wanted name where it is free; else the next free one of `name2`, `name3`, ….
    public mutating func take(_ wanted: SwiftName) -> SwiftName {
        var name = wanted
        var number = 2
        while !taken.insert(name.text).inserted {
            name = wanted.numbered(number)
            number += 1
        }
        return name
    }

    /// The wanted name where it is free; else the one with the suffix, numbered where that is taken too.
    public mutating func take(_ wanted: SwiftName, orAdding suffix: SwiftName) -> SwiftName {
        taken.contains(wanted.text) ? take(wanted.adding(suffix)) : take(wanted)
    }
}
