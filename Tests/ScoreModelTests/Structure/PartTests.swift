import ScoreModel
import TestSupport
import Testing

@Suite struct PartTests {
    static let middleC = Note.Content.pitched(Pitch(.c, octave: 4))
    static let drum = Note.Content.unpitched(staffPosition: nil)
    static let rest = Note.Content.rest(staffPosition: nil)

    // MARK: Sounding pitch

    /// A clarinet in B flat that changes to one in A after a measure, beside a second staff that sounds as written.
    static var clarinet: Part {
        var part = Part(id: "P1")
        part.transpositions = [
            Timed(onset: 0, measure: 0, staff: 1, value: Transposition(diatonic: -1, chromatic: Semitones(-2))),
            Timed(onset: 4, measure: 1, staff: 1, value: Transposition(diatonic: -2, chromatic: Semitones(-3))),
        ]
        return part
    }

    @Test(
        arguments: [
            (0, 1, "Bb3", 58), (4, 1, "A3", 57), (100, 1, "A3", 57), (0, 2, "C4", 60),
        ] as [(Fraction, UInt8, String, Int)])
    func `pitches sound as the transposition on their staff says`(
        onset: Fraction, staff: UInt8, pitch: String, key: Int
    ) {
        let note = Note(staff: staff, onset: onset, duration: 1, content: PartTests.middleC)
        #expect(PartTests.clarinet.soundingPitch(of: note)?.description == pitch)
        #expect(PartTests.clarinet.soundingKey(of: note) == key)
    }

    @Test func `pitches sound as written where nothing is transposed`() {
        let note = Note(onset: 0, duration: 1, content: PartTests.middleC)
        #expect(Part(id: "P1").soundingPitch(of: note)?.description == "C4")
    }

    @Test(arguments: [drum, rest]) func `rests and drums have no sounding pitch`(content: Note.Content) {
        let note = Note(onset: 0, duration: 1, content: content)
        #expect(PartTests.clarinet.soundingPitch(of: note) == nil)
        #expect(PartTests.clarinet.soundingKey(of: note) == nil)
    }

    // MARK: Instruments

    /// A bass drum with a key, and a cymbal without.
    static var drums: Part {
        var part = Part(id: "P1")
        part.instruments = [Instrument(id: "I1", name: "Bass Drum"), Instrument(id: "I2", name: "Cymbal")]
        part.instruments[0].midi = MIDIInstrument()
        part.instruments[0].midi?.unpitchedKey = 35
        return part
    }

    @Test(arguments: [(nil, "I1", 35), (0, "I1", 35), (1, "I2", nil), (7, "I1", 35)] as [(UInt8?, String, Int?)])
    func `a drum sounds with the key of its instrument`(index: UInt8?, instrument: String, key: Int?) {
        var note = Note(onset: 0, duration: 1, content: PartTests.drum)
        note.instrument = index
        #expect(PartTests.drums.instrument(of: note)?.id == instrument)
        #expect(PartTests.drums.soundingKey(of: note) == key)
    }

    @Test func `a part without instruments has none for its notes`() {
        #expect(Part(id: "P1").instrument(of: Note(onset: 0, duration: 1, content: PartTests.drum)) == nil)
    }

    // MARK: Ties

    @Test func `a tied note lasts to the end of the last one`() {
        var part = Part(id: "P1")
        part.notes = [(0, 4), (4, 4), (8, 1 / 2), (8, 1)].map { (onset: Fraction, duration: Fraction) in
            Note(onset: onset, duration: duration, content: PartTests.middleC)
        }
        (part.notes[0].tiedTo, part.notes[1].tiedTo) = (1, 2)
        let durations: [Fraction] = [17 / 2, 9 / 2, 1 / 2, 1]
        #expect(part.notes.map { part.tiedDuration(of: $0) } == durations)
    }

    // MARK: Measures

    @Test func `a measure number is that of the part`() {
        var part = Part(id: "P1")
        part.measures = [0, 1, 2].map { PartMeasure(index: $0, number: "\($0 + 10)", filled: 4) }
        #expect((-1...3).map { part.measureNumber($0) } == [nil, "10", "11", "12", nil])
    }

    @Test func `a measure that the part lacks has no number`() {
        var part = Part(id: "P1")
        part.measures = [1, 2, 5, 6].map { PartMeasure(index: $0, number: "\($0)", filled: 4) }
        #expect((0...7).map { part.measureNumber($0) } == [nil, "1", "2", nil, nil, "5", "6", nil])
        #expect(Part(id: "P1").measureNumber(0) == nil)
    }

    @Test(arguments: 0..<20) func `every measure that the part has is found, and no other`(seed: UInt64) {
        var generator = SeededGenerator(seed)
        var part = Part(id: "P1")
        let indices = (0..<40).filter { _ in Bool.random(using: &generator) }
        part.measures = indices.map { PartMeasure(index: $0, number: "\($0)", filled: 4) }
        #expect((0..<40).filter { part.measureNumber($0) == "\($0)" } == indices)
        #expect((0..<40).compactMap { part.measureNumber($0) }.count == indices.count)
    }
}
