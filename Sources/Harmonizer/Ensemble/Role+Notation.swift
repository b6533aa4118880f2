internal import Counterpoint
internal import ScoreModel

extension Role {
    /// The clef that a part for it has.
    var clef: Clef {
        switch self {
        case .tenor: Clef(.g, line: 2, octaveChange: -1)
        case .viola: .alto
        case .bass, .cello: .bass
        default: .treble
        }
    }

    /// What stands before all systems but the first.
    var abbreviation: String {
        switch self {
        case .violin1: "Vln. I"
        case .violin2: "Vln. II"
        case .viola: "Vla."
        case .cello: "Vc."
        default: String(name.prefix(1)) + "."
        }
    }

    /// Its instrument, as MusicXML's list of sounds and General MIDI number it; nil for voices, which players of MIDI have their own notions of.
    private var sound: (name: String, program: Int)? {
        switch self {
        case .violin1, .violin2: ("strings.violin", 40)
        case .viola: ("strings.viola", 41)
        case .cello: ("strings.cello", 42)
        default: nil
        }
    }

    /// The instruments of a part for it.
    func instruments(ofPart id: String) -> [Instrument] {
        guard let sound else { return [] }
        var instrument = Instrument(id: "\(id)-I1", name: name)
        instrument.virtual.sound = sound.name
        instrument.midi = MIDIInstrument(instrument: instrument.id)
        instrument.midi?.program = sound.program
        return [instrument]
    }

    /// A part for it, empty but for the clef.
    func part(id: String) -> Part {
        var part = Part(id: id, name: name, abbreviation: abbreviation)
        part.voices = ["1"]
        part.clefs = [Timed(onset: .zero, measure: 0, value: clef)]
        part.instruments = instruments(ofPart: id)
        return part
    }
}
