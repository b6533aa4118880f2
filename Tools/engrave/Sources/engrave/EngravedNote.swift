import MusicXML
import ScoreModel

/// One note with everything that is drawn at it.
struct EngravedNote {
    /// What is played.
    var note: Chorale.Note
    /// True when the note before is tied to it.
    var isTiedBack: Bool
    /// The MusicXML name of the accidental before it.
    var accidental: String?
    /// `up` or `down`; nil without stem.
    var stem: String?
    /// What the beams at its stem do, the primary beam first.
    var beams: [String]

    /// Adds the note to a measure.
    func write(to measure: MusicXMLDocument.Node, of document: inout MusicXMLDocument, divisions: Int) {
        let element = document.append(.element("note"), to: measure)
        if let pitch = note.pitch {
            let node = document.append(.element("pitch"), to: element)
            document.append(.element("step", pitch.step.letter), to: node)
            if pitch.alter != .zero { document.append(.element("alter", pitch.alter.decimal), to: node) }
            document.append(.element("octave", "\(pitch.octave)"), to: node)
        } else {
            document.append(.element("rest"), to: element)
        }
        document.append(.element("duration", "\(note.value.quarters * Fraction(divisions))"), to: element)
        for type in ties { document.append(.element("tie", attributes: ["type": type]), to: element) }
        document.append(.element("voice", "1"), to: element)
        document.append(.element("type", typeName), to: element)
        for _ in 0..<note.value.dots { document.append(.element("dot"), to: element) }
        if let accidental { document.append(.element("accidental", accidental), to: element) }
        if let stem { document.append(.element("stem", stem), to: element) }
        for (index, beam) in beams.enumerated() {
            document.append(.element("beam", beam, attributes: ["number": "\(index + 1)"]), to: element)
        }
        guard !ties.isEmpty || note.hasFermata else { return }
        let notations = document.append(.element("notations"), to: element)
        for type in ties { document.append(.element("tied", attributes: ["type": type]), to: notations) }
        if note.hasFermata { document.append(.element("fermata", attributes: ["type": "upright"]), to: notations) }
    }

    private var ties: [String] { (isTiedBack ? ["stop"] : []) + (note.isTied ? ["start"] : []) }

    private var typeName: String {
        switch note.value.base {
        case .whole: "whole"
        case .half: "half"
        case .eighth: "eighth"
        case .sixteenth: "16th"
        case .thirtySecond: "32nd"
        default: "quarter"
        }
    }
}
