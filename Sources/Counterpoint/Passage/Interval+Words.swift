extension Interval {
    /// Its name in words: `perfect fifth`, `minor tenth`, `doubly augmented fourth`; for unknown spelling, that of its size.
    public var words: String {
        let name = self.name
        if name == "TT" { return "tritone" }
        let letters = name.prefix { !$0.isNumber }
        guard let number = Int(name.dropFirst(letters.count)), let quality = Interval.quality(letters) else {
            return "interval of \(Double(size) / 1000) semitones"
        }
        let numbers = [
            "unison", "second", "third", "fourth", "fifth", "sixth", "seventh", "octave", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "double octave",
        ]
        return "\(quality) \(numbers.indices.contains(number - 1) ? numbers[number - 1] : "\(number)th")"
    }

    private static func quality(_ letters: Substring) -> String? {
        let times = ["", "doubly ", "triply "]
        switch letters.first {
        case "P": return "perfect"
        case "M": return "major"
        case "m": return "minor"
        case "A" where times.indices.contains(letters.count - 1): return times[letters.count - 1] + "augmented"
        case "d" where times.indices.contains(letters.count - 1): return times[letters.count - 1] + "diminished"
        default: return nil
        }
    }
}

/// A noun with the article that its sound asks for.
func withArticle(_ noun: String) -> String {
    "\(noun.first.map { "aeiou".contains($0) } ?? false ? "an" : "a") \(noun)"
}
