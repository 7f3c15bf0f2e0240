/// The spelling that was most likely meant.
public enum NearestName {
    /// The name that takes the fewest changed, missing, added or swapped letters, case aside; `nil` if none is near.
    ///
    /// Near is a third of the letters at most, and no more than three.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let wanted = name.utf8.map(\.lowercased)
        guard wanted.count <= longest else { return nil }
        let letters = letterSet(wanted)
        var limit = min(3, wanted.count / 3)
        var best: String?
        var candidate: [UInt8] = []
        var rows = Rows()
        for other in names where abs(other.utf8.count - wanted.count) <= limit && other != name {
            candidate.replaceSubrange(candidate.indices, with: other.utf8.lazy.map(\.lowercased))
            // A slip changes two kinds of letters at most, which rules out nearly all names at once.
            guard (letterSet(candidate) ^ letters).nonzeroBitCount <= 2 * limit else { continue }
            guard let distance = rows.distance(wanted, candidate, atMost: limit) else { continue }
            best = other
            limit = distance - 1
            if limit < 0 { break }
        }
        return best
    }

    /// Longer names are rarely typed by hand.
    private static let longest = 64

    /// Which bytes occur, folded into 64 bits.
    private static func letterSet(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

    /// The rows of the table that the distance of two words is worked out in, kept for the next pair of words.
    private struct Rows {
        private var beforeLast = [Int](repeating: 0, count: longest + 5)
        private var last = [Int](repeating: 0, count: longest + 5)
        private var current = [Int](repeating: 0, count: longest + 5)

        /// The optimal string alignment distance in bytes; `nil` beyond the limit.
        mutating func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
            for column in 0...right.count { last[column] = column }
            for row in left.indices {
                // Further off the diagonal than the limit no cell counts.
                let band = max(0, row - limit)..<min(right.count, row + limit + 1)
                guard !band.isEmpty else { return nil }
                current[band.lowerBound] = band.lowerBound == 0 ? row + 1 : limit + 1
                var least = current[band.lowerBound]
                for column in band {
                    // The cell above the last one of the band lies outside it.
                    let above = column == row + limit ? limit + 1 : last[column + 1]
                    var cost = min(above + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
                    if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                        cost = min(cost, beforeLast[column - 1] + 1)
                    }
                    current[column + 1] = cost
                    least = min(least, cost)
                }
                guard least <= limit else { return nil }
                (beforeLast, last, current) = (last, current, beforeLast)
            }
            return last[right.count] <= limit ? last[right.count] : nil
        }
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }
}
