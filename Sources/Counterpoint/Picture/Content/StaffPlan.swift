internal import ScoreModel

/// Which staves a picture has, and what joins them.
struct StaffPlan {
    /// The staves, from top to bottom.
    private(set) var staves: [PictureStaff] = []
    /// Staves that a brace joins.
    private(set) var braces: [Range<Int>] = []
    /// Whether a bracket joins all staves, as those of an ensemble.
    private(set) var hasBracket = false
    /// Staves that bar lines go through.
    private(set) var barlines: [Range<Int>] = []
    /// The names at the left of staves.
    private(set) var names: [(staves: Range<Int>, name: String)] = []
    /// How many parts found no room.
    private(set) var omitted = 0

    /// The staves that a picture has room for.
    private static let mostStaves = 16

    init(_ score: Score, parts: [Int], measures: Range<Int>) {
        let known = parts.filter(score.parts.indices.contains)
        if let choir = StaffPlan.choir(score, parts: known, measures: measures) {
            (staves, braces, barlines) = (choir, [0..<2], [0..<2])
            return
        }
        for index in known {
            let part = score.parts[index]
            let count = PictureStaff.count(of: part)
            guard staves.count + count <= StaffPlan.mostStaves else {
                omitted += 1
                continue
            }
            let range = staves.count..<(staves.count + count)
            for staff in 1...count {
                var drawn = PictureStaff(sources: [.init(part: index, staff: staff)])
                if part.clefs.allSatisfy({ !$0.concerns(staff: staff) }) {
                    let pitches = part.notes.lazy.filter { drawn.sources[0].holds($0, of: part) }.compactMap(\.pitch)
                    drawn.clef = Clef.fitting(pitches)
                }
                staves.append(drawn)
            }
            if count > 1 { braces.append(range) }
            let name = (part.abbreviation ?? "").isEmpty ? part.name : part.abbreviation ?? ""
            names.append((range, name.count > 14 ? name.prefix(13) + "…" : name))
            barlines.append(range)
        }
        // A player with several staves is no member of an ensemble, and a voice beside one no ensemble either.
        hasBracket = staves.count > 1 && braces.isEmpty
        // Instruments share their bar lines; voices do not, so that the words between them stay free.
        if !staves.isEmpty, known.allSatisfy({ score.parts[$0].lyrics.isEmpty }) { barlines = [0..<staves.count] }
    }

    /// The grand staff of a choir of four parts, when these are one and what they sing in these measures fits on it.
    private static func choir(_ score: Score, parts: [Int], measures: Range<Int>) -> [PictureStaff]? {
        guard parts.count == 4, Set(parts).count == 4, let start = score.measures[measures].first?.onset else {
            return nil
        }
        let list = parts.map { score.parts[$0] }
        // Encoders disagree about the mode of one and the same signature.
        let signature = KeySigns(list[0].keys.inForce(at: start, staff: 1), clef: .treble)
        let (first, signs) = (list[0], list.map { $0.clefs.inForce(at: start, staff: 1) ?? .treble })
        guard signs[0].sign == .g, signs[1].sign == .g, signs[2].isTenor, signs[3].sign == .f,
            list.allSatisfy({
                $0.staves <= 1
                    && $0.transpositions.inForce(at: start, staff: 1)
                        == first.transpositions.inForce(at: start, staff: 1)
                    && KeySigns($0.keys.inForce(at: start, staff: 1), clef: .treble) == signature
            })
        else { return nil }
        let staves = [(parts[0], parts[1], Clef.treble), (parts[2], parts[3], Clef.bass)].map { upper, lower, clef in
            PictureStaff(
                sources: [.init(part: upper, staff: 1), .init(part: lower, staff: 1)], clef: clef,
                hasFermatasBelow: clef.sign == .f)
        }
        let fits = zip(list, [0, 0, 1, 1]).allSatisfy { part, staff in
            part.notes.allSatisfy { note in
                guard measures.contains(Int(note.measure)), let pitch = note.pitch else { return true }
                return (-6...15).contains(staves[staff].clef?.place(of: pitch) ?? 4)
            }
        }
        return fits ? staves : nil
    }
}

extension Clef {
    /// Whether tenors read it: the bass clef, the tenor clef, or the G clef an octave lower. Violas read others.
    fileprivate var isTenor: Bool {
        switch sign {
        case .f: true
        case .c: line == 4
        case .g: octaveChange == -1
        default: false
        }
    }
}
