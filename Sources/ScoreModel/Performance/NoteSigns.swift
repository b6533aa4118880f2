/// What the marks of a part say about each of its notes, gathered in one pass.
struct NoteSigns {
    /// Signs of attack and length, which a chord's notes share.
    struct Articulations: OptionSet {
        let rawValue: UInt16

        static let accent = Articulations(rawValue: 1 << 0)
        static let strongAccent = Articulations(rawValue: 1 << 1)
        static let softAccent = Articulations(rawValue: 1 << 2)
        static let unstress = Articulations(rawValue: 1 << 3)
        static let staccato = Articulations(rawValue: 1 << 4)
        static let staccatissimo = Articulations(rawValue: 1 << 5)
        static let tenuto = Articulations(rawValue: 1 << 6)
        static let portato = Articulations(rawValue: 1 << 7)
        static let breath = Articulations(rawValue: 1 << 8)
        static let caesura = Articulations(rawValue: 1 << 9)
        /// A slur leads on to the next note.
        static let slurred = Articulations(rawValue: 1 << 10)

        init(rawValue: UInt16) { self.rawValue = rawValue }

        init(_ kind: Articulation.Kind) {
            self =
                switch kind {
                case .accent: .accent
                case .strongAccent: .strongAccent
                case .softAccent, .stress: .softAccent
                case .unstress: .unstress
                case .staccato, .spiccato: .staccato
                case .staccatissimo: .staccatissimo
                case .tenuto: .tenuto
                case .detachedLegato: .portato
                case .breathMark: .breath
                case .caesura: .caesura
                case .scoop, .plop, .doit, .falloff, .other: []
                }
        }
    }

    var articulations: Articulations = []
    /// The index in ``Part/marks`` of its ornament; -1 for none.
    var ornament: Int32 = -1
    /// The index of the mark of the tremolo that its chord repeats; -1 for none.
    var tremolo: Int32 = -1
    /// The index in ``Part/noteDetails``; -1 for none.
    var details: Int32 = -1
    /// The index of the mark of its arpeggio, or of its chord's where one note stands for all; -1 for none.
    var arpeggio: Int32 = -1

    /// True when it has a trill, which grace notes behind it end.
    var isTrilled = false
}

extension Part {
    /// What the marks say about each note, in the order of the notes.
    func noteSigns() -> [NoteSigns] {
        var signs = [NoteSigns](repeating: NoteSigns(), count: notes.count)
        for (index, details) in noteDetails.enumerated() where notes.indices.contains(details.note) {
            signs[details.note].details = Int32(clamping: index)
        }
        if marks.isEmpty { return signs }
        let voices = (notes.map(\.voice).max()).map { Int($0) + 1 } ?? 0
        var slurEnds = [Fraction](repeating: -1, count: voices)
        var trills = [(end: Fraction, mark: Int32)](repeating: (-1, -1), count: voices)
        var mark = 0
        var first = 0
        while first < notes.count {
            // A chord: notes of one voice that begin together, grace notes apart.
            var end = first + 1
            while end < notes.count, notes[end].traits.contains(.chordMember),
                notes[end].voice == notes[first].voice, notes[end].onset == notes[first].onset
            {
                end += 1
            }
            let voice = Int(notes[first].voice)
            let onset = notes[first].onset
            var shared = NoteSigns()
            while mark < marks.count, marks[mark].note < end {
                defer { mark += 1 }
                guard marks[mark].note >= first else { continue }
                switch marks[mark].kind {
                case .articulation(let articulation):
                    shared.articulations.formUnion(.init(articulation.kind))
                case .slur(let edge, _) where edge.role == .start:
                    if let last = partner(of: edge) { slurEnds[voice] = max(slurEnds[voice], last.onset) }
                case .arpeggio:
                    signs[marks[mark].note].arpeggio = Int32(clamping: mark)
                    shared.arpeggio = Int32(clamping: mark)
                case .ornament(let ornament):
                    read(ornament, mark: mark, into: &signs, shared: &shared, trill: &trills[voice])
                default: break
                }
            }
            if onset < slurEnds[voice] { shared.articulations.insert(.slurred) }
            for index in first..<end {
                signs[index].articulations = shared.articulations
                signs[index].tremolo = shared.tremolo
                if signs[index].arpeggio < 0 { signs[index].arpeggio = shared.arpeggio }
                signs[index].isTrilled = shared.isTrilled
            }
            // Under a wavy line every note that is struck is trilled.
            if !notes[first].isGrace, trills[voice].end >= onset, signs[first].ornament < 0 {
                signs[first].ornament = trills[voice].mark
                for index in first..<end { signs[index].isTrilled = true }
            }
            first = end
        }
        return signs
    }

    private func read(
        _ ornament: Ornament, mark: Int, into signs: inout [NoteSigns], shared: inout NoteSigns,
        trill: inout (end: Fraction, mark: Int32)
    ) {
        let note = marks[mark].note
        switch ornament.kind {
        case .accidentalMark, .other: return
        case .tremolo:
            if ornament.edge == nil || ornament.edge?.role == .single { shared.tremolo = Int32(clamping: mark) }
        case .wavyLine:
            guard ornament.edge?.role == .start else { return }
            let own = signs[note].ornament
            if own < 0 { signs[note].ornament = Int32(clamping: mark) }
            shared.isTrilled = true
            if let edge = ornament.edge, let last = partner(of: edge), last.onset > notes[note].onset {
                trill = (last.onset, own < 0 ? Int32(clamping: mark) : own)
            }
        default:
            if signs[note].ornament < 0 || isWavyLine(Int(signs[note].ornament)) {
                signs[note].ornament = Int32(clamping: mark)
            }
            if ornament.kind == .trill { shared.isTrilled = true }
        }
    }

    private func isWavyLine(_ mark: Int) -> Bool {
        if case .ornament(let ornament) = marks[mark].kind { ornament.kind == .wavyLine } else { false }
    }

    private func partner(of edge: Edge) -> Note? {
        guard let partner = edge.partner, marks.indices.contains(Int(partner)) else { return nil }
        let note = marks[Int(partner)].note
        return notes.indices.contains(note) ? notes[note] : nil
    }
}
