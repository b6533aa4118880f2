internal import ScoreModel

/// The numbers of tick contexts in the tables of a network, six a tick; 0 is “not known”: place in the beat, beat, end of a phrase, key, pickup, beats of
/// a measure.
///
/// A choir's places are sixteenths. Those of strings are twenty-fourths of a quarter note, each with the length of the tick: four kinds.
extension Vocabulary {
    /// The sizes of the tables.
    var contextSizes: [Int] {
        switch ensemble {
        case .choir: [13, 17, 3, 13, 3, 17]
        case .strings: [1 + Self.finePlaces * Self.lengths.count, 17, 3, 13, 3, 17]
        }
    }

    /// A dotted quarter note has as many twenty-fourths of a quarter.
    private static let finePlaces = 36
    /// The shortest ticks of each kind but the last: sixteenths, what is about half of that, about a third, and the rest.
    private static let lengths: [Fraction] = [1 / 4, 1 / 8, 1 / 12, 0]

    /// The id of a place in the beat.
    fileprivate func id(place: Fraction, length: Fraction) -> UInt8 {
        switch ensemble {
        case .choir: return UInt8(min(max((place * 4).floor, 0) + 1, contextSizes[0] - 1))
        case .strings:
            let fine = min(max((place * 24).floor, 0), Self.finePlaces - 1)
            let kind = Self.lengths.firstIndex { length >= $0 } ?? Self.lengths.count - 1
            return UInt8(1 + fine * Self.lengths.count + kind)
        }
    }

    /// Whether ids tell a place as another one.
    fileprivate func isRough(_ rough: Fraction, of exact: Fraction) -> Bool {
        id(place: rough, length: .zero) == id(place: exact, length: .zero)
    }

    /// A place in the beat that has an id.
    fileprivate func place(id: Int) -> Fraction {
        switch ensemble {
        case .choir: Fraction(id - 1) / 4
        case .strings: Fraction((id - 1) / Self.lengths.count) / 24
        }
    }
}

extension Grid {
    /// The ids of its ticks.
    public var contextIds: [UInt8] {
        let sizes = vocabulary.contextSizes
        func id(_ number: Int?, in size: Int) -> UInt8 { number.map { UInt8(min(max($0, 0) + 1, size - 1)) } ?? 0 }
        func id(_ truth: Bool?) -> UInt8 { truth.map { $0 ? 2 : 1 } ?? 0 }
        var ids: [UInt8] = []
        ids.reserveCapacity(6 * ticks.count)
        for (tick, context) in ticks.enumerated() {
            let place = context.placeInBeat.map { vocabulary.id(place: $0, length: times[tick + 1] - times[tick]) }
            ids.append(place ?? 0)
            ids.append(id(context.beatInMeasure, in: sizes[1]))
            ids.append(id(context.endsPhrase))
            ids.append(context.fifths.map { UInt8((($0 % 12) + 12) % 12 + 1) } ?? 0)
            ids.append(id(context.isPickup))
            ids.append(id(context.beatsPerMeasure.map { $0 - 1 }, in: sizes[5]))
        }
        return ids
    }
}

extension TickContext {
    /// The contexts of ticks that have given ids. Of keys that sound alike, the one with fewer signs is meant.
    static func contexts(ids: [UInt8], at times: TickTimes, _ vocabulary: Vocabulary) -> [TickContext] {
        var contexts: [TickContext] = []
        contexts.reserveCapacity(times.count)
        for tick in 0..<times.count {
            let own = ids[(6 * tick)..<(6 * tick + 6)].map { $0 > 0 ? Int($0) - 1 : nil }
            var place = ids[6 * tick] > 0 ? vocabulary.place(id: Int(ids[6 * tick])) : nil
            // What ids tell roughly of strings' ticks, their lengths tell exactly.
            if vocabulary.ensemble == .strings, let rough = place, let last = contexts.last,
                last.beatInMeasure == own[1], let before = last.placeInBeat
            {
                let exact = before + times[tick] - times[tick - 1]
                if vocabulary.isRough(rough, of: exact) { place = exact }
            }
            contexts.append(
                TickContext(
                    placeInBeat: place, beatInMeasure: own[1], endsPhrase: own[2].map { $0 == 1 },
                    fifths: own[3].map { $0 > 6 ? $0 - 12 : $0 }, isPickup: own[4].map { $0 == 1 },
                    beatsPerMeasure: own[5].map { $0 + 1 }))
        }
        return contexts
    }
}
