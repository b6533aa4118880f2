import ScoreModel
import StandardMIDI
import TestSupport
import Testing

@Suite struct ExactQuantizationTests {
    @Test(arguments: [24, 96, 100, 120, 480, 960, 10080])
    func `ticks that are notation stay, whatever a quarter note has of them`(ticks: Int) {
        let written: [(Fraction, Fraction)] = [
            (0, 1), (1, 1 / 2), (3 / 2, 1 / 4), (7 / 4, 1 / 4), (2, 3 / 2), (7 / 2, 1 / 2), (4, 4),
        ]
        let found = Quantization(played(written, ticks: ticks), ticksPerQuarter: ticks)
        #expect(found.method == .exact && found.described == described(written) && found.confidence == 1)
    }

    @Test(arguments: [(3, 100), (5, 96), (5, 24), (7, 480), (7, 96), (9, 480), (11, 480)])
    func `a tuplet that ticks cannot hold is recognised`(parts: Int, ticks: Int) throws {
        let part = try #require(Fraction(1, over: parts))
        let before: [(Fraction, Fraction)] = (0..<80).map { (Fraction($0) / 2, 1 / 2) }
        let written = before + (0..<parts).map { (40 + part * Fraction($0), part) } + [(41, 1)]
        let found = Quantization(played(written, ticks: ticks), ticksPerQuarter: ticks)
        #expect(found.described == described(written))
    }

    @Test func `tuplets stand against each other, and in each other`() {
        let threes = (0..<3).map { (Fraction($0) / 3, Fraction(1) / 3) }
        let fours = (0..<4).map { (Fraction($0) / 4, Fraction(1) / 4) }
        let nested: [(Fraction, Fraction)] =
            (0..<5).map { (2 + Fraction($0) / 15, Fraction(1) / 15) } + [(7 / 3, 1 / 3), (8 / 3, 1 / 3)]
        let after: [(Fraction, Fraction)] = (3..<40).map { (Fraction($0), 1) }
        let written: [(Fraction, Fraction)] = (threes + fours).sorted { $0.0 < $1.0 } + [(1, 1)] + nested + after
        let found = Quantization(played(written, ticks: 480), ticksPerQuarter: 480)
        #expect(found.method == .exact && found.described == described(written))
    }

    @Test(arguments: [(1.0, 1), (0.95, 0), (0.8, 0), (0.5, 0)])
    func `what all notes are short of is no rest, and a rest is one`(share: Double, gap: Int) {
        let written: [(Fraction, Fraction)] = [
            (0, 1), (1, 1), (2, 2), (4, 1), (6, 1), (7, 1), (8, 3), (11, 1), (12, 2), (15, 1), (16, 4),
        ]
        let found = Quantization(played(written, ticks: 480, share: share, gap: gap), ticksPerQuarter: 480)
        #expect(found.described == described(written))
    }

    @Test func `staccato of some notes stays what it is`() {
        let written: [(Fraction, Fraction)] = [
            (0, 1), (1, 1), (2, 1), (3, 1 / 2), (4, 1), (5, 1 / 2), (6, 1), (7, 1), (8, 2),
        ]
        #expect(Quantization(played(written, ticks: 480), ticksPerQuarter: 480).described == described(written))
    }

    @Test func `a few loose notes do not loosen the others`() {
        var notes = played((0..<40).map { (Fraction($0), 1) }, ticks: 480)
        notes[7].start += 37
        let found = Quantization(notes, ticksPerQuarter: 480)
        #expect(found.method == .exact)
        #expect(found.tones[8].onset == 8 && found.tones[39].onset == 39 && found.tones[7].duration > .zero)
        #expect(found.confidences[7] < found.confidences[8])
    }

    @Test func `ticks that are one off everywhere are notation all the same`() {
        var notes = played((0..<40).map { (Fraction($0) / 2, 1 / 2) }, ticks: 480)
        for index in notes.indices { notes[index].start += 1 }
        let found = Quantization(notes, ticksPerQuarter: 480)
        #expect(found.tones.map(\.onset) == (0..<40).map { Fraction($0) / 2 })
    }

