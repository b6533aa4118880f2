import ScoreModel

extension [Tone] {
    /// Tones one after another: `60 1, 62 1/2`, a key and how long it lasts; `-` for a rest.
    init(_ line: String, from start: Fraction = .zero) {
        self.init()
        var onset = start
        for word in line.split(separator: ",") {
            let halves = word.split(separator: " ")
            let terms = halves[1].split(separator: "/").compactMap { Int($0) }
            let duration = Fraction(terms[0]) / Fraction(terms.count > 1 ? terms[1] : 1)
            if let key = Int(halves[0]) { append(Tone(onset: onset, duration: duration, key: key)) }
            onset = onset + duration
        }
    }
}
