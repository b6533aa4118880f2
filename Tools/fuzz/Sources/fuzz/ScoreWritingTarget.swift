import MusicXML
import ScoreModel

/// What is written of a score can be read again, has the same notes, and is valid where the document was.
func checkScoreWriting(_ bytes: [UInt8]) {
    guard let document = try? MusicXMLDocument(xml: bytes, limits: limits), let score = try? document.score().score
    else { return }
    let (xml, diagnostics) = score.musicXML()
    guard let written = try? MusicXMLDocument(xml: xml), let again = try? written.score().score else {
        fatalError("what was written can't be read")
    }
    if document.violations(limit: 1).isEmpty, let fault = written.violations(limit: 1).first {
        fatalError("what was written is not valid, though its source was: \(fault)")
    }
    guard !diagnostics.contains(where: { $0.code == "duration-inexact" }) else { return }
    guard score.parts.count == again.parts.count else { fatalError("parts are lost") }
    for (part, other) in zip(score.parts, again.parts)
    where part.notes.map(Sounding.init) != other.notes.map(Sounding.init) {
        fatalError("the notes of \(part.id) are not the same")
    }
}

/// What of a note is heard, and when.
private struct Sounding: Equatable {
    let onset: Fraction
    let duration: Fraction
    let content: Note.Content

    init(_ note: Note) {
        (onset, duration, content) = (note.onset, note.duration, note.content)
    }
}
