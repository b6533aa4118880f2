/// What all parts of a score share when they are played.
struct SharedReadings {
    let style: Performance.Style
    /// In written time, on the first pass.
    let tempos: [Timed<Tempo>]
    /// The swing of the first part that speaks of it, for those that do not.
    let swing: SwingLine?

    let bounds: Performance.Bounds

    init(_ score: Score, tempos: [Timed<Tempo>], style: Performance.Style, bounds: Performance.Bounds) {
        self.style = style
        self.bounds = bounds
        self.tempos = tempos
        swing = style.swings ? score.parts.lazy.compactMap { SwingLine($0) }.first : nil
    }

    /// The length of a note of a trill: the longest half, quarter, eighth … of a quarter note that is quick enough.
    func quickNote(at onset: Fraction) -> Fraction {
        let tempo = tempos.inForce(at: onset, staff: 1) ?? .standard
        var length: Fraction = 1 / 2
        while tempo.exactSeconds(for: length) > style.trillSeconds, length > 1 / 64 { length = length / 2 }
        return length
    }
}

/// Plays one part, run by run.
struct PartPlayer {
    /// The time that a written note has, before it is shaped.
    struct Frame {
        /// When it begins, in written time.
        var start: Fraction
        /// When it ends, with everything that is tied to it.
        var end: Fraction
        /// The note that begins the tie it is part of.
        var head: Int32
        /// The last note that is tied to it.
        var tail: Int32
        /// False for rests, cues, continuations and whatever is silent on this pass.
        var isSounding: Bool
        var role = PlayedNote.Role.struck
        /// What it is louder than its surroundings.
        var emphasis: Int8 = 0
    }

    let part: Part
    let index: Int
    let measures: [Measure]
    let room: SharedReadings
    let signs: [NoteSigns]
    let alternations: [Int: Alternation]
    private let swing: SwingLine?
    private let techniques: [Timed<Bool>]
    private let loudnessDependsOnPass: Bool
    private var loudness: [Int: PartLoudness] = [:]
    /// The time of each note of the run at hand; others are left over from other runs.
    var frames: [Frame]
    /// Spans that are slowed to make time for grace notes, in played time.
    var holds: [Hold] = []
    /// How many notes ornaments have added to the performance.
    var ornamentNotes: Int
    /// Written notes whose ornament was left out, because there were too many.
    private var unornamented: Set<Int> = []
    /// Grace notes for which there was no time.
    var timeless: Set<Int> = []

    var style: Performance.Style { room.style }

    init(_ score: Score, part index: Int, room: SharedReadings, ornamentNotes: Int) {
        part = score.parts[index]
        self.index = index
        self.room = room
        self.ornamentNotes = ornamentNotes
        measures = score.measures
        signs = part.noteSigns()
        alternations = room.style.playsOrnaments ? part.alternations() : [:]
        swing = room.style.swings ? SwingLine(part) ?? room.swing : nil
        techniques = part.techniques(style: room.style)
        loudnessDependsOnPass = part.loudnessDependsOnPass
        frames = part.notes.map {
            Frame(start: $0.onset, end: $0.end, head: -1, tail: -1, isSounding: false)
        }
    }

    /// Plays what stands between two moments.
    mutating func play(_ run: Unfolding.Run, into notes: inout [PlayedNote]) {
        let range = part.notes.indices(from: run.start, to: run.end, in: measures)
        guard !range.isEmpty else { return }
        setFrames(range, run)
        if style.playsGraceNotes { placeGraceNotes(range, run) }
        if style.playsOrnaments { spreadArpeggios(range) }
        for note in range where frames[note].isSounding { sound(note, run, into: &notes) }
    }

    func details(of note: Int) -> NoteDetails? {
        signs[note].details >= 0 ? part.noteDetails[Int(signs[note].details)].value : nil
    }

    // MARK: Time

