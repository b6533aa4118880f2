import MusicXML
import ScoreModel
import TestSupport
import Testing

/// Whatever a program puts into a score comes back from its file.
@Suite struct RandomScoreTests {
    static let seeds: [UInt64] = Array(0..<300)

    /// What a note is, apart from its place in the written order.
    private func notes(_ score: Score) -> [[String]] {
        score.parts.map { part in
            part.notes.map { note in
                let traits = note.traits.subtracting([.staffNamed, .alterNamed]).rawValue
                let voice = part.voices[Int(note.voice)]
                return
                    "\(note.measure) \(note.onset) \(note.duration) \(note.content) voice \(voice) staff \(note.staff) "
                    + "\(traits) \(note.ratio.factor) \(note.tiedTo ?? -1) \(note.tiedFrom ?? -1) "
                    + "\(note.value?.quarters ?? 0)"
            }
        }
    }

    /// The marks but for those that draw ties, which a program need not make.
    private func marks(_ score: Score) -> [[Mark]] {
        score.withoutOrigins.parts.map { part in
            part.marks.compactMap { mark in
                var mark = mark
                if case .tied = mark.kind { return nil }
                guard let partner = mark.edge?.partner else { return mark }
                // By its note: marks that draw ties shift the places of others.
                mark.edge?.partner = Int32(part.marks[Int(partner)].note)
                return mark
            }
        }
    }

    private func directions(_ score: Score) -> [[Timed<Direction>]] {
        score.withoutOrigins.parts.map { part in
            part.directions.map { direction in
                var direction = direction
                direction.order = 0
                return direction
            }
        }
    }

    @Test func `the seeds give scores with everything`() {
        let scores = RandomScoreTests.seeds.map { Score(random: $0) }
        let parts = scores.flatMap(\.parts)
        #expect(parts.contains { $0.staves == 2 } && parts.contains { $0.voices.count == 3 })
        #expect(parts.flatMap(\.notes).contains { $0.tiedTo != nil } && parts.flatMap(\.notes).contains { $0.isGrace })
        #expect(parts.contains { !$0.slurs.isEmpty } && parts.contains { !$0.tuplets.isEmpty })
        #expect(parts.flatMap(\.directions).contains { $0.value.signs.joined().contains { $0.edge?.partner != nil } })
    }

    @Test(arguments: seeds) func `is read as it was made`(seed: UInt64) throws {
        let score = Score(random: seed)
        let (xml, diagnostics) = score.musicXML()
        #expect(diagnostics.isEmpty)
        let (again, complaints) = try MusicXMLDocument(xml: xml).score()
        #expect(complaints.map(\.code) == [])
        #expect(again.measures == score.measures)
        #expect(firstDifference(notes(score).flatMap(\.self), notes(again).flatMap(\.self)) == nil)
        let (hasMarks, hasDirections) = (marks(again) == marks(score), directions(again) == directions(score))
        #expect(hasMarks && hasDirections)
        let isStable = again.musicXML().xml == xml
        #expect(isStable)
    }

    @Test(arguments: seeds.prefix(100)) func `means the same with the least divisions`(seed: UInt64) throws {
        var score = Score(random: seed)
        score.parts[0].divisions = [Timed(onset: 0, measure: 0, value: 5040)]
        #expect(try notes(score.readAgain(keepsDivisions: false)) == notes(score.readAgain(keepsDivisions: true)))
    }
}
