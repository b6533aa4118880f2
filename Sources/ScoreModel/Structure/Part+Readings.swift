// What follows from a part's lists and is not stored.

extension Part {
    /// Its slurs, in the order of their first notes.
    public var slurs: [Spanner<Curve>] {
        spanners { if case .slur(_, let curve) = $0 { curve } else { nil } }
    }

    /// Its tuplets, in the order of their first notes, outer ones first.
    public var tuplets: [Spanner<Tuplet>] {
        spanners { if case .tuplet(_, let tuplet) = $0 { tuplet } else { nil } }
            .sorted { ($0.first, $1.last, $0.value.ratio.actual) < ($1.first, $0.last, $1.value.ratio.actual) }
    }

    /// Its fermatas, in the order of their notes.
    public var fermatas: [Attached<Fermata>] {
        marks.compactMap { mark in
            guard case .fermata(let fermata) = mark.kind else { return nil }
            return Attached(note: mark.note, value: fermata, origin: mark.origin)
        }
    }

    /// What its marks and directions say about loudness.
    public var dynamics: [Timed<Dynamic>] {
        var list: [Timed<Dynamic>] = []
        for direction in directions {
            for case .dynamics(let marks, _) in direction.value.signs.joined() {
                list += marks.map { direction.with(.mark($0)) }
            }
            if let percent = direction.value.sound?.dynamics {
                var timed = direction.with(Dynamic.percent(percent))
                timed.onset = direction.soundOnset
                timed.staff = nil
                list.append(timed)
            }
        }
        list += sounds.compactMap { sound in sound.value.dynamics.map { sound.moved.with(.percent($0)) } }
        list.sort { ($0.onset, $0.measure, $0.order) < ($1.onset, $1.measure, $1.order) }
        return list
    }

    private func spanners<Value>(_ value: (Mark.Kind) -> Value?) -> [Spanner<Value>] {
        marks.compactMap { mark in
            guard let edge = mark.edge, edge.role == .start, let partner = edge.partner,
                marks.indices.contains(Int(partner)), let value = value(mark.kind)
            else { return nil }
            return Spanner(
                first: mark.note, last: marks[Int(partner)].note, value: value, origin: mark.origin)
        }
    }
}

extension Timed {
    /// The same moment for something else.
    func with<Other>(_ value: Other) -> Timed<Other> {
        Timed<Other>(onset: onset, measure: measure, staff: staff, value: value, order: order, origin: origin)
    }
}

extension Timed<Sound> {
    /// At the moment when it takes effect.
    var moved: Timed<Sound> {
        var timed = self
        timed.onset = max(onset + (value.offset?.value ?? .zero), .zero)
        return timed
    }
}

extension Timed<Direction> {
    /// When its sound takes effect. An offset moves what is drawn, and the sound only if it says so (XSD, type `offset`).
    var soundOnset: Fraction {
        let own = value.offset.flatMap { $0.movesSound == true ? $0.value : nil } ?? .zero
        return max(onset + own + (value.sound?.offset?.value ?? .zero), .zero)
    }
}

extension Score {
    /// Its tempos, from whatever part they stand in. What is said for playback wins over what is printed beside it.
    public var tempos: [Timed<Tempo>] {
        var list: [Timed<Tempo>] = []
        for part in parts {
            for direction in part.directions {
                if let spoken = direction.value.sound?.tempo {
                    guard let tempo = Tempo(quartersPerMinute: spoken) else { continue }
                    var timed = direction.with(tempo)
                    timed.onset = direction.soundOnset
                    list.append(timed)
                } else {
                    for case .metronome(let metronome) in direction.value.signs.joined() {
                        if let tempo = metronome.tempo { list.append(direction.with(tempo)) }
                    }
                }
            }
            for sound in part.sounds {
                if let tempo = sound.value.tempo.flatMap({ Tempo(quartersPerMinute: $0) }) {
                    list.append(sound.moved.with(tempo))
                }
            }
        }
        for index in list.indices { list[index].staff = nil }
        return list.stablySorted { $0.onset < $1.onset }
    }

    /// Its signs and instructions that change the order of playing, from whatever part they stand in.
    public var jumps: [Timed<Jump>] {
        var list: [Timed<Jump>] = []
        for part in parts {
            var own: [Timed<Jump>] = []
            for direction in part.directions {
                guard let sound = direction.value.sound else { continue }
                own += sound.jumps.map { jump in
                    var timed = direction.with(jump)
                    timed.onset = direction.soundOnset
                    return timed
                }
            }
            for sound in part.sounds { own += sound.value.jumps.map { sound.moved.with($0) } }
            for barline in part.barlines {
                own += barline.value.jumps.map { barline.with($0) }
            }
            for index in own.indices {
                own[index].staff = nil
                guard let length = own[index].value.lastNote else { continue }
                let divisions = part.divisions.inForce(at: own[index].onset, staff: 1) ?? 1
                own[index].value.lastNote = divisions > .zero ? length / divisions : nil
            }
            list += own.stablySorted { ($0.onset, $0.measure, $0.order) < ($1.onset, $1.measure, $1.order) }
        }
        return list.stablySorted { $0.onset < $1.onset }
    }
}

extension Sound {
    /// Its signs and instructions that change the order of playing; the length of a last note as the file counts it.
    var jumps: [Jump] {
        var kinds: [Jump.Kind] = []
        if let segno { kinds.append(.segno(segno)) }
        if let coda { kinds.append(.coda(coda)) }
        if forwardRepeat == true { kinds.append(.forwardRepeat) }
        if let toCoda { kinds.append(.toCoda(toCoda)) }
        // Any value but "no" means the end; some give the duration of the last note (XSD, attribute `fine`).
        if let fine, fine != "no" { kinds.append(.fine) }
        if let dalSegno { kinds.append(.dalSegno(dalSegno)) }
        if daCapo == true { kinds.append(.daCapo) }
        let passes = (timeOnly ?? "").split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
        return kinds.map { kind in
            var jump = Jump(kind, passes: passes)
            if kind == .fine {
                jump.lastNote = fine.flatMap { Fraction(decimal: $0) }.flatMap { $0 > .zero ? $0 : nil }
            }
            return jump
        }
    }
}

extension Array {
    /// Sorted without changing the order of equal elements.
    @inlinable package func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
        // The standard library's sort keeps the order of equals, but does not promise to; most lists are sorted already.
        guard indices.dropFirst().contains(where: { precedes(self[$0], self[$0 - 1]) }) else { return self }
        return enumerated().sorted {
            precedes($0.element, $1.element) || (!precedes($1.element, $0.element) && $0.offset < $1.offset)
        }.map(\.element)
    }
}
