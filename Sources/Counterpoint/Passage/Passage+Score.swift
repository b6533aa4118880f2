public import ScoreModel

extension Passage {
    /// The passage that a score is.
    ///
    /// - Parameter spelling: Whether the letters of its pitches count.
    public init(_ score: Score, spelling: SpellingSource = .written) {
        var strands: [Strand] = []
        for part in score.parts.indices { strands += Strand.strands(of: score.parts[part], index: part) }
        let roles = RoleFinding(score).roles(of: strands.map { ($0.part, $0.staff) })
        // Voices of one part that have a role each, as those of a choir on two staves, are known by it.
        let areKnownByRole = roles.count == Set(roles.compactMap { $0 }).count
        let lowest = strands.lastIndex { !$0.isOccasional } ?? 0
        var voices: [Voice] = []
        for (index, strand) in strands.enumerated() {
            let part = score.parts[strand.part]
            let name = areKnownByRole && !strand.isAlone ? roles[index]?.name : nil
            var voice = Voice(
                part: strand.part, label: name ?? strand.label(in: part), role: roles[index],
                events: strand.events(in: part, takesBottom: index >= lowest))
            voice.isOccasional = strand.isOccasional
            voices.append(voice)
        }
        // Parts may share a name, and a finding has to tell them apart.
        var seen: [String: Int] = [:]
        for index in voices.indices {
            let label = voices[index].label
            seen[label, default: 0] += 1
            if let count = seen[label], count > 1 { voices[index].label += " (\(count))" }
        }
        self.init(
            voices: voices, boundaries: Passage.boundaries(of: score), clock: BeatClock(score), spelling: spelling)
    }

    /// Where bar lines say that a section ends, and fermatas on bar lines.
    private static func boundaries(of score: Score) -> [Fraction: Boundary] {
        let plain = ["regular", "dotted", "dashed", "tick", "short", "none"]
        var boundaries: [Fraction: Boundary] = [:]
        for part in score.parts {
            for barline in part.barlines {
                if !barline.value.fermatas.isEmpty {
                    boundaries[barline.onset] = .fermata
                } else if barline.value.repeat != nil || barline.value.style.map({ !plain.contains($0) }) ?? false {
                    boundaries[barline.onset] = boundaries[barline.onset] ?? .doubleBar
                }
            }
        }
        return boundaries
    }
}