    @Test func `without quantization a tick is a tick, and nothing is without length`() {
        var options = Quantization.Options()
        options.isOff = true
        let found = Quantization([note(7, 7), note(100, 133)], ticksPerQuarter: 480, options: options)
        #expect(found.method == .none && found.described == ["7/480 1/480", "5/24 11/160"])
    }

    @Test func `notes come back in their order, with their keys`() {
        let found = Quantization([note(480, 960, key: 50), note(0, 480, key: 70)], ticksPerQuarter: 480)
        #expect(found.tones.map(\.key) == [50, 70] && found.tones.map(\.onset) == [1, 0])
    }
}

@Suite struct PerformedQuantizationTests {
    /// A tune of quarters and eighths, four bars long, over and over.
    private func tune(bars: Int) -> [(Fraction, Fraction)] {
        let bar: [[(Fraction, Fraction)]] = [
            [(0, 1), (1, 1 / 2), (3 / 2, 1 / 2), (2, 1), (3, 1)], [(0, 1), (1, 1), (2, 2)],
            [(0, 1 / 2), (1 / 2, 1 / 2), (1, 1), (2, 1), (3, 1 / 2), (7 / 2, 1 / 2)], [(0, 1), (1, 1), (2, 1), (3, 1)],
        ]
        return (0..<bars).flatMap { index in bar[index % 4].map { (Fraction(4 * index) + $0.0, $0.1) } }
    }

    @Test(arguments: 0..<5) func `notes near the beats are put on them`(seed: UInt64) {
        var generator = SeededGenerator(seed)
        let written = tune(bars: 16)
        let notes = played(written, ticks: 480).map { exact in
            note(
                max(exact.start + Int.random(in: -30...30, using: &generator), 0),
                exact.end + Int.random(in: -30...30, using: &generator))
        }
        let found = Quantization(notes, ticksPerQuarter: 480, hasTempo: true)
        #expect(found.method == .grid && found.described == described(written))
    }

    @Test(arguments: [0.1, 0.2]) func `a wandering tempo is followed`(depth: Double) {
        let written = tune(bars: 32)
        let notes = played(written, ticks: 480).map {
            note(wander(Double($0.start), depth), wander(Double($0.end), depth))
        }
        let found = Quantization(notes, ticksPerQuarter: 480)
        #expect(found.method == .beats && found.described == described(written))
        // Beats lie where the notes are.
        #expect(found.beats.count > 100)
        #expect(zip(found.beats, found.beats.dropFirst()).allSatisfy { $0.quarters < $1.quarters && $0.tick < $1.tick })
    }

    @Test func `ticks of a second are a performance`() {
        let notes = [MIDINote](repeating: note(0, 0), count: 9)
        #expect(Quantization(notes, secondsPerTick: 1 / 1000).tones.allSatisfy { $0.duration > .zero })
        let steady = played(tune(bars: 16), ticks: 100).map { note($0.start * 6, $0.end * 6) }
        let found = Quantization(steady, secondsPerTick: 1 / 1000)
        #expect(found.method == .beats && found.described == described(tune(bars: 16)))
    }

    @Test func `triplets of a performance are triplets for a whole beat`() {
        let beats: [[(Fraction, Fraction)]] = [
            [(0, 1)], [(0, 1 / 3), (1 / 3, 1 / 3), (2 / 3, 1 / 3)], [(0, 1 / 2), (1 / 2, 1 / 2)], [(0, 1)],
        ]
        let written = (0..<64).flatMap { beat in beats[beat % 4].map { (Fraction(beat) + $0.0, $0.1) } }
        var generator = SeededGenerator(3)
        let notes = played(written, ticks: 480).map { exact in
            note(max(exact.start + Int.random(in: -18...18, using: &generator), 0), exact.end)
        }
        let found = Quantization(notes, ticksPerQuarter: 480, hasTempo: true)
        #expect(found.method == .grid && found.described == described(written))
        var plain = Quantization.Options()
        plain.findsTuplets = false
        let binary = Quantization(notes, ticksPerQuarter: 480, hasTempo: true, options: plain)
        #expect(binary.tones.allSatisfy { $0.onset.denominator.nonzeroBitCount == 1 })
    }

