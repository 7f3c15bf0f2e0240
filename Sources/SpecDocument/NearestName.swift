/// The spelling that was most likely meant.
public enum NearestName {
    /// The name that takes the fewest changed, missing, added or swapped letters, case aside; `nil` if none is near.
    ///
    /// Near is a third of the letters at most, and no more than three.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8)
        guard wanted.count <= longest else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in names where candidate.utf8.count <= longest && candidate != name {
            let letters = Array(candidate.lowercased().utf8)
            let limit = best.map { $0.distance - 1 } ?? min(3, wanted.count / 3)
            guard limit >= 0, abs(letters.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Longer names are rarely typed by hand.
    private static let longest = 64

    /// The optimal string alignment distance, in bytes.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
