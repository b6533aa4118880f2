/// Notes in the place of one: a trill, a turn, a tremolo.
struct Figure {
    struct Tone {
        /// Semitones above the written note.
        var interval: Int
        /// In written time.
        var start: Fraction
        var end: Fraction
    }

    var role: PlayedNote.Role
    var notes: [Tone]
    /// True when the first and last note begin and end as the written note's attack and articulation ask.
    var isShaped = true

    /// The most notes that one written note becomes.
    static let mostNotes = 1024

    /// The notes of a figure one after another, each as long as it takes to the next.
    init(_ role: PlayedNote.Role, _ intervals: [Int], at starts: [Fraction], until end: Fraction) {
        self.role = role
        notes = intervals.indices.map { index in
            Tone(
                interval: intervals[index], start: starts[index],
                end: index + 1 < starts.count ? starts[index + 1] : end)
        }
    }
}

extension PartPlayer {
    /// What is played in the place of a written note; nil for the note itself.
    func figure(for index: Int) -> Figure? {
        let frame = frames[index]
        if frame.role == .grace { return nil }
        if let alternation = alternations[index] { return alternation.figure(frame) }
        let signs = signs[index]
        let figure: Figure?
        if signs.ornament >= 0, case .ornament(let ornament) = part.marks[Int(signs.ornament)].kind {
            let neighbours = part.neighbours(of: index, mark: Int(signs.ornament), sound: ornament.sound)
            figure =
                OrnamentFigure(
                    ornament, frame: frame, quick: room.quickNote(at: part.notes[index].onset), neighbours: neighbours,
                    style: style
                ).figure
        } else if signs.tremolo >= 0, case .ornament(let tremolo) = part.marks[Int(signs.tremolo)].kind {
            figure = repetition(of: index, tremolo)
        } else {
            return nil
        }
        // Hostile times can be so short that nothing fits in.
        return figure.flatMap { $0.notes.allSatisfy { $0.start < $0.end } ? $0 : nil }
    }
}

/// The notes of an ornament.
///
/// Where the score says how many notes there are and when they come (XSD, attribute group `trill-sound`), that holds. Else they are
/// quick, and how many there are depends on the tempo.
struct OrnamentFigure {
    let ornament: Ornament
    let frame: PartPlayer.Frame
    /// The length of a note of a trill.
    let quick: Fraction
    let neighbours: Neighbours
    let style: Performance.Style

    init(
        _ ornament: Ornament, frame: PartPlayer.Frame, quick: Fraction, neighbours: Neighbours,
        style: Performance.Style
    ) {
        self.ornament = ornament
        self.frame = frame
        self.quick = quick
        self.neighbours = neighbours
        self.style = style
    }

    private var length: Fraction { frame.end - frame.start }
    private var upper: Int { neighbours.upper }
    private var lower: Int { neighbours.lower }

    var figure: Figure? {
        switch ornament.kind {
        case .trill, .wavyLine: trill
        case .shake: timed ?? lead([upper, 0, upper, 0])
        case .mordent: timed ?? lead(ornament.isLong == true ? [0, lower, 0, lower, 0] : [0, lower, 0])
        case .invertedMordent: timed ?? lead(ornament.isLong == true ? [0, upper, 0, upper, 0] : [0, upper, 0])
        case .turn, .verticalTurn, .haydn: lead(turn)
        case .invertedTurn, .invertedVerticalTurn: lead(turn)
        case .delayedTurn, .delayedInvertedTurn: close(turn)
        case .schleifer: lead([neighbours.lowerThird, lower, 0])
        case .tremolo, .other, .accidentalMark: nil
        }
    }

    /// Four notes around the main note. A stroke through the sign turns it over.
    private var turn: [Int] {
        let isInverted: Bool =
            switch ornament.kind {
            case .invertedTurn, .invertedVerticalTurn, .delayedInvertedTurn: true
            default: false
            }
        let notes = isInverted != (ornament.isSlashed == true) ? [lower, 0, upper, 0] : [upper, 0, lower, 0]
        return ornament.sound.startNote == "main" && !isDelayed ? [0] + notes : notes
    }

    private var isDelayed: Bool { ornament.kind == .delayedTurn || ornament.kind == .delayedInvertedTurn }

    /// Quick notes, of which the last is held.
    private func lead(_ intervals: [Int]) -> Figure {
        let step = min(quick, length * style.quickShare)
        let starts = intervals.indices.map { frame.start + step * Fraction($0) }
        return Figure(.ornament, intervals, at: starts, until: frame.end)
    }

    /// The main note, then quick notes up to its end.
    private func close(_ intervals: [Int]) -> Figure {
        let step = min(quick, length * style.quickShare)
        let starts = intervals.indices.map { frame.end - step * Fraction(intervals.count - $0) }
        return Figure(.ornament, [0] + intervals, at: [frame.start] + starts, until: frame.end)
    }

    // MARK: Trills

    private var trill: Figure {
        if let timed { return timed }
        var count = min((length / quick).floor, Figure.mostNotes)
        // It ends with the main note.
        let startsWithMain = ornament.sound.startNote == "main"
        count = max(startsWithMain ? (count - 1) / 2 * 2 + 1 : count / 2 * 2, startsWithMain ? 3 : 4)
        return Figure(.ornament, alternation(count), at: starts(count), until: frame.end)
    }

    /// As many notes as the score asks for, at the times that it tells; nil where it tells neither.
    private var timed: Figure? {
        let sound = ornament.sound
        guard sound.beats != nil || sound.secondBeat != nil || sound.lastBeat != nil else { return nil }
        let isMordent = ornament.kind == .mordent || ornament.kind == .invertedMordent
        let count = min(max((sound.beats ?? (isMordent ? 3 : 4)).rounded, 2), Figure.mostNotes)
        let second = (sound.secondBeat ?? (isMordent ? 12 : 25)) / 100
        let last = (sound.lastBeat ?? (isMordent ? 24 : 75)) / 100
        var starts = starts(count)
        let isTold = isMordent || sound.secondBeat != nil || sound.lastBeat != nil
        if isTold, count >= 3, .zero < second, second < last, last < 1 {
            starts = [frame.start]
            for place in 0..<count - 1 {
                let share = second + (last - second) * Fraction(place) / Fraction(count - 2)
                starts.append(frame.start + length * share)
            }
        }
        return Figure(.ornament, alternation(count), at: starts, until: frame.end)
    }

    /// Main and other note in turn, beginning as the score says.
    private func alternation(_ count: Int) -> [Int] {
        let other = ornament.kind == .mordent ? lower : upper
        let isMordent = ornament.kind == .mordent || ornament.kind == .invertedMordent
        let startsWithMain = (ornament.sound.startNote ?? (isMordent ? "main" : "upper")) == "main"
        var list = (0..<count).map { $0.isMultiple(of: 2) == startsWithMain ? 0 : other }
        if ornament.sound.startNote == "below" { list[0] = lower }
        let turn: Int? =
            switch ornament.sound.turn {
            case "whole": -2
            case "half": -1
            default: nil
            }
        if let turn, count >= 4 {
            list[count - 2] = turn
            list[count - 1] = 0
        }
        return list
    }

    /// Even notes, or ones that are twice as quick at the end as at the beginning.
    private func starts(_ count: Int) -> [Fraction] {
        let weights = (0..<count).map { ornament.sound.accelerates == true ? 2 * (count - 1) - $0 : 1 }
        let total = Fraction(weights.reduce(0, +))
        var sum = 0
        return weights.map { weight in
            defer { sum += weight }
            return frame.start + length * Fraction(sum) / total
        }
    }
}
