import ScoreModel

extension Score {
    /// A score of one part, drawn as a line of text.
    ///
    /// A number is a measure of four quarters. `|:` and `:|` are repeat signs; `:|3` asks for three times, `:|jump` counts after
    /// a jump. `[1,2` opens an ending and `]` closes it. `segno`, `coda` and `forward` stand before their measure, `Fine`, `ToCoda`,
    /// `DC` and `DS` behind theirs, or before it when written `>DC`. A name follows after `=` and passes after `@`.
    ///
    ///     |: 1 [1 2 ] :| [2 3 ] segno=a 4 ToCoda 5 DS=a@1 coda 6
    init(roadMap sketch: String) throws {
        self.init()
        var part = Part(id: "P1")
        for word in sketch.split(separator: " ") {
            if word.allSatisfy(\.isNumber) {
                measures.append(Measure(number: String(word), onset: length, length: 4))
            } else if let barline = Barline(sketch: word) {
                let measure = barline.location == .left ? measures.count : measures.count - 1
                part.barlines.append(Timed(onset: length, measure: measure, value: barline))
            } else if let jump = Jump(sketch: word.drop { $0 == ">" }) {
                let isBefore = word.first == ">" || word.first?.isLowercase ?? false
                let measure = isBefore ? measures.count : measures.count - 1
                part.sounds.append(Timed(onset: length, measure: measure, value: Sound(jump)))
            } else {
                throw UnknownWord(word: String(word))
            }
        }
        parts = [part]
    }

    struct UnknownWord: Error { var word: String }

    /// The numbers of the measures in the order in which they are played.
    var played: String { played(readsWords: false) }

    /// The numbers of the measures in the order in which they are played, with jumps that are only printed or without.
    func played(readsWords: Bool) -> String {
        PlayOrder(self, readsWords: readsWords).stretches.flatMap { stretch in
            measures.filter { $0.onset < stretch.end && stretch.start < $0.onset + $0.length }.map(\.number)
        }.joined(separator: " ")
    }
}

extension Barline {
    fileprivate init?(sketch: Substring) {
        if sketch == "|:" {
            self.init(location: .left, repeat: .forward)
        } else if sketch.hasPrefix(":|") {
            let rest = sketch.dropFirst(2)
            self.init(location: .right, repeat: .backward(times: Int(rest) ?? 2, afterJump: rest == "jump"))
        } else if sketch.hasPrefix("[") {
            let passes = sketch.dropFirst().split(separator: ",").compactMap { Int($0) }
            self.init(location: .left, ending: Ending(passes: passes, edge: .start))
        } else if sketch == "]" {
            self.init(location: .right, ending: Ending(passes: [], edge: .stop))
        } else {
            return nil
        }
    }
}

extension Jump {
    fileprivate init?(sketch: Substring) {
        let halves = sketch.split(separator: "@")
        let words = halves[0].split(separator: "=")
        let name = words.count > 1 ? String(words[1]) : ""
        let kinds: [Substring: Kind] = [
            "segno": .segno(name), "coda": .coda(name), "DS": .dalSegno(name), "DC": .daCapo, "ToCoda": .toCoda(name),
            "Fine": .fine, "forward": .forwardRepeat,
        ]
        guard let kind = kinds[words[0]] else { return nil }
        self.init(kind, passes: halves.dropFirst().flatMap { $0.split(separator: ",").compactMap { Int($0) } })
    }
}
