import Testing

@testable import Harmonizer

struct IdiomTests {
    private static func counts(_ feature: StyleFeature, _ values: [Int: Int]) -> StyleCounts {
        var (counts, histogram) = (StyleCounts(), Histogram())
        for (value, times) in values { histogram.add(value, times: times) }
        counts[feature] = histogram
        return counts
    }

    @Test("What comes too seldom gains, what comes too often loses, and what is right stays")
    func moves() {
        var idiom = Idiom()
        let found = Self.counts(.bassIntervals, [2: 400, -2: 200, 7: 200, -7: 200])
        let wanted = Self.counts(.bassIntervals, [2: 2000, -2: 2000, 7: 1000])
        idiom.move(from: found, towards: wanted, pace: 1, for: .choir)
        #expect(idiom.gain(interval: 2, voice: 3) == 0)
        // 400 are wanted where 200 are, with five more of each.
        #expect(abs(idiom.gain(interval: -2, voice: 3) - 0.6810) < 1e-3)
        #expect(idiom.gain(interval: 7, voice: 3) == 0)
        #expect(idiom.gain(interval: 2, voice: 2) == 0)
        #expect(idiom.gain(interval: -7, voice: 3) == -3)
    }

    @Test("For strings the intervals that are wanted gain nothing on the whole, and chords have no gains")
    func strings() {
        var idiom = Idiom()
        var found = Self.counts(.bassIntervals, [0: 100, 2: 400, 7: 500])
        var wanted = Self.counts(.bassIntervals, [0: 500, 2: 300, 7: 200])
        found[.chordShapes] = Self.counts(.chordShapes, [0x91: 100])[.chordShapes]
        wanted[.chordShapes] = Self.counts(.chordShapes, [0x89: 100])[.chordShapes]
        idiom.move(from: found, towards: wanted, pace: 1, for: .strings)
        let gains = [0, 2, 7].map { idiom.gain(interval: $0, voice: 3) }
        #expect(gains[0] > 0 && gains[1] < gains[0] && gains[2] < gains[1])
        #expect(abs(0.5 * gains[0] + 0.3 * gains[1] + 0.2 * gains[2]) < 1e-5)
        #expect(idiom.gain(chord: PitchClasses(bits: 0x91)) == 0)
    }

    @Test("Intervals beyond the octave share a place")
    func wide() {
        var idiom = Idiom()
        idiom.move(
            from: Self.counts(.altoIntervals, [1: 100]), towards: Self.counts(.altoIntervals, [1: 80, 13: 20]),
            pace: 0.5, for: .choir)
        let gain = idiom.gain(interval: 13, voice: 1)
        #expect(gain > 0 && idiom.gain(interval: 19, voice: 1) == gain && idiom.gain(interval: -13, voice: 1) == 0)
    }

    @Test("No gain grows without end")
    func bound() {
        var idiom = Idiom()
        let (found, wanted) = (Self.counts(.chordShapes, [0x91: 10_000]), Self.counts(.chordShapes, [0x89: 10_000]))
        for _ in 0..<5 { idiom.move(from: found, towards: wanted, pace: 1, for: .choir) }
        #expect(idiom.gain(chord: PitchClasses(bits: 0x91)) == -3 && idiom.gain(chord: PitchClasses(bits: 0x89)) == 3)
    }

    @Test("Cadences are told by their bass")
    func cadences() {
        var idiom = Idiom()
        let (tonic, dominant) = (0x91, 7 << 12 | 0x91)
        idiom.move(
            from: Self.counts(.cadenceChords, [tonic: 100, dominant: 100]),
            towards: Self.counts(.cadenceChords, [tonic: 150, dominant: 50]), pace: 1, for: .choir)
        let major = PitchClasses(bits: 0x91)
        let (one, five) = (idiom.gain(cadence: major, over: 12), idiom.gain(cadence: major, over: -5))
        #expect(one > 0 && five < 0 && idiom.gain(cadence: major, over: 5) == 0 && idiom.gain(chord: major) == 0)
    }

    @Test("It comes back from the file of a model, and one that does not fit is refused")
    func file() throws {
        var model = Model(SmallNetwork.network, parameters: SmallNetwork.parameters(seed: 1))
        let plain = model.safetensors()
        #expect(plain.tensors["idiom.gains"] == nil)
        model.idiom.move(
            from: Self.counts(.chordShapes, [0x91: 5]), towards: Self.counts(.chordShapes, [0x91: 5, 0x89: 5]), pace: 1,
            for: .choir)
        var file = try Safetensors(bytes: model.safetensors().bytes)
        let read = try Model(file).idiom
        let differences = zip(read.gains, model.idiom.gains).map { abs($0 - $1) }
        #expect(differences.allSatisfy { $0 < 1e-3 } && read != Idiom())
        file.set("idiom.places", shape: [2], [0, 1 << 20])
        #expect(throws: SafetensorsError.self) { try Model(file) }
        file.set("idiom.places", shape: [1], [0])
        #expect(throws: SafetensorsError.self) { try Model(file) }
    }
}
