import MusicXML
import ScoreModel

/// A note in MusicXML: a pitch such as `F#4`, `x` for a note without pitch or `-` for a rest, and its length in quarter notes.
func note(
    _ name: String, _ length: Fraction, _ notations: String = "", type: String? = nil, voice: Int = 1, staff: Int = 1,
    chord: Bool = false, ties: [String] = [], attributes: String = "", inside: String = ""
) -> String {
    let written = type ?? sketchTypes[length] ?? ""
    return """
        <note \(attributes)>\(chord ? "<chord/>" : "")\(pitch(name))<duration>\((length * 480).rounded)</duration>\
        \(ties.map { "<tie type=\"\($0)\"/>" }.joined())\(inside)<voice>\(voice)</voice>\
        \(written)<staff>\(staff)</staff>\(notations.isEmpty ? "" : "<notations>\(notations)</notations>")</note>
        """
}

/// A grace note; `grace` holds the attributes of its element.
func grace(
    _ name: String, _ type: String = "eighth", _ grace: String = "", chord: Bool = false, voice: Int = 1,
    attributes: String = ""
) -> String {
    """
    <note \(attributes)><grace \(grace)/>\(chord ? "<chord/>" : "")\(pitch(name))<voice>\(voice)</voice><type>\(type)</type></note>
    """
}

/// A direction; `staff` where it names one.
func direction(_ signs: String, sound: String = "", staff: Int? = nil) -> String {
    """
    <direction>\(signs.isEmpty ? "" : "<direction-type>\(signs)</direction-type>")\
    \(staff.map { "<staff>\($0)</staff>" } ?? "")\(sound)</direction>
    """
}

/// A dynamic mark.
func dynamics(_ mark: String, sound: String = "", staff: Int? = nil) -> String {
    direction("<dynamics><\(mark)/></dynamics>", sound: sound, staff: staff)
}

/// An ornament at a note.
func ornament(_ text: String) -> String { "<ornaments>\(text)</ornaments>" }

/// An articulation at a note.
func articulation(_ name: String) -> String { "<articulations><\(name)/></articulations>" }

/// Goes back to write another voice.
func backup(_ length: Fraction) -> String { "<backup><duration>\((length * 480).rounded)</duration></backup>" }

private let sketchTypes: [Fraction: String] = [
    4: "<type>whole</type>", 3: "<type>half</type><dot/>", 2: "<type>half</type>",
    3 / 2: "<type>quarter</type><dot/>", 1: "<type>quarter</type>", 3 / 4: "<type>eighth</type><dot/>",
    1 / 2: "<type>eighth</type>", 1 / 4: "<type>16th</type>", 1 / 8: "<type>32nd</type>",
]

private func pitch(_ name: String) -> String {
    guard let step = name.first, let octave = name.last, step.isLetter, octave.isNumber else {
        return name == "x" ? "<unpitched/>" : "<rest/>"
    }
    let alter = name.count { $0 == "#" } - name.dropFirst().count { $0 == "b" }
    return "<pitch><step>\(step)</step><alter>\(alter)</alter><octave>\(octave)</octave></pitch>"
}

extension Score {
    /// A score of one part in 4/4, or of several whose measures are joined by `|`.
    init(sketch parts: String..., key: Int = 0, attributes: String = "", instruments: String = "") throws {
        var list = ""
        var music = ""
        for (index, part) in parts.enumerated() {
            list += "<score-part id=\"P\(index + 1)\"><part-name/>\(instruments)</score-part>"
            music += "<part id=\"P\(index + 1)\">"
            for (number, measure) in part.split(separator: "|").enumerated() {
                let start = """
                    <attributes><divisions>480</divisions><key><fifths>\(key)</fifths></key><time><beats>4</beats>\
                    <beat-type>4</beat-type></time>\(attributes)</attributes>
                    """
                music += "<measure number=\"\(number + 1)\">\(number == 0 ? start : "")\(measure)</measure>"
            }
            music += "</part>"
        }
        let xml = "<score-partwise><part-list>\(list)</part-list>\(music)</score-partwise>"
        self = try MusicXMLDocument(xml: [UInt8](xml.utf8)).score().score
    }
}

extension Performance {
    /// Onset, duration and key of each note, such as `1 1/2 60`.
    var lines: [String] { notes.map { "\($0.onset) \($0.duration) \($0.key)" } }
    /// The keys.
    var keys: [Int] { notes.map { Int($0.key) } }
    /// The onsets.
    var onsets: [Fraction] { notes.map(\.onset) }
    /// The durations.
    var durations: [Fraction] { notes.map(\.duration) }
    /// The velocities.
    var velocities: [Int] { notes.map { Int($0.velocity) } }
    /// The roles.
    var roles: [PlayedNote.Role] { notes.map(\.role) }

    /// Plays a score of one part in 4/4, without the silence that ordinary notes end with, which would only make numbers hard to read.
    init(sketch measures: String, key: Int = 0, attributes: String = "", instruments: String = "") throws {
        var style = Style()
        style.ordinary = 1
        self.init(
            try Score(sketch: measures, key: key, attributes: attributes, instruments: instruments), style: style)
    }
}
