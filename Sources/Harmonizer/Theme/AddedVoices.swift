internal import Counterpoint
internal import ScoreModel

/// A score in which each of four voices has a place: those that it lacks stand in parts of their own, which rest.
///
/// A new part stands below the next higher voice, else above the next lower one. It has the clef of its voice, and the measures, keys, meters and
/// bar lines of the part that the theme is in. Nothing in the other parts is touched.
struct AddedVoices {
    private(set) var score: Score
    /// Where the four voices stand, from the top.
    let places: [VoicePlace]

    /// - Parameters:
    ///   - given: Where those stand that the score has, from the top.
    ///   - leading: Which of them tells keys, meters and bar lines.
    ///   - ensemble: Who performs what is added.
    init(_ score: Score, given: [VoicePlace?], leading: VoicePlace, for ensemble: Ensemble) {
        self.score = score
        var places = given
        var source = leading.part
        for voice in given.indices where given[voice] == nil {
            let above = places[..<voice].compactMap { $0 }.last
            let below = places[(voice + 1)...].compactMap { $0 }.first
            let index = above.map { $0.part + 1 } ?? below?.part ?? 0
            let role = ensemble.roles[voice]
            let part = self.score.restingPart(of: role, like: source, staff: leading.staff)
            self.score.insert(part, at: index)
            if source >= index { source += 1 }
            for other in places.indices {
                if let place = places[other], place.part >= index {
                    places[other] = place.moved(toPart: place.part + 1)
                }
            }
            places[voice] = VoicePlace(part: index, staff: 1, voice: 0, role: role, label: role.name)
        }
        self.places = places.compactMap { $0 }
    }
}

extension VoicePlace {
    fileprivate func moved(toPart part: Int) -> VoicePlace {
        VoicePlace(part: part, staff: staff, voice: voice, role: role, label: label)
    }
}

extension Score {
    fileprivate mutating func insert(_ part: Part, at index: Int) {
        parts.insert(part, at: index)
        for group in groups.indices {
            let range = groups[group].parts
            let (start, end) = (range.lowerBound, range.upperBound)
            groups[group].parts = (start >= index ? start + 1 : start)..<(end > index ? end + 1 : end)
        }
    }

    /// A part for a voice that rests in all measures.
    fileprivate func restingPart(of role: Role, like source: Int, staff: Int) -> Part {
        let ids = Set(parts.map(\.id))
        let number = (1...ids.count + 1).first { !ids.contains("P\($0)") } ?? 0
        var part = role.part(id: "P\(number)")
        let model = parts[source]
        part.keys = model.soundingKeys(staff: staff)
        let metered = model.meters.isEmpty ? parts.first { !$0.meters.isEmpty } ?? model : model
        part.meters = metered.meters.filter { $0.concerns(staff: staff) }.map { $0.bare($0.value) }
        part.barlines = model.barlines.compactMap { barline in
            guard barline.value.location != .middle else { return nil }
            var line = Barline(location: barline.value.location)
            (line.style, line.repeat, line.ending) = (barline.value.style, barline.value.repeat, barline.value.ending)
            return barline.bare(line)
        }
        for (index, measure) in measures.enumerated() {
            var share = PartMeasure(index: index, number: measure.number, filled: measure.length)
            share.isImplicit = measure.isImplicit ? true : nil
            part.measures.append(share)
            guard measure.length > .zero else { continue }
            var rest = Note(
                measure: index, onset: measure.onset, duration: measure.length, content: .rest(staffPosition: nil))
            rest.traits.insert(.wholeMeasure)
            part.notes.append(rest)
        }
        return part
    }
}

extension Part {
    /// Its key signatures on a staff as a part has them that is written as it sounds.
    fileprivate func soundingKeys(staff: Int) -> [Timed<Key>] {
        keys.filter { $0.concerns(staff: staff) }.map { key in
            let shift = fifthsToSounding(at: key.onset, staff: staff)
            guard shift != 0, case .traditional(let fifths, let mode) = key.value.content else {
                return key.bare(key.value)
            }
            let sounding =
                (-7...7).contains(fifths + shift) ? fifths + shift : fifths + shift - 12 * (shift > 0 ? 1 : -1)
            return key.bare(.traditional(fifths: sounding, mode: mode))
        }
    }
}

extension Timed {
    /// The same moment for something on the only staff of another part.
    fileprivate func bare<Other>(_ value: Other) -> Timed<Other> {
        Timed<Other>(onset: onset, measure: measure, value: value)
    }
}
