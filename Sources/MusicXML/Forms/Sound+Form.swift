internal import ScoreModel

extension Sound: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.tempo, &tempo)
        form.attribute(.dynamics, &dynamics)
        form.attribute(.dacapo, &daCapo)
        form.attribute(.segno, &segno)
        form.attribute(.dalsegno, &dalSegno)
        form.attribute(.coda, &coda)
        form.attribute(.tocoda, &toCoda)
        form.attribute(.divisions, &divisions)
        form.attribute(.forwardRepeat, &forwardRepeat)
        form.attribute(.fine, &fine)
        form.attribute(.timeOnly, &timeOnly)
        form.attribute(.pizzicato, &isPizzicato)
        form.attribute(.pan, &pan)
        form.attribute(.elevation, &elevation)
        form.attribute(.damperPedal, &damperPedal)
        form.attribute(.softPedal, &softPedal)
        form.attribute(.sostenutoPedal, &sostenutoPedal)
        form.changes(&changes)
        form.child(.swing, &swing)
        form.child(.offset, &offset)
    }
}

extension Swing: Formed {
    mutating func form(_ form: inout some Form) {
        var isStraight = ratio == nil
        form.presence(.straight, &isStraight)
        var (first, second) = (ratio?.first, ratio?.second)
        form.text(.first, &first)
        form.text(.second, &second)
        ratio = first.flatMap { first in second.map { Ratio(first: first, second: $0) } }
        form.text(.swingType, &unit)
        form.text(.swingStyle, &style)
    }
}

extension MIDIDevice: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.id, &instrument)
        form.attribute(.port, &port)
        form.content(&name)
    }
}

extension MIDIInstrument: Formed {
    init() { self.init(instrument: "") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.id, required: &instrument)
        form.counted(.midiChannel, in: 0...15, &channel)
        form.text(.midiName, &name)
        form.counted(.midiBank, in: 0...16383, &bank)
        form.counted(.midiProgram, in: 0...127, &program)
        form.counted(.midiUnpitched, in: 0...127, &unpitchedKey)
        form.text(.volume, &volume)
        form.text(.pan, &pan)
        form.text(.elevation, &elevation)
    }
}

extension Form {
    /// A number that MusicXML counts from 1 and MIDI from 0.
    fileprivate mutating func counted(_ name: Tag, in range: ClosedRange<Int>, _ value: inout Int?) {
        var number = value.map { $0 + 1 }
        text(name, &number)
        value = number.flatMap { range.contains($0 - 1) ? $0 - 1 : nil }
    }
}

extension VirtualInstrument: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.instrumentSound, &sound)
        var isSolo = players == .solo
        form.presence(.solo, &isSolo)
        var ensemble: String?
        if case .ensemble(let count) = players { ensemble = count.map { "\($0)" } ?? "" }
        form.text(.ensemble, &ensemble)
        players = isSolo ? .solo : ensemble.map { .ensemble(Int(lexical: Array($0.utf8)[...])) }
        var inLibrary = namesLibrary ? InLibrary(library: library, name: name) : nil
        form.child(.virtualInstrument, &inLibrary)
        (namesLibrary, library, name) = (inLibrary != nil, inLibrary?.library, inLibrary?.name)
    }

    private struct InLibrary: Formed {
        var library: String?
        var name: String?

        init() {}
        init(library: String?, name: String?) { (self.library, self.name) = (library, name) }

        mutating func form(_ form: inout some Form) {
            form.text(.virtualLibrary, &library)
            form.text(.virtualName, &name)
        }
    }
}

/// A change of the sound of an instrument.
struct SoundChange: Formed {
    var instrument = ""
    var virtual = VirtualInstrument()

    mutating func form(_ form: inout some Form) {
        form.attribute(.id, required: &instrument)
        virtual.form(&form)
    }
}

extension ReadingForm {
    mutating func changes(_ values: inout [InstrumentChange]) {
        for child in document.children(of: current) {
            switch document.tag(of: child) {
            case .instrumentChange:
                if let change = read(SoundChange.self, at: child) {
                    values.append(.sound(instrument: change.instrument, change.virtual))
                }
            case .midiDevice: if let device = read(MIDIDevice.self, at: child) { values.append(.device(device)) }
            case .midiInstrument: if let midi = read(MIDIInstrument.self, at: child) { values.append(.midi(midi)) }
            case .play: values.append(.play(play(child)))
            default: break
            }
        }
    }

