internal import ScoreModel

extension Grid {
    /// The names of its notes, voice by voice in the order of ``notes(ofVoice:)``, and of each note those of its chord, from the lowest: from
    /// the key signatures, the keys that are heard, the lines and the chords.
    func names(_ measures: [GridMeasure]) -> [[[Pitch]]] {
        var (tones, lines) = ([Tone](), [Int]())
        var chords = [[Range<Int>]](repeating: [], count: voiceCount)
        for voice in 0..<voiceCount {
            for note in notes(ofVoice: voice) {
                let (onset, end) = (times[note.ticks.lowerBound], times[note.ticks.upperBound])
                let chord = chord(of: note, inVoice: voice)
                chords[voice].append(tones.count..<tones.count + chord.count)
                for (place, key) in chord.enumerated() {
                    tones.append(Tone(onset: onset, duration: end - onset, key: key))
                    // What is stopped below or above a line follows lines of its own.
                    lines.append(key == note.pitch ? voice : voiceCount + voice * (Stop.most + 1) + place)
                }
            }
        }
        let found = KeyFinding(tones, boundaries: measures.map(\.onset))
        let signatures = self.signatures
        let spelling = Spelling(
            tones, keys: found.regions, signatures: signatures.isEmpty ? found.signatures : signatures, lines: lines)
        return chords.map { notes in notes.map { Array(spelling.pitches[$0]) } }
    }

    /// The key signatures that its ticks know of.
    private var signatures: [KeyFinding.Region] {
        var regions: [KeyFinding.Region] = []
        var start = 0
        for tick in ticks.indices {
            guard let fifths = ticks[tick].fifths else { continue }
            if tick + 1 < ticks.count, ticks[tick + 1].fifths == fifths { continue }
            regions.append(
                KeyFinding.Region(
                    start: times[start], end: times[tick + 1], key: .traditional(fifths: fifths), confidence: 1))
            start = tick + 1
        }
        return regions
    }
}
