import Counterpoint
import Foundation
import MusicXML
import ScoreModel

/// A chorale with its published analysis.
struct AnalyzedChorale {
    /// A chord of the analysis.
    struct Chord {
        let onset: Fraction
        let end: Fraction
        let key: Tonality
        let root: TonalPitchClass
        /// The first word of a quality: its triad.
        let triad: String
        let quality: ChordQuality
        let inversion: Int
    }

    let file: String
    let score: Score
    let passage: Passage
    let chords: [Chord]

    /// Reads the table that `analyses.py` writes, and the chorales.
    static func all(table: String, chorales: String) throws -> [AnalyzedChorale] {
        let lines = try String(contentsOfFile: table, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        let rows = Dictionary(grouping: lines.map { $0.split(separator: ",").map(String.init) }) { $0[0] }
        return try rows.keys.sorted().map { file in
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: chorales + "/" + file)))
            let score = try MusicXMLDocument(xml: MXLArchive.read(bytes).archive.score).score().score
            return AnalyzedChorale(
                file: file, score: score, passage: Passage(score),
                chords: (rows[file] ?? []).compactMap { Chord($0) }.sorted { $0.onset < $1.onset })
        }
    }

    /// True when the analysis is of these notes in this key, as far as the first and last chord tell: others were made from an edition in another
    /// key or with other repeats.
    var isAligned: Bool {
        guard let last = chords.last, let end = passage.moments.last?.time else { return false }
        return abs((last.end - end).doubleValue) < 4 && overlap > 0.6
    }

    /// The share of half beats at which most notes belong to the chord of the analysis.
    private var overlap: Double {
        var (good, all) = (0, 0)
        for voice in passage.voices {
            for event in voice.events {
                guard let chord = chords.first(where: { $0.onset <= event.onset && event.onset < $0.end }) else {
                    continue
                }
                all += 1
                let own = Counterpoint.Chord(chord.root, chord.quality)
                if own.member(event.pitch.keyNumber % 12) != nil { good += 1 }
            }
        }
        return Double(good) / Double(max(all, 1))
    }
}

extension AnalyzedChorale.Chord {
    init?(_ row: [String]) {
        guard row.count >= 8, let onset = Self.time(row[1]), let duration = Self.time(row[2]),
            let key = Tonality(row[3]),
            let root = TonalPitchClass(row[4]), let inversion = Int(row[6])
        else { return nil }
        self.init(
            onset: onset, end: onset + duration, key: key, root: root, triad: row[5],
            quality: Self.quality(triad: row[5], figure: row[7], root: root, in: key), inversion: inversion)
    }

    private static func time(_ text: String) -> Fraction? {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        return parts.count == 2 ? Fraction(parts[0], over: parts[1]) : parts.first.map { Fraction($0) }
    }

    /// The quality of which the analysis tells the triad and the figures.
    private static func quality(triad: String, figure: String, root: TonalPitchClass, in key: Tonality) -> ChordQuality
    {
        if figure.hasPrefix("It") { return .italianSixth }
        if figure.hasPrefix("Ger") { return .germanSixth }
        if figure.hasPrefix("Fr") { return .frenchSixth }
        let own = figure.split(separator: "/", omittingEmptySubsequences: false).prefix { part in
            part.allSatisfy { $0.isNumber } || part == figure.prefix(part.count)
        }.joined(separator: "/")
        let isSeventh =
            own.contains("7") || own.contains("6/5") || own.contains("4/3") || own.contains("4/2")
            || own.hasSuffix("2") || own.contains("9")
        guard isSeventh else { return ChordQuality(rawValue: triad) ?? .major }
        let place = root - key.tonic
        switch triad {
        case "minor": return .minorSeventh
        case "augmented": return .augmented
        case "diminished":
            return figure.contains("ø") || (place == 5 && key.mode == .major && !figure.contains("o"))
                || place == 2 ? .halfDiminishedSeventh : .diminishedSeventh
        default:
            let isOnScale = key.mode == .major ? [0, -1].contains(place) : [-3, -4].contains(place)
            return isOnScale && !figure.contains("/V") && !figure.contains("/i") ? .majorSeventh : .dominantSeventh
        }
    }
}
