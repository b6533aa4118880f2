import MusicXML
import ScoreModel

extension Score {
    /// A score with measures of the given lengths.
    init(measures lengths: [Fraction] = [4], _ parts: Part...) {
        self.init()
        for length in lengths {
            measures.append(Measure(number: "\(measures.count + 1)", onset: self.length, length: length))
        }
        self.parts = parts
    }

    /// The score that its own file means.
    func readAgain(keepsDivisions: Bool = true) throws -> Score {
        try MusicXMLDocument(xml: musicXML(keepsDivisions: keepsDivisions).xml).score().score
    }

    /// What is written in the measures of each part, one line for each element: `measure 1`, `note step=C octave=4 duration=1`.
    func written(keepsDivisions: Bool = true) throws -> [String] {
        let document = try MusicXMLDocument(xml: musicXML(keepsDivisions: keepsDivisions).xml)
        var lines: [String] = []
        for part in document.children(of: document.root) where document.name(of: part) == "part" {
            for measure in document.children(of: part) where document.kind(of: measure) == .element {
                lines.append("measure \(document.attribute("number", of: measure) ?? "")")
                for child in document.children(of: measure) where document.kind(of: child) == .element {
                    lines.append(document.brief(child))
                }
            }
        }
        return lines
    }
}

extension MusicXMLDocument {
    /// An element on one line: its name, then attributes and children without children of their own.
    func brief(_ element: Node) -> String {
        let name = name(of: element)
        let inner = children(of: element).filter { kind(of: $0) == .element }
        let attributes = attributes(of: element).map { "\($0.name)=\($0.value)" }
        let text = inner.isEmpty ? text(of: element) : ""
        let head = text.isEmpty ? name : "\(name)=\(text)"
        return ([head] + attributes + inner.map { brief($0) }).joined(separator: " ")
    }
}

extension Part {
    /// A part with notes one after another in one voice: `C4 1`, `F#4 1/2`, `- 2` for a rest, separated by commas.
    init(_ line: String, id: String = "P1", voices: [String] = ["1"]) {
        self.init(id: id)
        self.voices = voices
        add(line)
    }

    /// Adds notes one after another to a voice, and keeps the order of the list.
    mutating func add(
        _ line: String, voice: UInt16 = 0, staff: UInt8 = 1, from start: Fraction = .zero, measure: Int = 0
    ) {
        var onset = start
        for word in line.split(separator: ",") {
            let halves = word.split(separator: " ")
            let terms = halves[1].split(separator: "/").compactMap { Int($0) }
            let duration = Fraction(terms[0]) / Fraction(terms.count > 1 ? terms[1] : 1)
            notes.append(
                Note(
                    measure: measure, staff: staff, voice: voice, onset: onset, duration: duration,
                    content: Note.Content(String(halves[0]))))
            onset = onset + duration
        }
        staves = max(staves, Int(staff))
        notes.sort { ($0.measure, $0.onset, $0.voice) < ($1.measure, $1.onset, $1.voice) }
    }

    /// The same with a change.
    func with(_ change: (inout Part) -> Void) -> Part {
        var part = self
        change(&part)
        return part
    }
}

extension Note.Content {
    /// A pitch such as `F#4`, `x` for no pitch; a rest for everything else.
    init(_ name: String) {
        let steps: [Character: Pitch.Step] = ["C": .c, "D": .d, "E": .e, "F": .f, "G": .g, "A": .a, "B": .b]
        guard let step = name.first.flatMap({ steps[$0] }), let octave = name.last?.wholeNumberValue else {
            self = name == "x" ? .unpitched(staffPosition: nil) : .rest(staffPosition: nil)
            return
        }
        let alter = name.count { $0 == "#" } - name.count { $0 == "b" }
        self = .pitched(Pitch(step, alter: Semitones(alter), octave: Int8(clamping: octave)))
    }
}