    @Test func `a grid that is asked for is kept to`() {
        var options = Quantization.Options()
        options.grid = 1 / 2
        let written: [(Fraction, Fraction)] = (0..<64).map { (Fraction($0) / 4, 1 / 4) }
        let found = Quantization(played(written, ticks: 480), ticksPerQuarter: 480, options: options)
        #expect(found.tones.allSatisfy { $0.onset.denominator <= 3 && $0.duration > .zero })
    }

    private func wander(_ tick: Double, _ depth: Double) -> Int {
        // A sine over eight bars, drawn by parabolas.
        let turn = tick / (32 * 480)
        let phase = turn - turn.rounded(.down)
        let rise = phase < 0.5 ? 8 * phase * phase - 16 * phase * phase * phase / 1.5 : 0
        let fall = phase < 0.5 ? 0 : 8 * (1 - phase) * (1 - phase) - 16 * (1 - phase) * (1 - phase) * (1 - phase) / 1.5
        return Int((tick + depth * 32 * 480 / 4 * (rise + fall)).rounded())
    }
}

@Suite struct QuantizationBoundsTests {
    @Test func `nothing gives nothing`() {
        let found = Quantization([], ticksPerQuarter: 480)
        #expect(found.tones.isEmpty && found.confidences.isEmpty && found.beats.count == 2)
    }

    @Test(arguments: [Int.min, -1, 0, 1, 480, Int.max]) func `hostile times are put somewhere`(ticks: Int) {
        let times = [Int.min, -1, 0, 1, 7, 1 << 40, Int.max]
        let notes = times.flatMap { start in times.map { note(start, $0) } }
        for isOff in [false, true] {
            var options = Quantization.Options()
            options.isOff = isOff
            let found = Quantization(notes, ticksPerQuarter: ticks, options: options)
            #expect(found.tones.count == notes.count && found.tones.allSatisfy { $0.duration > .zero })
        }
        #expect(Quantization(notes, secondsPerTick: Fraction(ticks)).tones.allSatisfy { $0.duration > .zero })
    }

    @Test(arguments: 0..<8) func `any notes have a length, and beats that grow`(seed: UInt64) {
        var generator = SeededGenerator(seed)
        let span = [100, 3_000, 100_000, 10_000_000][Int(seed % 4)]
        let notes = (0..<200).map { _ in
            let start = Int.random(in: 0..<span, using: &generator)
            return note(start, start + Int.random(in: 0..<1000, using: &generator))
        }
        let found = Quantization(notes, ticksPerQuarter: 480)
        #expect(found.tones.count == 200 && found.tones.allSatisfy { $0.duration > .zero })
        #expect(found.confidences.allSatisfy { (0...1).contains($0) } && (0...1).contains(found.confidence))
        #expect(found.beats.count > 1)
        #expect(zip(found.beats, found.beats.dropFirst()).allSatisfy { $0.quarters < $1.quarters && $0.tick < $1.tick })
    }
}

// MARK: Playing

private func note(_ start: Int, _ end: Int, key: UInt8 = 60) -> MIDINote {
    MIDINote(track: 0, channel: 0, key: key, velocity: 64, releaseVelocity: 64, start: start, end: end)
}

/// Notes as a program plays them: to the nearest tick, held for a share of their length, and a gap less.
private func played(_ written: [(Fraction, Fraction)], ticks: Int, share: Double = 1, gap: Int = 0) -> [MIDINote] {
    written.map { onset, duration in
        let start = (onset * Fraction(ticks)).rounded
        let end = ((onset + duration) * Fraction(ticks)).rounded
        return note(start, start + Int((Double(end - start) * share).rounded()) - gap)
    }
}

private func described(_ written: [(Fraction, Fraction)]) -> [String] { written.map { "\($0) \($1)" } }

extension Quantization {
    fileprivate init(
        _ notes: [MIDINote], ticksPerQuarter: Int, hasTempo: Bool = false, options: Options = Options()
    ) {
        let file = MIDIFile(division: .init(ticksPerQuarter: ticksPerQuarter))
        self.init(notes, ticksPerQuarter: ticksPerQuarter, hasTempo: hasTempo, tempo: file.tempoMap(), options: options)
    }

    fileprivate var described: [String] { tones.map { "\($0.onset) \($0.duration)" } }
}
