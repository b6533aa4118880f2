internal import Foundation
import ScoreModel

/// JSON: an object a score, on a line of its own where there are several.
public struct AnalysisJSONReport: AnalysisReport {
    /// What `--format` calls it.
    public static let name = "json"

    /// The report.
    public init() {}

    /// An object.
    public func body(of score: AnalyzedScore, isOnly: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isOnly { encoder.outputFormatting.insert(.prettyPrinted) }
        // Texts and finite numbers can always be encoded.
        let bytes = (try? encoder.encode(ScoreObject(score))) ?? Data()
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}

private struct ScoreObject: Encodable {
    struct Home: Encodable {
        let key: String
        let confidence: Double
    }

    struct KeyObject: Encodable {
        let key, onset, end, measure, beat: String
        let confidence: Double
    }

    struct ChordObject: Encodable {
        let onset, duration, measure, beat, key, numeral, root, quality, source: String
        let inversion: Int
        let confidence: Double
    }

    struct ToneObject: Encodable {
        let voice: Int
        let part, pitch, onset, measure, beat: String
        @Present var type: String?
        @Present var figure: String?
        let confidence: Double
    }

    struct CadenceObject: Encodable {
        @Present var type: String?
        let end, measure, beat: String
        @Present var boundary: String?
        let confidence: Double
    }

    struct DisagreementObject: Encodable {
        let at, measure, beat, message: String
    }

    let file: String
    let spelling: String
    let home: Home
    let keys: [KeyObject]
    let chords: [ChordObject]
    let nonchord: [ToneObject]
    let cadences: [CadenceObject]
    let disagreements: [DisagreementObject]

    init(_ score: AnalyzedScore) {
        let (analysis, passage) = (score.analysis, score.passage)
        file = score.file
        spelling = passage.spelling.rawValue
        home = Home(key: analysis.home.key.symbol, confidence: AnalyzedScore.rounded(analysis.home.confidence))
        keys = analysis.keys.map { region in
            let place = passage.clock.place(of: region.onset)
            return KeyObject(
                key: region.key.symbol, onset: "\(region.onset)", end: "\(region.end)", measure: place.measure,
                beat: "\(place.beat)", confidence: AnalyzedScore.rounded(region.confidence))
        }
        chords = analysis.chords.map { span in
            let place = passage.clock.place(of: span.onset)
            return ChordObject(
                onset: "\(span.onset)", duration: "\(span.end - span.onset)", measure: place.measure,
                beat: "\(place.beat)", key: span.key.symbol, numeral: "\(span.numeral)", root: "\(span.chord.root)",
                quality: span.chord.quality.rawValue, source: span.source.rawValue, inversion: span.chord.inversion,
                confidence: AnalyzedScore.rounded(span.confidence))
        }
        nonchord = analysis.ornaments.compactMap { ornament in
            guard let time = score.time(of: ornament), let event = score.event(of: ornament) else { return nil }
            let place = passage.clock.place(of: time)
            return ToneObject(
                voice: ornament.voice, part: passage.labels[ornament.voice], pitch: "\(event.pitch)", onset: "\(time)",
                measure: place.measure, beat: "\(place.beat)", type: Present(wrappedValue: ornament.kind?.rawValue),
                figure: Present(wrappedValue: ornament.figure),
                confidence: AnalyzedScore.rounded(ornament.confidence))
        }
        cadences = analysis.cadences.map { cadence in
            let isKnown = analysis.chords.indices.contains(cadence.chord)
            let place = passage.clock.place(of: isKnown ? analysis.chords[cadence.chord].onset : cadence.end)
            return CadenceObject(
                type: Present(wrappedValue: cadence.kind?.rawValue), end: "\(cadence.end)", measure: place.measure,
                beat: "\(place.beat)", boundary: Present(wrappedValue: cadence.boundary?.rawValue),
                confidence: AnalyzedScore.rounded(cadence.confidence))
        }
        disagreements = analysis.disagreements.map { disagreement in
            let place = passage.clock.place(of: disagreement.time)
            return DisagreementObject(
                at: "\(disagreement.time)", measure: place.measure, beat: "\(place.beat)",
                message: disagreement.message)
        }
    }
}
