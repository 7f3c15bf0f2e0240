/// Unicode scalars of ranges and of general categories, or all others.
package struct ScalarSet: Sendable, Equatable {
    package private(set) var ranges: [ClosedRange<UInt32>] = []
    private var categories: Set<Unicode.GeneralCategory> = []
    package var isInverted = false

    init(_ ranges: ClosedRange<UInt32>...) { self.ranges = ranges }

    init(_ categories: Set<Unicode.GeneralCategory>) { self.categories = categories }

    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isListed =
            ranges.contains { $0.contains(scalar.value) } || !categories.isEmpty && categories.contains(scalar.properties.generalCategory)
        return isListed != isInverted
    }

    mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }

    /// Adds another set, which may be inverted; this one must not be.
    mutating func formUnion(_ other: ScalarSet) {
        guard other.isInverted else {
            ranges += other.ranges
            categories.formUnion(other.categories)
            return
        }
        if other.categories.isEmpty {
            ranges += other.ranges.gaps
        } else {
            categories.formUnion(Set(Unicode.GeneralCategory.all).subtracting(other.categories))
        }
    }
}

// What ECMA-262 understands by a digit, a part of a word, white space and the end of a line.
extension ScalarSet {
    static let digits = ScalarSet(0x30...0x39)
    static let wordCharacters = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    static let whiteSpace = ScalarSet(
        0x09...0x0D,
        0x20...0x20,
        0xA0...0xA0,
        0x1680...0x1680,
        0x2000...0x200A,
        0x2028...0x2029,
        0x202F...0x202F,
        0x205F...0x205F,
        0x3000...0x3000,
        0xFEFF...0xFEFF
    )
    static let lineEnds = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029)

    var inverted: ScalarSet {
        var inverted = self
        inverted.isInverted.toggle()
        return inverted
    }

    /// `L`, `Lu`, `Nd`, ...; nil for scripts and other properties.
    init?(property name: String) {
        let categories = Unicode.GeneralCategory.all.filter { $0.abbreviation == name || $0.abbreviation.prefix(1) == name }
        guard !categories.isEmpty else { return nil }
        self.init(Set(categories))
    }
}

extension [ClosedRange<UInt32>] {
    /// All scalars that are in none of the ranges.
    fileprivate var gaps: [ClosedRange<UInt32>] {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
            next = Swift.max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
        return gaps
    }
}

extension Unicode.GeneralCategory {
    fileprivate static let all: [Unicode.GeneralCategory] = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
        .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
        .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned,
    ]

    fileprivate var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
