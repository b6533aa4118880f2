import Counterpoint
import MusicXML
import ScoreModel

extension Disagreement {
    /// What is told of it, with its place in the document that it was read from.
    func diagnostic(_ passage: Passage, _ document: MusicXMLDocument?) -> Diagnostic {
        let node = origin.flatMap { document?.node(at: $0) }
        let line = node.flatMap { document?.line(of: $0) } ?? 0
        let measure = passage.clock.place(of: time).measure
        return Diagnostic(
            code: "harmony-disagreement", severity: .warning,
            place: .init(line: line == 0 ? nil : line, measure: measure.isEmpty ? nil : measure), message: message)
    }
}
