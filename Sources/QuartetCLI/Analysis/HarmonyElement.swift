import Counterpoint
import MusicXML
import ScoreModel

/// A chord as a MusicXML element `harmony`: its symbol, or its numeral.
struct HarmonyElement {
    private enum Base {
        case root(TonalPitchClass, bass: TonalPitchClass?)
        case function(String)
    }

    private let base: Base
    private let kind: String
    private let inversion: Int
    /// The staff of its part, where that has several.
    private let staff: Int?

    /// A chord symbol, in written pitch as the notes of the part.
    init(symbolOf chord: Chord, at onset: Fraction, in part: Part) {
        let distance = part.transposition(at: onset, staff: 1).map { transposition in
            TonalPitchClass(Pitch(.c, octave: 4).transposed(by: transposition)).fifths
        }
        let written = { (tone: TonalPitchClass) in tone + -(distance ?? 0) }
        base = .root(written(chord.root), bass: chord.bass == .root ? nil : chord[chord.bass].map(written))
        kind = chord.quality.kind
        inversion = chord.inversion
        staff = part.staves > 1 ? 1 : nil
    }

    /// A numeral, with the key before it where that is new.
    init(numeralOf span: ChordSpan, withKey isNew: Bool, in part: Part) {
        base = .function((isNew ? span.key.symbol + ": " : "") + span.numeral.description)
        kind = span.chord.quality.kind
        inversion = span.chord.inversion
        staff = part.staves > 1 ? part.staves : nil
    }

    /// The element, still without children.
    var node: MusicXMLDocument.NewNode {
        switch base {
        case .root: .element("harmony", attributes: ["placement": "above"])
        case .function: .element("harmony", attributes: ["placement": "below"])
        }
    }

    /// Writes its children.
    ///
    /// - Parameter offset: How far behind its place it takes effect, as the file counts.
    func write(into harmony: MusicXMLDocument.Node, offset: Fraction, of document: inout MusicXMLDocument) {
        switch base {
        case .root(let root, let bass):
            write(root, as: "root", into: harmony, of: &document)
            document.append(.element("kind", kind), to: harmony)
            if inversion > 0 { document.append(.element("inversion", "\(inversion)"), to: harmony) }
            if let bass { write(bass, as: "bass", into: harmony, of: &document) }
        case .function(let text):
            document.append(.element("function", text), to: harmony)
            // The numeral says it all; the kind is for programs.
            document.append(.element("kind", kind, attributes: ["text": ""]), to: harmony)
            if inversion > 0 { document.append(.element("inversion", "\(inversion)"), to: harmony) }
        }
        if offset != .zero { document.append(.element("offset", offset.decimal), to: harmony) }
        if let staff { document.append(.element("staff", "\(staff)"), to: harmony) }
    }

    private func write(
        _ tone: TonalPitchClass, as name: String, into harmony: MusicXMLDocument.Node,
        of document: inout MusicXMLDocument
    ) {
        let element = document.append(.element(name), to: harmony)
        document.append(.element("\(name)-step", tone.step.letter), to: element)
        if tone.alter != 0 { document.append(.element("\(name)-alter", "\(tone.alter)"), to: element) }
    }
}

extension ChordQuality {
    /// Its name in MusicXML (XSD, type `kind-value`).
    fileprivate var kind: String {
        switch self {
        case .major: "major"
        case .minor: "minor"
        case .diminished: "diminished"
        case .augmented: "augmented"
        case .dominantSeventh: "dominant"
        case .majorSeventh: "major-seventh"
        case .minorSeventh: "minor-seventh"
        case .halfDiminishedSeventh: "half-diminished"
        case .diminishedSeventh: "diminished-seventh"
        case .italianSixth: "Italian"
        case .germanSixth: "German"
        case .frenchSixth: "French"
        }
    }
}
