internal import Foundation
public import ScoreModel

/// A score as an index has it: what a researcher chooses by.
public struct ScoreDescription: Hashable, Sendable {
    /// The title: the movement's, else the work's; empty where the file has none.
    public let title: String
    /// The title of the work that it belongs to.
    public let work: String
    /// Who wrote the music.
    public let composer: String
    /// What the file says about rights.
    public let rights: String
    /// The programs that made the file.
    public let software: String
    /// Its parts, from the top.
    public let parts: [PartDescription]
    /// The key at the beginning.
    public let key: HomeKey?
    /// How many different key signatures it has.
    public let keys: Int
    /// The meter at the beginning, such as `3/4`.
    public let meter: String?
    /// How many different meters it has.
    public let meters: Int
    /// The length of its pickup in quarter notes; 0 where it has none.
    public let pickup: Fraction
    /// Its measures.
    public let measures: Int
    /// Those in its middle that are longer or shorter than their meter.
    public let oddMeasures: Int
    /// Its length in written order, in quarter notes.
    public let quarters: Fraction
    /// Its length with repeats, in quarter notes.
    public let playedQuarters: Fraction
    /// Its length with repeats, in seconds.
    public let seconds: Double
    /// The first tempo in quarter notes a minute; nil where the file has none.
    public let tempo: Double?
    /// How many notes of all parts sound at a time at the most.
    public let polyphony: Int
    /// How many diagnostics its reader had.
    public let diagnostics: Int
    /// How severe the worst was.
    public let worst: Diagnostic.Severity?
    /// What to look out for.
    public let qualities: Set<Quality>

    /// Describes a score.
    public init(_ reading: SourceReading) {
        let score = reading.score
        let parts = score.parts.map(PartDescription.init)
        let tones = ScoreTones(score)
        title = score.credits.title
        work = score.credits.workTitle ?? ""
        let composers = score.credits.creators.filter { $0.role == "composer" }
        composer = composers.map(\.name).joined(separator: "; ")
        rights = score.credits.rights.map(\.text).joined(separator: "; ")
        software = score.credits.software.joined(separator: "; ")
        self.parts = parts
        let leading = score.parts.first { !$0.keys.isEmpty && $0.transpositions.isEmpty } ?? score.parts.first
        key = HomeKey(leading?.keys.first?.value, confidence: reading.keyConfidence, tones: tones.tones)
        keys = Set(leading?.keys.map(\.value.content) ?? []).count
        let meters = score.parts.first { !$0.meters.isEmpty }?.meters ?? []
        meter = meters.first.map { "\($0.value)" }
        self.meters = Set(meters.map { "\($0.value)" }).count
        let lengths = MeasureLengths(score.measures, meters)
        (pickup, oddMeasures) = (lengths.pickup, lengths.odd)
        measures = score.measures.count
        let order = PlayOrder(score)
        let tempos = score.tempos
        quarters = score.length
        playedQuarters = order.stretches.reduce(.zero) { $0 + ($1.end - $1.start) }
        seconds = (order.seconds(tempos: tempos) * 1000).rounded() / 1000
        tempo = tempos.first?.value.quartersPerMinute.doubleValue
        polyphony = PartDescription.polyphony(tones.tones.map { ($0.onset, $0.end) })
        diagnostics = reading.diagnostics.count
        worst = reading.diagnostics.map(\.severity).max()
        qualities = ScoreDescription.qualities(reading, parts, oddMeasures: lengths.odd)
    }

    /// All notes of its parts.
    public var notes: Int { parts.reduce(0) { $0 + $1.notes } }

    private static func qualities(_ reading: SourceReading, _ parts: [PartDescription], oddMeasures: Int) -> Set<
        Quality
    > {
        var qualities: Set<Quality> = []
        func add(_ quality: Quality, if holds: Bool) { if holds { qualities.insert(quality) } }
        let isSilent = parts.allSatisfy { $0.notes == 0 }
        add(.played, if: reading.isPlayed)
        add(.repaired, if: reading.diagnostics.contains { $0.severity >= .warning })
        add(.silent, if: isSilent)
        add(.emptyPart, if: !isSilent && parts.contains { $0.notes == 0 })
        add(.unpitched, if: parts.contains { $0.unpitched > 0 })
        add(
            .microtones,
            if: reading.score.parts.contains { $0.notes.contains { $0.pitch?.alter.whole == nil && $0.pitch != nil } })
        add(.transposing, if: reading.score.parts.contains { !$0.transpositions.isEmpty })
        add(.oddMeasures, if: oddMeasures > 0)
        add(.chords, if: parts.contains { $0.polyphony > 1 })
        add(
            .voiceless,
            if: zip(parts, reading.score.parts).contains { described, part in
                described.polyphony > 1 && part.notes.contains { $0.traits.contains(.voiceless) }
            })
        return qualities
    }
}
