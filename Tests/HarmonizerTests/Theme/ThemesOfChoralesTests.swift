import Counterpoint
import Foundation
import Harmonizer
import MusicXML
import ScoreModel
import Testing

/// Chorales of Bach as themes; where their fermatas are withheld, how many of them are found as ends of phrases.
@Suite(.enabled(if: Chorales.folder != nil, "QUARTET_DATA names no folder with chorales and their split.csv"))
struct ThemesOfChoralesTests {
    @Test(arguments: [([Dataset.Part.train], 0.90), ([.valid, .test], 0.88)])
    func `most ends of phrases are found`(_ parts: [Dataset.Part], _ bar: Double) throws {
        var (plain, sung) = (Hits(), Hits())
        for path in parts.flatMap(Chorales.paths) {
            let score = try Chorales.score(path)
            let truth = try lastNotes(Theme(score), onlyIf: score)
            guard truth.count > 1 else { continue }
            var withheld = score
            for part in withheld.parts.indices {
                withheld.parts[part].marks.removeAll { if case .fermata = $0.kind { true } else { false } }
            }
            sung.count(try lastNotes(Theme(withheld)), truth)
            for part in withheld.parts.indices { withheld.parts[part].lyrics = [] }
            plain.count(try lastNotes(Theme(withheld)), truth)
        }
        print(
            "\(parts.map { "\($0)" }.joined(separator: " and ")): without words \(plain), with words where there are any \(sung)"
        )
        #expect(plain.f1 > bar)
        #expect(sung.f1 > bar + 0.03)
    }

    @Test func `a chorale is read as it always was, whichever voices are kept`() throws {
        for path in Chorales.paths(of: .test) {
            let score = try Chorales.score(path)
            let reading = try Grid.Reading(score)
            for kept: Set<Role> in [[.soprano], [.bass], [.alto, .tenor], [.soprano, .alto, .tenor, .bass]] {
                var wishes = ThemeWishes()
                wishes.kept = kept
                let theme = try Theme(score, wishes)
                #expect(theme.score == score && theme.transposition == 0, "\(path)")
                let isSame = theme.reading.grid == reading.grid
                #expect(isSame, "\(path) \(kept) \(theme.adaptations)")
                let again = try Grid.Reading(theme.setting(reading.grid).score)
                #expect(again.grid.tokens == reading.grid.tokens)
            }
        }
    }

    /// Ticks at which last notes of phrases begin.
    ///
    /// - Parameter score: When given, only those with a fermata in its soprano.
    private func lastNotes(_ theme: Theme, onlyIf score: Score? = nil) throws -> Set<Int> {
        let place = theme.reading.places[0]
        let part = theme.score.parts[place.part]
        let fermatas = score.map { _ in
            part.fermatas.map { part.notes[$0.note] }.filter {
                Int($0.staff) == place.staff && Int($0.voice) == place.voice
            }
        }
        return Set(
            theme.grid.notes(ofVoice: 0).filter { note in
                guard let fermatas else { return theme.grid.ticks[note.ticks.lowerBound].endsPhrase == true }
                return fermatas.contains { note.ticks.contains(($0.onset * 4).floor) }
            }.map(\.ticks.lowerBound))
    }
}

/// Ends that were found and are, that were found and are not, and that were not found.
private struct Hits: CustomStringConvertible {
    var right = 0
    var wrong = 0
    var missed = 0

    mutating func count(_ found: Set<Int>, _ truth: Set<Int>) {
        right += found.intersection(truth).count
        wrong += found.subtracting(truth).count
        missed += truth.subtracting(found).count
    }

    var f1: Double { 2 * Double(right) / Double(2 * right + wrong + missed) }

    var description: String {
        func percent(_ share: Double) -> String { "\(Double(Int(share * 1000 + 0.5)) / 10) %" }
        let (precision, recall) = (Double(right) / Double(right + wrong), Double(right) / Double(right + missed))
        return "precision \(percent(precision)), recall \(percent(recall)), F1 \(percent(f1)) of \(right + missed)"
    }
}
