/// What a score says about its tempo, from whatever part, in written time.
///
/// At one moment what is said for playback (`sound`) wins over a metronome mark, that over a relation such as quarter = dotted
/// quarter, and that over words.
struct TempoMarks {
    fileprivate enum Content {
        /// Quarter notes a minute, for playback.
        case spoken(Tempo)
        /// Quarter notes a minute, printed.
        case printed(Tempo)
        /// What the tempo is multiplied by.
        case relation(Fraction)
        /// A gradual change, and where it ends when dashes tell.
        case gradual(isSlower: Bool, end: Fraction?)
        /// The tempo before a gradual change, or the first of the piece.
        case back(toFirst: Bool)
    }

    private struct Mark {
        var onset: Fraction
        var passes = Passes(nil)
        var content: Content
    }

    private var marks: [Mark] = []
    private let end: Fraction
    private let style: Performance.Style
    /// True when what is said differs from pass to pass.
    let dependsOnPass: Bool

    init(_ score: Score, style: Performance.Style) {
        self.style = style
        end = score.length
        var marks: [Mark] = []
        for part in score.parts {
            for direction in part.directions {
                if let sound = direction.value.sound, let spoken = sound.tempo {
                    guard let tempo = Tempo(quartersPerMinute: spoken) else { continue }
                    marks.append(
                        Mark(onset: direction.soundOnset, passes: Passes(sound.timeOnly), content: .spoken(tempo)))
                    continue
                }
                for case .metronome(let metronome) in direction.value.signs.joined() {
                    if let tempo = metronome.tempo {
                        marks.append(Mark(onset: direction.onset, content: .printed(tempo)))
                    } else if let factor = metronome.relation {
                        marks.append(Mark(onset: direction.onset, content: .relation(factor)))
                    }
                }
            }
            for sound in part.sounds {
                guard let tempo = sound.value.tempo.flatMap({ Tempo(quartersPerMinute: $0) }) else { continue }
                marks.append(
                    Mark(onset: sound.moved.onset, passes: Passes(sound.value.timeOnly), content: .spoken(tempo)))
            }
            guard style.followsWords else { continue }
            for (index, word, end) in part.playingWords() {
                let content: Content? =
                    switch word {
                    case .slower: .gradual(isSlower: true, end: end)
                    case .faster: .gradual(isSlower: false, end: end)
                    case .tempoBack: .back(toFirst: false)
                    case .firstTempo: .back(toFirst: true)
                    default: nil
                    }
                if let content { marks.append(Mark(onset: part.directions[index].onset, content: content)) }
            }
        }
        self.marks = marks.stablySorted { $0.onset < $1.onset }
        dependsOnPass = marks.contains { $0.passes.isRestricted }
    }

    /// The tempos on a pass, in written order. Later passes than the sixteenth are played like it.
    func tempos(pass: Int) -> [Timed<Tempo>] {
        var list = TempoLine(style: style, end: end)
        let marks = dependsOnPass ? marks.filter { $0.passes.contains(min(pass, 16)) } : marks
        var index = 0
        while index < marks.count {
            var next = index
            while next < marks.count, marks[next].onset == marks[index].onset { next += 1 }
            let onset = marks[index].onset
            let group = marks[index..<next]
            index = next
            if let tempo = group.last(where: { $0.content.isSpoken })?.content.tempo {
                list.set(tempo, at: onset)
            } else if let tempo = group.last(where: { $0.content.tempo != nil })?.content.tempo {
                list.set(tempo, at: onset)
            } else if let factor = group.lazy.compactMap(\.content.factor).first {
                list.multiply(by: factor, at: onset)
            } else if let toFirst = group.lazy.compactMap(\.content.backToFirst).first {
                list.goBack(toFirst: toFirst, at: onset)
            }
            for mark in group {
                guard case .gradual(let isSlower, let ownEnd) = mark.content else { continue }
                let following = next < marks.count ? marks[next] : nil
                let last = min(ownEnd ?? onset + style.longestWords, following?.onset ?? end, end)
                let goal = following?.onset == last ? following?.content.tempo : nil
                let goesOn = following?.onset == last && following?.content.isGradual == true
                list.change(isSlower: isSlower, from: onset, to: last, goal: goal, goesOn: goesOn)
                break
            }
        }
        return list.tempos
    }
}

extension TempoMarks.Content {
    fileprivate var isSpoken: Bool { if case .spoken = self { true } else { false } }
    fileprivate var isGradual: Bool { if case .gradual = self { true } else { false } }
    fileprivate var factor: Fraction? { if case .relation(let factor) = self { factor } else { nil } }
    fileprivate var backToFirst: Bool? { if case .back(let toFirst) = self { toFirst } else { nil } }
    fileprivate var tempo: Tempo? {
        switch self {
        case .spoken(let tempo), .printed(let tempo): tempo
        default: nil
        }
    }
}

