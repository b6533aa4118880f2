import Counterpoint
import Harmonizer
import MusicXML
import ScoreModel
import Testing

/// Four voices in shorthand in a given meter.
func choir(_ text: String, meter: Meter? = .common, fifths: Int = 0) throws -> Score {
    var score = try Shorthand(text).score
    for part in score.parts.indices {
        if let meter { score.parts[part].meters = [Timed(onset: .zero, measure: 0, value: meter)] }
        score.parts[part].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: fifths))]
        score.parts[part].measures = score.measures.enumerated().map {
            PartMeasure(index: $0.offset, number: $0.element.number, filled: $0.element.length)
        }
    }
    return score
}

extension Meter {
    static let common = Meter(4, 4)

    init(_ beats: Int, _ type: Int) {
        self.init(Component(beats: [beats], beatType: type).map { [$0] } ?? [])
    }
}

extension Grid {
    /// A voice as text: the key number of a pitch, `-` for a hold, `.` for a rest, `?` for what is not known.
    func line(_ voice: Int) -> String {
        ticks.indices.map { tick in
            switch self[tick, voice] {
            case .hold: "-"
            case .rest: "."
            case .hidden, .outside: "?"
            case let token: vocabulary.pitch(token).map { "\($0)" } ?? "!"
            }
        }.joined(separator: " ")
    }

    /// Writes a voice given in the same way.
    mutating func sing(_ voice: Int, from tick: Int = 0, _ text: String) throws {
        for (offset, word) in text.split(separator: " ").enumerated() {
            self[tick + offset, voice] =
                switch word {
                case "-": .hold
                case ".": .rest
                case "?": .hidden
                default: try #require(Int(word).flatMap { vocabulary.token(pitch: $0) })
                }
        }
    }
}

extension Score {
    /// The notes of a part with onset, length, name and ties, such as `0 1 C5~`.
    func notation(of part: Int, voice: Int? = nil) -> [String] {
        parts[part].notes.filter { voice == nil || Int($0.voice) == voice }.map { note in
            "\(note.onset) \(note.duration) \(note.pitch?.description ?? "r")\(note.tiedTo == nil ? "" : "~")"
        }
    }

    /// What MusicXML's rules say against the score as it is written.
    func violations() throws -> [Diagnostic] { try MusicXMLDocument(xml: musicXML().xml).violations() }

    /// The score after it was written and read again.
    func reread() throws -> Score { try MusicXMLDocument(xml: musicXML().xml).score().score }

    /// What does not lead where it should: ties, marks and what else names notes by their indices.
    var inconsistencies: [String] {
        parts.flatMap { part -> [String] in
            var wrong: [String] = []
            for (index, note) in part.notes.enumerated() {
                if let next = note.tiedTo, part.notes[Int(next)].tiedFrom != Int32(index) {
                    wrong.append("tie \(index)")
                }
                if let before = note.tiedFrom, part.notes[Int(before)].tiedTo != Int32(index) {
                    wrong.append("tie \(index)")
                }
                if index > 0, part.notes[index - 1].onset > note.onset { wrong.append("order \(index)") }
            }
            for (index, mark) in part.marks.enumerated() {
                if index > 0, part.marks[index - 1].note > mark.note { wrong.append("marks \(index)") }
                guard let partner = mark.edge?.partner else { continue }
                if part.marks[Int(partner)].edge?.partner != Int32(index) { wrong.append("mark \(index)") }
            }
            if part.lyrics.map(\.note) != part.lyrics.map(\.note).sorted() { wrong.append("lyrics") }
            return wrong.map { "\(part.id): \($0)" }
        }
    }
}
