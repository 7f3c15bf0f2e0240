/// The known name that a misspelt one most likely stands for: the same but for case, or at most a third of its letters away.
func nearestName(to name: String, among known: [String]) -> String? {
    if let sameButForCase = known.first(where: { $0.lowercased() == name.lowercased() }) { return sameButForCase }
    guard name.utf8.count <= 64 else { return nil }
    let nearest = known.map { (name: $0, distance: editDistance(name, $0)) }.min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= Swift.max(1, nearest.name.count / 3) else { return nil }
    return nearest.name
}

/// The number of letters to insert, delete or replace (Levenshtein's distance).
private func editDistance(_ first: String, _ second: String) -> Int {
    let second = Array(second)
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
        var diagonal = row[0]
        row[0] = line + 1
        for column in second.indices {
            let replaced = diagonal + (letter == second[column] ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = Swift.min(replaced, row[column] + 1, row[column + 1] + 1)
        }
    }
    return row[second.count]
}

extension String {
    /// The text cut to 64 characters and without control characters, fit for a message.
    var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(64).filter { $0.value >= 0x20 && $0.value != 0x7f }))
    }
}
