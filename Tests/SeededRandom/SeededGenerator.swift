/// Random numbers that a seed repeats, on every machine: the SplitMix64 of Steele, Lea and Flood.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    public mutating func element<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    /// True so many times in so many.
    public mutating func chance(_ some: Int, in many: Int) -> Bool { Int.random(in: 0..<many, using: &self) < some }

    /// True once in so many times.
    public mutating func oneIn(_ count: Int) -> Bool { chance(1, in: count) }
}
