import ScoreModel
import TestSupport
import Testing

@testable import Counterpoint

@Suite struct `A picture of whatever a program makes up` {
    @Test(arguments: 0..<300 as Range<UInt64>) func `has finite numbers and holds all that is in it`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed)
        let score = Self.score(&random)
        let parts = (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: -1...4, using: &random) }
        let low = Int.random(in: -3...4, using: &random)
        let marks = (0..<3).map { _ in
            ScorePicture.Mark(
                part: Int.random(in: -1...4, using: &random), note: Int.random(in: -1...40, using: &random))
        }
        let picture = ScorePicture(
            score, parts: parts, measures: low..<(low + Int.random(in: 0...20, using: &random)), marks: marks,
            joins: [.init(from: marks[0], to: marks[1])], title: "")
        let engraving = picture.engraving
        #expect(engraving.width.isFinite && engraving.height.isFinite)
        #expect(engraving.width > 0 && engraving.height > 0)
        #expect(engraving.width < 1e5 && engraving.height < 1e5)
        for head in engraving.heads.values {
            #expect(head.left >= 0 && head.right <= engraving.width && head.y >= 0 && head.y <= engraving.height)
        }
        let svg = picture.svg(id: "a")
        #expect(!svg.contains("nan") && !svg.contains("inf"))
        #expect(svg == picture.svg(id: "a"))
    }

    @Test func `is drawn of an empty score too`() {
        let svg = ScorePicture(Score(), parts: [0], measures: 0..<1, title: "Nothing").svg(id: "a")
        #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>"))
    }

    // MARK: Scores that no file has

    private static let lengths: [Fraction] = [
        .zero, 1, 2, 4, 1 / 2, 1 / 3, 3 / 4, -1, 1 / 1024, 100_000, Fraction(Int.max), Fraction(Int.min),
        1 / Fraction(Int.max),
    ]

    private static func score(_ random: inout SeededGenerator) -> Score {
        var score = Score()
        for index in 0..<Int.random(in: 0...8, using: &random) {
            score.measures.append(
                Measure(
                    number: ["", "1", "X1", "<&>"].randomElement(using: &random) ?? "",
                    isImplicit: .random(using: &random),
                    onset: Bool.random(using: &random) ? Fraction(4 * index) : length(&random), length: length(&random))
            )
        }
        for number in 0..<Int.random(in: 0...4, using: &random) {
            var part = Part(
                id: "P\(number)",
                name: ["", "Violin", String(repeating: "x", count: 90)].randomElement(using: &random) ?? "")
            part.staves = [1, 1, 1, 2, 3, 0, -5, .max].randomElement(using: &random) ?? 1
            part.notes = (0..<Int.random(in: 0...40, using: &random)).map { _ in note(&random) }
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                part.clefs.append(timed(clef(&random), &random))
                part.keys.append(timed(key(&random), &random))
                part.meters.append(timed(meter(&random), &random))
                part.barlines.append(
                    timed(
                        Barline(
                            location: .right, style: ["light-light", "what"].randomElement(using: &random),
                            repeat: .forward), &random))
                part.marks.append(Mark(note: place(&random), .fermata(Fermata())))
                let pair = Int32(part.marks.count)
                part.marks.append(Mark(note: place(&random), .tuplet(Edge(.start, partner: pair + 1), Tuplet())))
                part.marks.append(Mark(note: place(&random), .tuplet(Edge(.stop, partner: pair), Tuplet())))
            }
            score.parts.append(part)
        }
        return score
    }

    private static func length(_ random: inout SeededGenerator) -> Fraction {
        lengths.randomElement(using: &random) ?? 1
    }

    private static func place(_ random: inout SeededGenerator) -> Int {
        [.random(in: 0...40, using: &random), -1, .max, .min].randomElement(using: &random) ?? 0
    }

    private static func timed<Value>(_ value: Value, _ random: inout SeededGenerator) -> Timed<Value> {
        Timed(
            onset: Bool.random(using: &random) ? Fraction(.random(in: 0...32, using: &random)) : length(&random),
            measure: .random(in: -1...8, using: &random),
            staff: [nil, 1, 2, 99, -1].randomElement(using: &random) ?? nil, value: value)
    }

    private static func clef(_ random: inout SeededGenerator) -> Clef {
        Clef(
            Clef.Sign.allCases.randomElement(using: &random) ?? .g,
            line: [nil, 1, 2, 3, 4, 5, .max, .min].randomElement(using: &random) ?? nil,
            octaveChange: [0, 0, 1, -1, .max, .min].randomElement(using: &random) ?? 0)
    }

    private static func key(_ random: inout SeededGenerator) -> Key {
        if Bool.random(using: &random) {
            return .traditional(fifths: [0, 3, -4, 7, 12, -30, .max, .min].randomElement(using: &random) ?? 0)
        }
        return .alterations(
            (0..<12).map { _ in .init(step: .f, alter: Semitones(.random(in: -9...9, using: &random))) })
    }

    private static func meter(_ random: inout SeededGenerator) -> Meter {
        let components = [[4], [3, 2], [100_000], Array(repeating: 9, count: 50)].compactMap {
            Meter.Component(beats: $0, beatType: [1, 4, 8, 77, 100_000].randomElement(using: &random) ?? 4)
        }
        return Meter(
            Array(components.shuffled(using: &random).prefix(.random(in: 0...3, using: &random))),
            symbol: [nil, "cut", "common", "single-number"].randomElement(using: &random) ?? nil)
    }

    private static func note(_ random: inout SeededGenerator) -> Note {
        let octaves: [Int8] = [3, 4, 5, 4, 5, .min, .max]
        let pitch = Pitch(
            Pitch.Step.allCases.randomElement(using: &random) ?? .c,
            alter: Semitones(
                thousandths: [0, 0, 1000, -1000, 500, 2000, -7000, .max, .min].randomElement(using: &random) ?? 0),
            octave: octaves.randomElement(using: &random) ?? 4)
        let contents: [Note.Content] = [
            .pitched(pitch), .pitched(pitch), .pitched(pitch), .rest(staffPosition: pitch),
            .unpitched(staffPosition: pitch),
        ]
        var note = Note(
            measure: .random(in: -1...8, using: &random), staff: [1, 1, 2, 0, 255].randomElement(using: &random) ?? 1,
            voice: .random(in: 0...3, using: &random),
            onset: Bool.random(using: &random) ? Fraction(.random(in: 0...32, using: &random)) : length(&random),
            duration: length(&random), content: contents.randomElement(using: &random) ?? .rest(staffPosition: nil))
        note.traits = Note.Traits(rawValue: .random(in: 0...UInt16.max, using: &random)).subtracting(.hidden)
        if Bool.random(using: &random) {
            note.value = NoteValue(
                NoteValue.Base.allCases.randomElement(using: &random) ?? .quarter,
                dots: [0, 0, 1, 255].randomElement(using: &random) ?? 0)
        }
        for level in 1...8 { note.beams[level] = Beams.State(rawValue: .random(in: 0...7, using: &random)) }
        note.ratio =
            TupletRatio(
                actual: .random(in: 1...9, using: &random), normal: [1, 2, 65_535].randomElement(using: &random) ?? 1)
            ?? .none
        note.stem = ([nil] + Note.Stem.allCases.map { $0 }).randomElement(using: &random) ?? nil
        note.tiedTo = [nil, 0, 5, 39, -1, .max].randomElement(using: &random) ?? nil
        note.tiedFrom = [nil, 0, 5, 39, -1, .max].randomElement(using: &random) ?? nil
        return note
    }
}
