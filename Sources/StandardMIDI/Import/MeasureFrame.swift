internal import ScoreModel

/// The measures of a transcription, with their meters and key signatures.
struct MeasureFrame {
    let barring: Barring
    /// The key signatures with their measures, of all tracks together.
    private(set) var keys: [Timed<Key>] = []
    /// Those of tracks without notes, and those of each track with notes.
    private var commonKeys: [Timed<Key>] = []
    private var ownKeys: [Int: [(onset: Fraction, key: Key)]] = [:]
    /// The keys that the names of notes go by.
    let regions: [KeyFinding.Region]
    /// The signatures as they hold from moment to moment.
    private(set) var signatures: [KeyFinding.Region] = []
    private(set) var guesses: [Guess] = []

    init(_ source: TranscriptionSource, _ clock: NotatedClock) throws(MIDIFileError) {
        let end = max(
            clock.tones.lazy.map(\.end).max() ?? .zero, source.notes.isEmpty ? clock.written(source.end) : .zero)
        var pickup = Fraction.zero
        var changes = source.meters.map { (onset: clock.written($0.tick), meter: $0.meter) }
        let isKnown = !changes.isEmpty && clock.method != .beats
        if !isKnown {
            let found = MeterFinding(clock.tones)
            (changes, pickup) = ([(.zero, found.meter)], found.pickup)
            if !clock.tones.isEmpty {
                let value = found.meter.description + (pickup > .zero ? ", pickup \(pickup)" : "")
                guesses.append(Guess(.meter, value, found.confidence))
            }
        }
        let most = min(Barring.mostBars, Transcription.mostSymbols(notes: source.notes.count))
        guard let barring = Barring(MeasureFrame.inOrder(changes), pickup: pickup, end: end),
            barring.bars.count <= most
        else { throw MIDIFileError(.tooLong, "this would take more than \(most) measures") }
        self.barring = barring
        let pitched = zip(source.notes, clock.tones).filter { $0.0.channel % 16 != PartPlan.drumChannel }.map(\.1)
        let finding = KeyFinding(pitched, boundaries: barring.bars.map(\.measure.onset))
        regions = finding.regions
        let known = source.keys.map { (onset: clock.written($0.tick), key: $0.key) }
        if known.isEmpty {
            signatures = finding.signatures
            for region in pitched.isEmpty ? [] : signatures {
                let number = barring.bars[barring.index(at: region.start)].measure.number
                guesses.append(
                    Guess(.key, region.key.description, region.confidence, at: .init(measure: number)))
            }
        } else {
            signatures = known.indices.map { index in
                let next = index + 1 < known.count ? known[index + 1].onset : max(end, known[index].onset)
                return KeyFinding.Region(
                    start: known[index].onset, end: next, key: known[index].key, confidence: 1)
            }
        }
        keys = written(signatures.map { ($0.start, $0.key) })
        // What a track without notes says is meant for all.
        let played = Set(source.notes.lazy.map { Int($0.track) })
        let said = source.keys.map { (track: $0.track, onset: clock.written($0.tick), key: $0.key) }
        commonKeys = written(said.filter { !played.contains($0.track) }.map { ($0.onset, $0.key) })
        for change in said where played.contains(change.track) {
            ownKeys[change.track, default: []].append((change.onset, change.key))
        }
    }

    /// The key signatures of a part: those of its track, where that has any, for tracks of transposing instruments differ.
    func keys(ofTrack track: Int) -> [Timed<Key>] {
        guard let own = ownKeys[track] else { return keys }
        return written((commonKeys.map { ($0.onset, $0.value) } + own).stablySorted { $0.0 < $1.0 })
    }

    /// Signatures at the beginnings of measures, where they change.
    private func written(_ changes: [(onset: Fraction, key: Key)]) -> [Timed<Key>] {
        var keys: [Timed<Key>] = []
        for change in changes {
            let measure = barring.index(at: change.onset)
            if keys.last?.measure == measure { keys.removeLast() }
            if keys.last?.value == change.key { continue }
            keys.append(Timed(onset: barring.bars[measure].measure.onset, measure: measure, value: change.key))
        }
        return keys
    }

    /// The first meter holds from the beginning, and the last of several at one moment counts.
    private static func inOrder(_ changes: [(onset: Fraction, meter: Meter)]) -> [(onset: Fraction, meter: Meter)] {
        var ordered: [(onset: Fraction, meter: Meter)] = []
        for change in changes {
            if ordered.last?.onset == change.onset { ordered.removeLast() }
            ordered.append(change)
        }
        if let first = ordered.first, first.onset > .zero { ordered.insert((.zero, .usual), at: 0) }
        return ordered
    }

    /// What is written for a file without notes.
    var emptyPart: Part {
        var part = PartNotation(
            Part(id: "P1", name: "Part 1"), [], voices: [.init(name: "1")], barring: barring, keys: keys
        ).part
        part.clefs = [Timed(onset: .zero, measure: 0, value: .treble)]
        return part
    }
}

extension Meter {
    /// What a file without a meter has (SMF 1.0, "Time Signature").
    fileprivate static let usual = Meter(Component(beats: [4], beatType: 4).map { [$0] } ?? [])
}