/// Tempos as they follow from each other.
private struct TempoLine {
    private let style: Performance.Style
    private let end: Fraction
    private(set) var tempos: [Timed<Tempo>] = []
    /// What gradual changes go back to.
    private var base = Tempo.standard
    private var now = Tempo.standard
    private var first: Tempo?

    init(style: Performance.Style, end: Fraction) {
        self.style = style
        self.end = end
    }

    mutating func set(_ tempo: Tempo, at onset: Fraction) {
        if first == nil { first = tempo }
        base = tempo
        sound(tempo, at: onset)
    }

    mutating func multiply(by factor: Fraction, at onset: Fraction) {
        if let tempo = Tempo(quartersPerMinute: base.quartersPerMinute * factor) { set(tempo, at: onset) }
    }

    mutating func goBack(toFirst: Bool, at onset: Fraction) {
        if toFirst, let first { base = first }
        sound(base, at: onset)
    }

    /// A gradual change in steps, each at the tempo of its middle.
    mutating func change(isSlower: Bool, from start: Fraction, to stop: Fraction, goal: Tempo?, goesOn: Bool) {
        guard stop > start else { return }
        let from = now.quartersPerMinute
        let change = max(style.ritardando, 1 / 100)
        var to = isSlower ? from * change : from / change
        if let goal = goal?.quartersPerMinute, (goal < from) == isSlower, goal != from { to = goal }
        let steps = min(max(((stop - start) / max(style.tempoStep, 1 / 64)).rounded, 1), 64)
        for step in 0..<steps {
            let middle = from + (to - from) * Fraction(2 * step + 1) / Fraction(2 * steps)
            guard let tempo = Tempo(quartersPerMinute: middle) else { continue }
            sound(tempo, at: start + (stop - start) * Fraction(step) / Fraction(steps))
        }
        now = goesOn ? Tempo(quartersPerMinute: to) ?? now : base
        if !goesOn, stop < end { sound(base, at: stop) }
    }

    private mutating func sound(_ tempo: Tempo, at onset: Fraction) {
        now = tempo
        if tempos.last?.onset == onset { tempos.removeLast() }
        tempos.append(Timed(onset: onset, measure: 0, value: tempo))
    }
}

extension Metronome {
    /// What the tempo is multiplied by where note values before and after are set equal: the first was before, the second is now.
    ///
    /// Two groups of the same length, as in a mark for swing, change nothing.
    var relation: Fraction? {
        let lengths: (before: Fraction, now: Fraction)
        switch content {
        case .perMinute: return nil
        case .equal(let before, let now): lengths = (before.quarters, now.quarters)
        case .notes(let before, _, let now, _): lengths = (before.quarters, now.quarters)
        }
        guard lengths.before > .zero, lengths.now > .zero, lengths.before != lengths.now else { return nil }
        return lengths.now / lengths.before
    }
}

extension [Metronome.GroupNote] {
    /// How long they are together, in quarter notes.
    var quarters: Fraction { lengths.reduce(.zero, +) }

    /// How long each of them is.
    var lengths: [Fraction] {
        var ratio = TupletRatio.none
        return map { note in
            if let tuplet = note.tuplet, tuplet.role == .start { ratio = tuplet.ratio }
            defer { if let tuplet = note.tuplet, tuplet.role == .stop { ratio = .none } }
            return note.value.quarters * ratio.factor
        }
    }
}

extension Unfolding {
    /// The tempos in played time. After a jump the tempo is that of the place where the music goes on.
    func tempos(_ marks: TempoMarks) -> [(onset: Fraction, tempo: Tempo)] {
        var played: [(onset: Fraction, tempo: Tempo)] = []
        var known: [Int: [Timed<Tempo>]] = [:]
        for passage in passages {
            let pass = marks.dependsOnPass ? min(passage.stretch.pass, 16) : 1
            let tempos = known[pass] ?? marks.tempos(pass: pass)
            known[pass] = tempos
            var index = tempos.partitioningIndex { $0.onset > passage.stretch.start }
            played.append((passage.onset, index > 0 ? tempos[index - 1].value : .standard))
            while index < tempos.count, tempos[index].onset < passage.stretch.end,
                played.count < bounds.controls
            {
                played.append((passage.onset + (tempos[index].onset - passage.stretch.start), tempos[index].value))
                index += 1
            }
        }
        return played
    }
}