    private mutating func setFrames(_ range: Range<Int>, _ run: Unfolding.Run) {
        for index in range {
            let note = part.notes[index]
            var (start, end) = (note.onset, note.end)
            if let swing, measures.indices.contains(Int(note.measure)) {
                (start, end) = swing.played(note, in: measures[Int(note.measure)])
            }
            if end >= run.end { end = style.articulates && run.silence > start ? run.silence : run.end }
            var frame = Frame(
                start: start, end: end, head: Int32(clamping: index), tail: Int32(clamping: index), isSounding: true)
            if note.isRest || note.traits.contains(.cue) || !note.isGrace && end <= start {
                frame.isSounding = false
            } else if note.isGrace {
                frame.isSounding = false
            } else if let passes = details(of: index)?.playing.timeOnly,
                !Passes(passes).contains(run.pass(at: note.onset))
            {
                frame.isSounding = false
            } else if part.isContinued(note), let from = note.tiedFrom.map({ Int($0) }), from >= range.lowerBound,
                from < index, frames[Int(frames[from].head)].isSounding
            {
                frame.head = frames[from].head
                frame.isSounding = false
                let head = Int(frame.head)
                frames[head].end = max(frames[head].end, end)
                frames[head].tail = Int32(clamping: index)
            }
            frames[index] = frame
        }
    }

    // MARK: Sound

    private mutating func sound(_ index: Int, _ run: Unfolding.Run, into notes: inout [PlayedNote]) {
        let note = part.notes[index]
        let details = details(of: index)
        let pass = run.pass(at: note.onset)
        var played = PlayedNote(
            onset: .zero, duration: .zero, writtenOnset: note.onset, part: Int32(clamping: self.index),
            note: Int32(clamping: index), pass: UInt16(clamping: pass), key: 0,
            velocity: UInt8(velocity(of: index, details, pass: pass)),
            releaseVelocity: 64, instrument: note.instrument ?? 0, role: frames[index].role,
            isPizzicato: details?.playing.isPizzicato
                ?? (techniques.isEmpty ? false : techniques.inForce(at: note.onset, staff: Int(note.staff)) ?? false))
        if style.followsDynamics, let percent = details?.playing.endDynamics {
            played.releaseVelocity = UInt8(Performance.velocity(percent: percent))
        }
        let figure = style.playsOrnaments ? figure(for: index) : nil
        if let key = key(of: note) { add(key, played, figure, details, run, into: &notes) }
        for extra in style.playsDoublings ? details?.instruments ?? [] : [] {
            var other = note
            other.instrument = extra
            played.instrument = extra
            if let key = key(of: other) { add(key, played, figure, details, run, into: &notes) }
        }
        if style.playsDoublings, !part.transpositions.isEmpty,
            let doubling = part.transposition(at: note.onset, staff: Int(note.staff))?.doubling, note.pitch != nil,
            let key = key(of: note), (0...127).contains(key + (doubling == .below ? -12 : 12))
        {
            played.instrument = note.instrument ?? 0
            played.role = .doubling
            add(key + (doubling == .below ? -12 : 12), played, figure, details, run, into: &notes)
        }
    }

    private func key(of note: Note) -> Int? {
        part.soundingKey(of: note).flatMap { (0...127).contains($0) ? $0 : nil }
    }

    /// Adds the note, or the notes of a figure in its place.
    private mutating func add(
        _ key: Int, _ played: PlayedNote, _ figure: Figure?, _ details: NoteDetails?, _ run: Unfolding.Run,
        into notes: inout [PlayedNote]
    ) {
        let index = Int(played.note)
        let frame = frames[index]
        var start = frame.start
        var end = frame.role == .grace ? frame.end : soundingEnd(index, run)
        if style.articulates {
            let attack = details?.playing.attack ?? .zero
            let release = self.details(of: Int(frame.tail))?.playing.release ?? .zero
            let moved = (start: max(start + attack, run.start), end: end + release)
            if moved.start < moved.end { (start, end) = moved }
        }
        guard let figure else {
            append(key, from: start, to: end, played, run, into: &notes)
            return
        }
        guard ornamentNotes + figure.notes.count <= room.bounds.ornamentNotes else {
            unornamented.insert(index)
            append(key, from: start, to: end, played, run, into: &notes)
            return
        }
        ornamentNotes += figure.notes.count
        var played = played
        if played.role != .doubling { played.role = figure.role }
        for (place, note) in figure.notes.enumerated() {
            // What attack and articulation say is meant for the edges of the figure; each edge note keeps a quarter of its time.
            let part = (note.end - note.start) / 4
            let isLast = place + 1 == figure.notes.count
            let from = place == 0 && figure.isShaped ? min(max(start, note.start), note.end - part) : note.start
            let to = isLast && figure.isShaped ? max(min(end, note.end), note.start + part * 2) : note.end
            let auxiliary = key + note.interval
            append(
                (0...127).contains(auxiliary) ? auxiliary : key, from: from, to: max(to, from + part), played, run,
                into: &notes)
        }
    }

