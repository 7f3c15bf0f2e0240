/// A number exactly as the document writes it, of any size and precision.
public struct SpecNumber: Hashable, Sendable {
    /// JSON's notation, as `18446744073709551615` or `1e-3`.
    public let text: String

    public init(text: String) { self.text = text }

    /// `nil` if it has a fraction or lies beyond 64 bits.
    public var int: Int? { Int(text) }

    /// The nearest double.
    public var double: Double { Double(text) ?? .nan }
}
