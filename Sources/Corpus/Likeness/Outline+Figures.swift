internal import ScoreModel

extension Outline {
    /// All its figures: those of each voice, of the highest notes of each part and of the whole, and of the lowest notes of the whole. So the
    /// order of voices, other voices and how they are shared out among parts do not matter.
    var figures: [Figure] {
        var melodies: [Melody] = Array(repeating: Melody(keepsHighest: true), count: parts.count)
        let partCount = Int(parts.max() ?? 0) + 1
        var tops = Array(repeating: Melody(keepsHighest: true), count: partCount)
        var (top, bottom) = (Melody(keepsHighest: true), Melody(keepsHighest: false))
        for index in times.indices {
            let (time, key, line) = (times[index], keys[index], Int(lines[index]))
            melodies[line].add(time, key)
            tops[Int(parts[line])].add(time, key)
            top.add(time, key)
            bottom.add(time, key)
        }
        // What is the same line once more adds nothing.
        var lineCounts = Array(repeating: 0, count: partCount)
        for part in parts { lineCounts[Int(part)] += 1 }
        melodies += tops.indices.filter { lineCounts[$0] > 1 }.map { tops[$0] }
        if parts.count > 1 { melodies.append(top) }
        melodies.append(bottom)
        return melodies.flatMap(\.figures)
    }

    /// The least figures by their numbers, no more than ``Outline/sketchSize``: of two pieces that share figures these are mostly the same
    /// ones, however long the pieces are (Broder 1997).
    var sketch: [UInt64] {
        let hashes = Set(figures.map(\.hash)).sorted()
        return Array(hashes.prefix(Outline.sketchSize))
    }

    /// A chorale has five hundred figures, a string quartet twenty thousand. Of a movement that is a quarter of the quartet about a quarter of the
    /// quartet's sketch is left in common.
    static let sketchSize = 512
}

/// One note at a time.
private struct Melody {
    let keepsHighest: Bool
    private var notes: [(time: Int32, key: Int16)] = []

    init(keepsHighest: Bool) { self.keepsHighest = keepsHighest }

    /// Takes the next note; notes that begin together come from the lowest.
    mutating func add(_ time: Int32, _ key: Int16) {
        if notes.last?.time != time {
            notes.append((time, key))
        } else if keepsHighest {
            notes[notes.count - 1].key = key
        }
    }

    var figures: [Figure] {
        [(Figure.length, true), (Figure.melodicLength, false)].flatMap { length, hasRhythm -> [Figure] in
            guard notes.count >= length else { return [] }
            return (0...notes.count - length).compactMap {
                Figure(notes[$0..<$0 + length], hasRhythm: hasRhythm)
            }
        }
    }
}
