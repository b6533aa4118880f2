internal import Counterpoint
public import ScoreModel

extension Theme {
    /// The theme that a score is.
    ///
    /// - Throws: `no-notes`, `unpitched`, `polyphony`, `range-too-wide`, `voice-missing`, `voices-unclear`, `too-long`, `phrase-missing`.
    /// - Complexity: In proportion to notes and ticks, but for the search for music that comes back.
    public init(_ score: Score, _ wishes: ThemeWishes = ThemeWishes()) throws(ThemeError) {
        let passage = Passage(score)
        let choice = try ThemeVoices(score, passage, wishes)
        let voices = choice.voices.map { $0.map { passage.voices[$0] } }
        let kept = choice.kept.sorted()
        let themes = kept.compactMap { voices[$0] }
        guard let first = themes.first ?? voices.compactMap({ $0 }).first else {
            throw ThemeError(
                .voiceMissing, "no voice is to be kept, and the score has no four voices to be written anew")
        }
        // The top voice's fermatas are what a model has learned from, whoever is kept.
        let marked = voices.compactMap { $0 }.first { $0.events.contains(where: \.hasFermata) }
        let theme = wishes.phrases == .found ? marked ?? first : first
        let transposition = try wishes.compass.transposition(
            of: kept, voices, within: Vocabulary(wishes.ensemble).moves, names: wishes.performers.roles.map(\.name))
        let phrases = try ThemePhrases(score, theme, wishes.phrases)
        let roles = wishes.performers.roles
        let given = voices.enumerated().map { $1?.place(in: score, as: roles[$0]) }
        let instrumented = InstrumentedParts(
            score, given, as: roles, sparing: { voices[$0].map { wishes.spares($0) } ?? true })
        let added = AddedVoices(
            instrumented.score, given: instrumented.places, leading: first.place(in: score), for: wishes.performers)

        let times: TickTimes
        do {
            times = try TickTimes(of: score, for: wishes.ensemble, voices: themes)
        } catch { throw ThemeError(.tooLong, error.message) }
        var reader = GridReader(
            added.score, Vocabulary(wishes.ensemble).below(transposition), voiceCount: NetworkShape.voices,
            times: times, top: added.places[kept.first ?? 0])
        for index in kept {
            if let voice = voices[index] { reader.read(voice, as: index, added.places[index]) }
        }
        var adaptations = ThemeAdaptations(score)
        let composed = Set(voices.indices.filter { !kept.contains($0) }.compactMap { given[$0]?.part })
            .filter(given.compactMap(\.self).haveOne)
        adaptations.tellVoices(choice, passage, roles) { voice in
            wishes.ensemble == .strings && composed.contains(voice.place(in: score).part)
        }
        adaptations.tellLosses(reader.losses.list)
        adaptations.tell(transposition: transposition)
        for index in voices.indices where !kept.contains(index) {
            if let voice = voices[index] { reader.read(voice, as: index, added.places[index]) }
        }
        reader.omit(Passage(added.score), choice.voices.compactMap { $0 }, added.places)

        var grid = reader.grid
        let keys = grid.setKeysIfUnknown(from: themes.isEmpty ? [first] : themes, score)
        if wishes.ensemble == .choir || phrases.areSaid {
            grid.setPhrases(phrases, of: theme)
        } else if !kept.contains(0) {
            // The rests of a part that is composed anew say nothing.
            for tick in grid.ticks.indices { grid.ticks[tick].endsPhrase = nil }
        }
        // A choir is silent together; the instruments of a quartet answer each other.
        let silence = wishes.ensemble == .choir ? score.silence(of: themes) : []
        let measures = score.gridMeasures
        adaptations.tell(keys: keys)
        adaptations.tell(phrases, of: theme)
        adaptations.tell(silence: silence)
        self.init(
            score: added.score,
            reading: Grid.Reading(
                grid: grid, places: added.places, losses: reader.losses.list),
            kept: choice.kept, transposition: transposition, adaptations: adaptations.list,
            fermatas: phrases.fermatas.map { times.nearest(theme.events[$0].end) },
            silence: silence.map { times.ticks(of: measures[$0]) })
    }
}