    /// How notes are played, in words.
    func play(_ element: Node) -> Play {
        var play = Play()
        play.instrument = document.string(.id, of: element)
        for child in document.children(of: element) {
            let text = document.text(of: child)
            switch document.tag(of: child) {
            case .ipa: play.items.append(.phonetic(text))
            case .mute: play.items.append(.mute(text))
            case .semiPitched: play.items.append(.semiPitched(text))
            case .otherPlay: play.items.append(.other(type: document.string(.type, of: child) ?? "", text))
            default: break
            }
        }
        return play
    }

    /// What a program that follows the player has to do.
    mutating func listening(_ element: Node) -> Listening {
        var listening = Listening()
        for child in document.children(of: element) {
            let (type, player) = (document.string(.type, of: child) ?? "", document.string(.player, of: child))
            let timeOnly = document.string(.timeOnly, of: child)
            switch document.tag(of: child) {
            case .sync:
                let latency = document.value(.latency, of: child)?.integer
                listening.items.append(.sync(type: type, latency: latency, player: player, timeOnly: timeOnly))
            case .otherListening:
                listening.items.append(
                    .other(type: type, document.text(of: child), player: player, timeOnly: timeOnly))
            case .offset: listening.offset = read(at: child)
            default: break
            }
        }
        return listening
    }

    /// What a program that follows the player listens for.
    func listen(_ element: Node) -> [Listen] {
        document.children(of: element).compactMap { child in
            let (type, player) = (document.string(.type, of: child) ?? "", document.string(.player, of: child))
            let timeOnly = document.string(.timeOnly, of: child)
            return switch document.tag(of: child) {
            case .assess: .assess(type == "yes", player: player, timeOnly: timeOnly)
            case .wait: .wait(player: player, timeOnly: timeOnly)
            case .otherListen: .other(type: type, document.text(of: child), player: player, timeOnly: timeOnly)
            default: nil
            }
        }
    }
}

extension WritingForm {
    mutating func changes(_ values: inout [InstrumentChange]) {
        for value in values {
            switch value {
            case .sound(let instrument, let virtual):
                write(.instrumentChange, SoundChange(instrument: instrument, virtual: virtual))
            case .device(let device): write(.midiDevice, device)
            case .midi(let midi): write(.midiInstrument, midi)
            case .play(let play): write(play)
            }
        }
    }

    mutating func write(_ play: Play) {
        output.open(.play)
        if let instrument = play.instrument { output.attribute(.id, instrument) }
        for item in play.items {
            switch item {
            case .phonetic(let text): output.leaf(.ipa, text)
            case .mute(let name): output.leaf(.mute, name)
            case .semiPitched(let name): output.leaf(.semiPitched, name)
            case .other(let type, let text): write(.otherPlay, type: type, text: text)
            }
        }
        output.close(.play)
    }

    mutating func write(_ listening: Listening) {
        output.open(.listening)
        for item in listening.items {
            switch item {
            case .sync(let type, let latency, let player, let timeOnly):
                write(.sync, type: type, latency: latency, player: player, timeOnly: timeOnly)
            case .other(let type, let text, let player, let timeOnly):
                write(.otherListening, type: type, player: player, timeOnly: timeOnly, text: text)
            }
        }
        if let offset = listening.offset { write(.offset, offset) }
        output.close(.listening)
    }

    mutating func write(_ listen: [Listen]) {
        output.open(.listen)
        for item in listen {
            switch item {
            case .assess(let isAssessed, let player, let timeOnly):
                write(.assess, type: isAssessed ? "yes" : "no", player: player, timeOnly: timeOnly)
            case .wait(let player, let timeOnly): write(.wait, player: player, timeOnly: timeOnly)
            case .other(let type, let text, let player, let timeOnly):
                write(.otherListen, type: type, player: player, timeOnly: timeOnly, text: text)
            }
        }
        output.close(.listen)
    }

    private mutating func write(
        _ name: Tag, type: String? = nil, latency: Int? = nil, player: String? = nil, timeOnly: String? = nil,
        text: String = ""
    ) {
        output.open(name)
        if let type { output.attribute(.type, type) }
        if let latency { output.attribute(.latency) { $0.number(latency) } }
        if let player { output.attribute(.player, player) }
        if let timeOnly { output.attribute(.timeOnly, timeOnly) }
        output.content { $0.text(text) }
        output.close(name)
    }
}
