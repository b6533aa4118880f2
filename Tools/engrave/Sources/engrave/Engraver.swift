import MusicXML
import ScoreModel

/// Writes a chorale as a MusicXML document: four parts, joined by a bracket.
struct Engraver {
    private typealias Node = MusicXMLDocument.Node

    private let chorale: Chorale
    private let plans: [MeasurePlan]
    private let divisions: Int
    private var document = MusicXMLDocument(root: "score-partwise", attributes: ["version": "4.0"])

    /// The document of a chorale.
    static func document(of chorale: Chorale) -> MusicXMLDocument {
        var engraver = Engraver(chorale)
        engraver.writeHeader()
        engraver.writePartList()
        for (index, voice) in Voice.allCases.enumerated() { engraver.writePart(voice, index) }
        return engraver.document
    }

    private init(_ chorale: Chorale) {
        self.chorale = chorale
        plans = MeasurePlan.plans(for: chorale)
        // Note values only have powers of two below the line, so the greatest is a multiple of the others.
        divisions = chorale.measures.flatMap(\.notes).joined().map(\.value.quarters.denominator).max() ?? 1
    }

    private mutating func writeHeader() {
        let doctype =
            "score-partwise PUBLIC \"-//Recordare//DTD MusicXML 4.0 Partwise//EN\" "
            + "\"http://www.musicxml.org/dtds/partwise.dtd\""
        document.insert(.doctype(doctype), before: document.root)
        let work = document.append(.element("work"), to: document.root)
        if let catalogue = chorale.header.catalogue { document.append(.element("work-number", catalogue), to: work) }
        document.append(.element("work-title", chorale.header.title), to: work)

        let identification = document.append(.element("identification"), to: document.root)
        document.append(
            .element("creator", chorale.header.composer, attributes: ["type": "composer"]), to: identification)
        document.append(.element("rights", "Public domain"), to: identification)
        let encoding = document.append(.element("encoding"), to: identification)
        document.append(.element("software", "Quartet"), to: encoding)
        for element in ["accidental", "beam", "stem"] {
            document.append(.element("supports", attributes: ["element": element, "type": "yes"]), to: encoding)
        }
    }

    private mutating func writePartList() {
        let list = document.append(.element("part-list"), to: document.root)
        let group = document.append(.element("part-group", attributes: ["number": "1", "type": "start"]), to: list)
        document.append(.element("group-symbol", "bracket"), to: group)
        document.append(.element("group-barline", "yes"), to: group)
        for (index, voice) in Voice.allCases.enumerated() {
            let instrument = "\(voice.rawValue)-I1"
            let part = document.append(.element("score-part", attributes: ["id": voice.rawValue]), to: list)
            document.append(.element("part-name", voice.name), to: part)
            document.append(.element("part-abbreviation", "\(voice.rawValue)."), to: part)
            let sound = document.append(.element("score-instrument", attributes: ["id": instrument]), to: part)
            document.append(.element("instrument-name", "Choir Aahs"), to: sound)
            let midi = document.append(.element("midi-instrument", attributes: ["id": instrument]), to: part)
            document.append(.element("midi-channel", "\(index + 1)"), to: midi)
            document.append(.element("midi-program", "53"), to: midi)
        }
        document.append(.element("part-group", attributes: ["number": "1", "type": "stop"]), to: list)
    }

    private mutating func writePart(_ voice: Voice, _ index: Int) {
        let part = document.append(.element("part", attributes: ["id": voice.rawValue]), to: document.root)
        var accidentals = Accidentals(fifths: chorale.header.fifths)
        var isTiedBack = false
        for (place, (measure, plan)) in zip(chorale.measures, plans).enumerated() {
            let node = document.append(.element("measure", attributes: ["number": plan.number]), to: part)
            if plan.isImplicit { document.setAttribute("implicit", to: "yes", of: node) }
            if place == 0 { writeAttributes(of: voice, to: node) }
            if measure.beginsRepeat { writeBar("left", style: "heavy-light", repeats: "forward", to: node) }
            if place == 0, index == 0, let tempo = chorale.header.tempo {
                document.append(.element("sound", attributes: ["tempo": "\(tempo)"]), to: node)
            }

            let notes = measure.notes[index]
            let beaming = Beaming(
                notes, offset: plan.offset, beat: 4 / Fraction(chorale.header.beatType),
                middleLine: voice.clef.middleLine)
            accidentals.reset()
            for (note, (beams, stem)) in zip(notes, zip(beaming.beams, beaming.stems)) {
                let engraved = EngravedNote(
                    note: note, isTiedBack: isTiedBack,
                    accidental: note.pitch.flatMap { accidentals.accidental(for: $0, isTiedBack: isTiedBack) },
                    stem: stem, beams: beams)
                engraved.write(to: node, of: &document, divisions: divisions)
                isTiedBack = note.isTied
            }

            switch measure.bar {
            case .plain: break
            case .endOfRepeat: writeBar("right", style: "light-heavy", repeats: "backward", to: node)
            case .end: writeBar("right", style: "light-heavy", repeats: nil, to: node)
            }
        }
    }

    private mutating func writeAttributes(of voice: Voice, to measure: Node) {
        let attributes = document.append(.element("attributes"), to: measure)
        document.append(.element("divisions", "\(divisions)"), to: attributes)
        let key = document.append(.element("key"), to: attributes)
        document.append(.element("fifths", "\(chorale.header.fifths)"), to: key)
        document.append(.element("mode", chorale.header.mode), to: key)
        let time = document.append(.element("time"), to: attributes)
        document.append(.element("beats", "\(chorale.header.beats)"), to: time)
        document.append(.element("beat-type", "\(chorale.header.beatType)"), to: time)
        let clef = document.append(.element("clef"), to: attributes)
        document.append(.element("sign", voice.clef.sign), to: clef)
        document.append(.element("line", "\(voice.clef.line)"), to: clef)
        if voice.clef.octaveChange != 0 {
            document.append(.element("clef-octave-change", "\(voice.clef.octaveChange)"), to: clef)
        }
    }

    private mutating func writeBar(_ location: String, style: String, repeats direction: String?, to measure: Node) {
        let bar = document.append(.element("barline", attributes: ["location": location]), to: measure)
        document.append(.element("bar-style", style), to: bar)
        if let direction { document.append(.element("repeat", attributes: ["direction": direction]), to: bar) }
    }
}
