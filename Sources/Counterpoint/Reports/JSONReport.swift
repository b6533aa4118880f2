internal import Foundation
import ScoreModel

/// JSON: an object a file, on a line of its own where there are several.
public struct JSONReport: Report {
    /// What `--format` calls it.
    public static let name = "json"

    /// The report.
    public init() {}

    /// An object.
    public func body(of judgement: Judgement, isOnly: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isOnly { encoder.outputFormatting.insert(.prettyPrinted) }
        // Texts and finite numbers can always be encoded.
        let bytes = (try? encoder.encode(FileObject(judgement))) ?? Data()
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}

private struct FileObject: Encodable {
    let file: String
    let profile: String
    let spelling: String
    let parts: [String]
    let findings: [FindingObject]
    let summary: [String: Int]

    init(_ judgement: Judgement) {
        file = judgement.file
        profile = judgement.profile.rawValue
        spelling = judgement.passage.spelling.rawValue
        parts = judgement.passage.labels
        findings = judgement.findings.map { FindingObject($0, judgement) }
        summary = [Severity.error, .warning, .info].reduce(into: [:]) { $0[$1.rawValue] = judgement.count($1) }
    }
}

private struct FindingObject: Encodable {
    struct NoteObject: Encodable {
        let part: String
        let pitch: String
        let at: String
        @Present var id: String?
    }

    let rule: String
    let severity: String
    let confidence: Double
    let at: String
    let measure: String
    let beat: String
    let voices: [Int]
    let parts: [String]
    let notes: [NoteObject]
    let intervals: [String]
    @Present var motion: String?
    @Present var boundary: String?
    let message: String
    let fingerprint: String

    init(_ finding: Finding, _ judgement: Judgement) {
        rule = finding.rule
        severity = finding.severity.rawValue
        confidence = finding.confidence
        at = "\(finding.at)"
        measure = finding.place.measure
        beat = "\(finding.place.beat)"
        voices = finding.voices
        parts = finding.labels
        notes = finding.notes.map { note in
            NoteObject(
                part: judgement.passage.labels[note.voice], pitch: "\(note.pitch)", at: "\(note.onset)",
                id: Present(wrappedValue: note.origin.flatMap { judgement.sources[$0]?.id }))
        }
        intervals = finding.intervals
        motion = finding.motion?.rawValue
        boundary = finding.boundary?.rawValue
        message = finding.message
        fingerprint = finding.fingerprint
    }
}
