/// How loud each staff of a part is.
///
/// A sign holds for the staff that its direction names, or else for the whole part. A staff that has no signs of its own is as loud as
/// the staff above it that has some, or else the first: between the staves of a piano one mark stands for both.
struct PartLoudness {
    private let lines: [Loudness]
    /// The line of each staff, from staff 1.
    private var lineOfStaff: [Int] = []

    /// No part has more staves that are as loud as they please; hostile ones shall not cost quadratic time.
    private static let mostLines = 16

    init(_ part: Part, pass: Int, style: Performance.Style) {
        let signs = part.loudnessSigns(pass: pass, style: style).stablySorted(by: LoudnessSign.precedes)
        let staves = Set(signs.compactMap(\.staff)).sorted().prefix(PartLoudness.mostLines)
        guard staves.count > 1 else {
            lines = [Loudness(signs, style: style)]
            return
        }
        lines = staves.map { staff in Loudness(signs.filter { $0.staff == nil || $0.staff == staff }, style: style) }
        for staff in 1...255 { lineOfStaff.append(max((staves.firstIndex { $0 > staff } ?? staves.count) - 1, 0)) }
    }

    /// The velocity of a note that begins at a moment; marks of one moment, such as *sfz*, are not meant for grace notes.
    func velocity(at onset: Fraction, staff: UInt8, isGrace: Bool) -> Int {
        let place = Int(staff) - 1
        let line = lineOfStaff.indices.contains(place) ? lineOfStaff[place] : 0
        return isGrace ? lines[line].level(at: onset) : lines[line].velocity(at: onset)
    }
}

extension Part {
    /// True when loudness differs from pass to pass.
    var loudnessDependsOnPass: Bool {
        func differs(_ sound: Sound?) -> Bool { sound?.dynamics != nil && Passes(sound?.timeOnly).isRestricted }
        return directions.contains { differs($0.value.sound) } || sounds.contains { differs($0.value) }
    }

    /// What is said about loudness on a pass.
    fileprivate func loudnessSigns(pass: Int, style: Performance.Style) -> [LoudnessSign] {
        var list: [LoudnessSign] = []
        for direction in directions {
            let sound = direction.value.sound.flatMap { Passes($0.timeOnly).contains(pass) ? $0 : nil }
            let percent = sound?.dynamics.map { Performance.velocity(percent: $0) }
            func add(_ content: LoudnessSign.Content?, at onset: Fraction, staff: Int?) {
                guard let content else { return }
                list.append(LoudnessSign(onset: onset, staff: staff, order: direction.order, content: content))
            }
            var isSaid = false
            for sign in direction.value.signs.joined() {
                switch sign {
                case .dynamics(let marks, _):
                    for mark in marks {
                        guard let content = LoudnessSign.Content(mark, style: style) else { continue }
                        // What is said for playback beside a mark is what the mark means.
                        isSaid = percent != nil
                        add(content.saying(percent), at: direction.onset, staff: direction.staff)
                    }
                case .wedge(let edge, let wedge) where edge.role == .start:
                    guard let kind = wedge.kind, let end = wedgeEnd(edge) else { continue }
                    let isToNothing = kind == .diminuendo && (wedge.isNiente == true || end.isNiente)
                    add(
                        .wedge(
                            .init(
                                isLouder: kind == .crescendo, end: end.onset,
                                isFromNothing: kind == .crescendo && (wedge.isNiente == true || end.isNiente),
                                isToNothing: isToNothing)),
                        at: direction.onset, staff: direction.staff)
                default: continue
                }
            }
            if let percent, !isSaid { add(.level(percent), at: direction.soundOnset, staff: nil) }
        }
        for sound in sounds where Passes(sound.value.timeOnly).contains(pass) {
            guard let percent = sound.value.dynamics else { continue }
            list.append(
                LoudnessSign(
                    onset: sound.moved.onset, order: sound.order,
                    content: .level(Performance.velocity(percent: percent))))
        }
        for mark in marks where notes.indices.contains(mark.note) {
            guard case .dynamics(let dynamics) = mark.kind else { continue }
            let note = notes[mark.note]
            for content in dynamics.compactMap({ LoudnessSign.Content($0, style: style) }) {
                list.append(
                    LoudnessSign(onset: note.onset, staff: Int(note.staff), order: note.order, content: content))
            }
        }
        guard style.followsWords else { return list }
        for (index, word, end) in playingWords() where word == .louder || word == .softer {
            let direction = directions[index]
            list.append(
                LoudnessSign(
                    onset: direction.onset, staff: direction.staff, order: direction.order,
                    content: .wedge(.init(isLouder: word == .louder, end: end))))
        }
        return list
    }

    private func wedgeEnd(_ edge: Edge) -> (onset: Fraction, isNiente: Bool)? {
        guard let partner = edge.partner, directions.indices.contains(Int(partner)) else { return nil }
        let direction = directions[Int(partner)]
        let isNiente = direction.value.signs.joined().contains { sign in
            if case .wedge(let edge, let wedge) = sign { edge.role == .stop && wedge.isNiente == true } else { false }
        }
        return (direction.onset, isNiente)
    }
}

extension LoudnessSign.Content {
    /// The same with what is said for playback in the place of its own level.
    fileprivate func saying(_ percent: Int?) -> LoudnessSign.Content {
        guard let percent else { return self }
        return switch self {
        case .level: .level(percent)
        case .moment(_, let after): .moment(percent, after: after)
        case .accent: .moment(percent, after: nil)
        case .wedge: self
        }
    }
}
