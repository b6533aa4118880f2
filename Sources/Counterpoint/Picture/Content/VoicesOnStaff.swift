internal import ScoreModel

/// One voice in one measure.
private struct MeasureOfVoice: Hashable {
    var measure: Int
    var voice: VoiceOnStaff
}

extension [PictureChord] {
    /// The places of the chords of each voice in each measure, apart from grace notes, in order.
    func voices(ofGrace isGrace: Bool) -> [[Int]] {
        let lines = Dictionary(grouping: indices.filter { self[$0].isGrace == isGrace }) {
            MeasureOfVoice(measure: self[$0].moment.measure, voice: self[$0].voice)
        }
        return lines.sorted { ($0.key.measure, $0.key.voice) < ($1.key.measure, $1.key.voice) }.map(\.value)
    }

    /// Gives stems their direction.
    ///
    /// One voice alone follows its heads: the one farthest from the middle line decides, and the stem goes down when none does.
    /// Of several the first and third go up, the others down, unless their file tells them apart by their stems.
    mutating func directStems(beams: [BeamedGroup]) {
        let measures = Dictionary(grouping: indices) { self[$0].moment.measure }
        for places in measures.values {
            let voices = Set(places.map { self[$0].voice }).sorted()
            guard voices.count > 1 else { continue }
            let ups = written(places, voices: voices) ?? voices.indices.map { $0.isMultiple(of: 2) }
            let isUp = Dictionary(zip(voices, ups), uniquingKeysWith: { first, _ in first })
            for place in places {
                self[place].isUp = isUp[self[place].voice] ?? true
                self[place].isAlone = false
            }
        }
        let groups = beams.map(\.chords) + indices.filter { !self[$0].isBeamed }.map { [$0] }
        for group in groups where group.allSatisfy({ self[$0].isAlone }) {
            guard let high = group.map({ self[$0].high }).max(), let low = group.map({ self[$0].low }).min() else {
                continue
            }
            let isUp = self[group[0]].isGrace || high - 4 < 4 - low
            for place in group { self[place].isUp = isUp }
        }
    }

    /// The directions of voices' stems in their file, where it tells them apart by these.
    private func written(_ places: [Int], voices: [VoiceOnStaff]) -> [Bool]? {
        // Parts that share a staff here had one each in their file.
        guard Set(voices.map(\.source)).count == 1 else { return nil }
        var balances = Dictionary(voices.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
        for place in places where !self[place].isGrace {
            let stem = self[place].writtenStem
            balances[self[place].voice, default: 0] += stem == .up ? 1 : stem == .down ? -1 : 0
        }
        let signs = Set(balances.values.map { $0.signum() })
        guard signs.contains(1), signs.contains(-1) else { return nil }
        return voices.enumerated().map { number, voice in
            let balance = balances[voice] ?? 0
            return balance == 0 ? number.isMultiple(of: 2) : balance > 0
        }
    }

    /// Merges rests that two voices have in common into one.
    mutating func mergeRests() {
        for places in Dictionary(grouping: indices, by: { self[$0].moment }).values {
            let voices = places.filter { !self[$0].isGrace && !self[$0].isAlone }
            guard voices.count == 2, voices.allSatisfy({ self[$0].isRest }),
                self[voices[0]].value == self[voices[1]].value,
                self[voices[0]].fillsMeasure == self[voices[1]].fillsMeasure
            else { continue }
            self[voices[0]].isAlone = true
            self[voices[1]].isMerged = true
        }
    }
}