    private mutating func append(
        _ key: Int, from start: Fraction, to end: Fraction, _ played: PlayedNote, _ run: Unfolding.Run,
        into notes: inout [PlayedNote]
    ) {
        var played = played
        played.onset = start + run.shift
        played.duration = end - start
        played.key = UInt8(key)
        // Hostile times can be so near each other that nothing lies between them.
        guard played.duration > .zero, played.onset >= .zero else { return }
        notes.append(played)
    }

    private mutating func velocity(of index: Int, _ details: NoteDetails?, pass: Int) -> Int {
        guard style.followsDynamics else { return Performance.velocity(style.velocity) }
        if let percent = details?.playing.dynamics { return Performance.velocity(percent: percent) }
        let note = part.notes[index]
        let pass = loudnessDependsOnPass ? min(pass, 16) : 1
        if loudness[pass] == nil { loudness[pass] = PartLoudness(part, pass: pass, style: style) }
        let level = loudness[pass]?.velocity(at: note.onset, staff: note.staff, isGrace: note.isGrace) ?? style.velocity
        return Performance.velocity(
            level + signs[index].articulations.accent(style) + Int(frames[index].emphasis))
    }

    // MARK: Losses

    /// Says what of the written notes is not played.
    func reportLosses(to losses: inout LossCounter) {
        for (index, note) in part.notes.enumerated() {
            func add(_ kind: String) { losses.add(kind, part: self.index, measure: Int(note.measure)) }
            guard !note.isRest, !note.traits.contains(.cue) else { continue }
            if note.isGrace {
                if !style.playsGraceNotes || timeless.contains(index) { add("grace") }
            } else if note.duration <= .zero {
                add("note-without-length")
                continue
            }
            if key(of: note) == nil { add("note-without-key") }
        }
        for mark in part.marks where part.notes.indices.contains(mark.note) {
            guard let kind = mark.unplayedKind(style, isLeftOut: unornamented.contains(mark.note)) else { continue }
            losses.add(kind, part: index, measure: Int(part.notes[mark.note].measure))
        }
        for barline in part.barlines {
            for _ in barline.value.fermatas { losses.add("fermata", part: index, measure: barline.measure) }
        }
    }
}

extension Mark {
    /// The name by which the mark is lost where it is not played; nil where it is, or where it says nothing about playing.
    fileprivate func unplayedKind(_ style: Performance.Style, isLeftOut: Bool) -> String? {
        switch kind {
        case .glissando(let edge, _): edge.role == .start ? "glissando" : nil
        case .slide(let edge, _): edge.role == .start ? "slide" : nil
        case .ornament(let ornament):
            switch ornament.kind {
            case .accidentalMark: nil
            case .other: "ornament"
            case .wavyLine where ornament.edge?.role != .start: nil
            case .tremolo where ornament.edge?.role == .stop: nil
            default: !style.playsOrnaments || isLeftOut ? "ornament" : nil
            }
        case .arpeggio: style.playsOrnaments ? nil : "arpeggio"
        case .articulation: style.articulates ? nil : "articulation"
        case .fermata: style.holdsFermatas ? nil : "fermata"
        case .dynamics: style.followsDynamics ? nil : "dynamics"
        default: nil
        }
    }
}

extension NoteSigns.Articulations {
    /// What a note so marked is louder than its surroundings.
    fileprivate func accent(_ style: Performance.Style) -> Int {
        if contains(.strongAccent) { return style.accent * 2 }
        if contains(.accent) { return style.accent }
        if contains(.softAccent) { return style.accent / 2 }
        return contains(.unstress) ? -style.accent / 2 : 0
    }
}

extension Part {
    /// Where strings are plucked and where they are bowed again.
    fileprivate func techniques(style: Performance.Style) -> [Timed<Bool>] {
        var list: [Timed<Bool>] = []
        for direction in directions {
            guard let isPlucked = direction.value.sound?.isPizzicato else { continue }
            var timed = direction.with(isPlucked)
            (timed.onset, timed.staff) = (direction.soundOnset, nil)
            list.append(timed)
        }
        list += sounds.compactMap { sound in sound.value.isPizzicato.map { sound.moved.with($0) } }
        if style.followsWords {
            for (index, word, _) in playingWords() where word == .plucked || word == .bowed {
                list.append(directions[index].with(word == .plucked))
            }
        }
        return list.stablySorted { $0.onset < $1.onset }
    }
}