extension Vocabulary {
    /// The moves for which there is a vocabulary.
    fileprivate var moves: ClosedRange<Int> { pitches.upperBound - 127...pitches.lowerBound }

    /// What its tokens mean to somebody for whom a model reads everything so many semitones higher.
    fileprivate func below(_ semitones: Int) -> Vocabulary {
        Vocabulary(pitches: pitches.lowerBound - semitones...pitches.upperBound - semitones, for: ensemble) ?? self
    }
}

extension Compass {
    /// The move that brings the voices that are kept into their ranges.
    fileprivate func transposition(
        of kept: [Int], _ voices: [Voice?], within moves: ClosedRange<Int>, names: [String]
    ) throws(ThemeError) -> Int {
        let ranges = kept.compactMap { index -> (voice: Int, pitches: ClosedRange<Int>)? in
            let keys = (voices[index]?.events ?? []).map(\.pitch.keyNumber)
            guard let low = keys.min(), let high = keys.max() else { return nil }
            return (index, low...high)
        }
        if let move = move(of: ranges, within: moves) { return move }
        for (index, pitches) in ranges where pitches.count > self[index].count {
            throw ThemeError(
                .rangeTooWide,
                "\(voices[index]?.label ?? "") goes over \(pitches.count - 1) semitones, more than the \(self[index].count - 1) of the "
                    + "model's \(names[index].lowercased())"
            )
        }
        throw ThemeError(.rangeTooWide, "no move brings all voices that are kept into the ranges that the model knows")
    }
}

extension Voice {
    /// Where the voice stands, as one of four.
    fileprivate func place(in score: Score, as role: Role) -> VoicePlace {
        let place = place(in: score)
        return VoicePlace(
            part: place.part, staff: place.staff, voice: place.voice, role: place.role ?? role, label: place.label)
    }
}

extension Grid {
    /// The ends of phrases as fermatas, and nothing else.
    fileprivate mutating func setPhrases(_ phrases: ThemePhrases, of voice: Voice) {
        for tick in ticks.indices { ticks[tick].endsPhrase = false }
        for event in phrases.ends.map({ voice.events[$0] }) {
            for tick in times.ticks(from: event.onset, to: event.end) { ticks[tick].endsPhrase = true }
        }
    }

    /// The key signatures that one would write for some voices, where the score has none; what was found.
    fileprivate mutating func setKeysIfUnknown(from voices: [Voice], _ score: Score) -> [KeyFinding.Region] {
        guard ticks.allSatisfy({ $0.fifths == nil }) else { return [] }
        let tones = voices.flatMap(\.events).map {
            Tone(onset: $0.onset, duration: $0.end - $0.onset, key: $0.pitch.keyNumber)
        }
        let found = KeyFinding(tones, boundaries: score.measures.map(\.onset)).signatures
        for (index, region) in found.enumerated() {
            guard let fifths = region.key.fifths, (-7...7).contains(fifths) else { continue }
            let start = index == 0 ? times[0] : region.start
            let end = index + 1 < found.count ? region.end : times[times.count]
            for tick in times.ticks(from: start, to: end) { ticks[tick].fifths = fifths }
        }
        return found
    }
}

extension Score {
    /// The measures in which no voice of several sounds; none when there are no voices.
    fileprivate func silence(of voices: [Voice]) -> [Int] {
        guard !voices.isEmpty else { return [] }
        var sounds = Array(repeating: false, count: measures.count)
        for voice in voices {
            var measure = 0
            for event in voice.events {
                while measure + 1 < measures.count, measures[measure + 1].onset <= event.onset { measure += 1 }
                var reached = measure
                while reached < measures.count, measures[reached].onset < event.end {
                    sounds[reached] = true
                    reached += 1
                }
            }
        }
        return measures.indices.filter { !sounds[$0] && measures[$0].length > .zero }
    }
}
