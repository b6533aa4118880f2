import Counterpoint
import MusicXML

extension Judgement {
    /// Finds the notes at fault in the file that they were read from.
    mutating func locate(in document: MusicXMLDocument) {
        for finding in findings {
            for origin in finding.notes.lazy.compactMap(\.origin) where sources[origin] == nil {
                guard let node = document.node(at: origin) else { continue }
                let line = document.line(of: node)
                sources[origin] = Source(line: line == 0 ? nil : line, id: document.attribute("id", of: node))
            }
        }
    }
}
