/// The candidate that a misspelt name was probably meant to be: at most a letter off where it is short, else two.
package func nearest(to name: String, among candidates: [String]) -> String? {
    let word = Array(name.unicodeScalars)
    guard word.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
        let isSameButForCase = candidate.lowercased() == name.lowercased()
        let distance = isSameButForCase ? 0 : editDistance(word, Array(candidate.unicodeScalars))
        let most = min(word.count, candidate.count) <= 4 ? 1 : 2
        if distance <= most, distance < min(word.count, candidate.count), distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.name
}

/// How many letters have to be put in, left out, replaced or swapped with their neighbour to make one word of the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard abs(left.count - right.count) <= 2 else { return .max }
    var rows = [Array(0...right.count)]
    for (row, letter) in left.enumerated() {
        var line = [row + 1]
        for (column, other) in right.enumerated() {
            var cost = min(rows[row][column + 1] + 1, line[column] + 1, rows[row][column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], other == left[row - 1] {
                cost = min(cost, rows[row - 1][column - 1] + 1)
            }
            line.append(cost)
        }
        rows.append(line)
    }
    return rows[left.count][right.count]
}
