internal import Counterpoint
internal import ScoreModel

/// Which voices of a score are the theme, and which of the four each is.
struct ThemeVoices {
    /// For each of the four, from the top, its index in `Passage.voices`; nil where the score has none.
    private(set) var voices: [Int?] = [nil, nil, nil, nil]
    /// Those that stay as they are, from 0 at the top.
    private(set) var kept: Set<Int> = []
    /// Whether the score does not say which of the four they are.
    private(set) var areSupposed = false
    private let score: Score
    private let passage: Passage
    /// The voices that sound one note at a time.
    private let lines: [Int]

    private let wishes: ThemeWishes

    init(_ score: Score, _ passage: Passage, _ wishes: ThemeWishes) throws(ThemeError) {
        (self.score, self.passage, self.wishes) = (score, passage, wishes)
        guard !passage.voices.isEmpty else { throw score.nothingToKeep }
        lines = passage.mainVoices.filter { score.polyphony(of: passage.voices[$0], for: wishes.ensemble) == nil }
        let wanted = wishes.kept.map { Set($0.map(\.voice)) }
        if let choir = choir() {
            voices = choir
            kept = wanted ?? [0]
        } else if let wanted {
            try choose(wanted.sorted())
        } else {
            try choose()
        }
        for voice in kept.sorted() {
            guard let index = voices[voice] else { continue }
            if let place = score.polyphony(of: passage.voices[index], for: wishes.ensemble) {
                let label = passage.voices[index].label
                throw ThemeError(
                    .polyphony, "\(label) has several notes at once, and can't be kept as one voice", at: place)
            }
        }
    }

    /// The four voices of a choir or a quartet; nil for other scores.
    ///
    /// A song with its piano may have four voices in the clefs of a choir too, but not as many in each part.
    private func choir() -> [Int]? {
        guard let four = try? passage.fourVoices() else { return nil }
        let counts = Dictionary(grouping: four) { passage.voices[$0].part }.values.map(\.count)
        let roles = Set(four.compactMap { passage.voices[$0].role?.voice })
        return Set(counts).count == 1 && (roles.count == four.count || four.allSatisfy(lines.contains)) ? four : nil
    }

    // MARK: What was asked for

    private mutating func choose(_ wanted: [Int]) throws(ThemeError) {
        kept = Set(wanted)
        if wanted.allSatisfy({ named($0) != nil }) {
            for voice in wanted { voices[voice] = named(voice) }
        } else if let list = [passage.mainVoices, lines, Array(passage.voices.indices)].first(where: {
            $0.count == wanted.count
        }) {
            for (voice, index) in zip(wanted, list) { voices[voice] = index }
        } else if wanted.count == 1, passage.voices.indices.allSatisfy({ voice(named: $0) == nil }), let melody {
            voices[wanted[0]] = melody
        } else {
            let missing =
                wanted.first { named($0) == nil }.map { wishes.performers.roles[$0].name.lowercased() } ?? "voice"
            throw ThemeError(.voiceMissing, "the score has no \(missing): its voices are \(passage.names)")
        }
    }

    private func named(_ voice: Int) -> Int? {
        (passage.mainVoices + passage.voices.indices).first { self.voice(named: $0) == voice }
    }

    /// Which of the four a voice of the score is by its part's name. Voices of one part that are told apart were so by clefs and order, which
    /// says nothing where there is no choir.
    private func voice(named index: Int) -> Int? {
        let own = passage.voices[index]
        let isName = passage.voices.allSatisfy { $0.part != own.part || $0.role == own.role }
        return isName ? own.role?.voice : nil
    }

    // MARK: What there is

    private mutating func choose() throws(ThemeError) {
        let named = lines.filter { voice(named: $0) != nil }
        let sung = passage.mainVoices.filter { score.isSung(passage.voices[$0]) }
        if !named.isEmpty, Set(named.map { voice(named: $0) }).count == named.count {
            for index in named {
                if let voice = voice(named: index) { voices[voice] = index }
            }
        } else if sung.count == 1 || (2...3).contains(sung.count) && sung.allSatisfy(lines.contains) {
            suppose(sung)
        } else if passage.mainVoices.count <= 3, !lines.isEmpty {
            suppose(lines)
        } else if let melody {
            suppose([melody])
        } else if passage.mainVoices.count <= 3 {
            // There are chords in all of them; which one is to be kept makes no difference.
            suppose([passage.mainVoices.first ?? 0])
        } else {
            throw ThemeError(
                .voicesUnclear,
                "the score has \(passage.voices.count) voices (\(passage.names)), and which is the theme is not clear")
        }
        kept = Set(voices.indices.filter { voices[$0] != nil })
    }

    /// The voice that a listener would follow: the only one that is sung, else the top one if it is a line.
    private var melody: Int? {
        let sung = lines.filter { score.isSung(passage.voices[$0]) }
        if sung.count == 1 { return sung[0] }
        return passage.mainVoices.first.flatMap { lines.contains($0) ? $0 : nil }
    }

    private mutating func suppose(_ indices: [Int]) {
        areSupposed = true
        let found = indices.map { passage.voices[$0] }
        let roles =
            found.count == 1 ? [score.voiceByClef(found[0])] : RolesByPitch(found, in: wishes.ensemble.reach).voices
        for (voice, index) in zip(roles, indices) { voices[voice] = index }
    }
}

extension Passage {
    /// The names of its first voices, for people.
    var names: String {
        voices.prefix(8).map(\.label).joined(separator: ", ") + (voices.count > 8 ? ", …" : "")
    }
}

extension Score {
    /// Why a score without voices makes no theme.
    fileprivate var nothingToKeep: ThemeError {
        for part in parts {
            if let note = part.notes.first(where: { !$0.isRest }) {
                let place = Diagnostic.Place(part: part.id, measure: part.measureNumber(Int(note.measure)))
                return note.pitch == nil
                    ? ThemeError(.unpitched, "the notes have no pitch", at: place)
                    : ThemeError(.noNotes, "the score has grace and cue notes only", at: place)
            }
        }
        return ThemeError(.noNotes, "the score has no notes")
    }

    /// Where a voice first has a chord or notes that overlap; nil for a line. Strings play chords.
    fileprivate func polyphony(of voice: Voice, for ensemble: Ensemble) -> Diagnostic.Place? {
        var reader = GridReader(self, .voices, voiceCount: 1, times: .sixteenths(0), top: nil)
        reader.read(voice, as: 0, voice.place(in: self))
        let kinds = ensemble == .strings ? ["overlap"] : ["chord-note", "overlap"]
        return reader.losses.list.first { kinds.contains($0.kind) }?.first
    }

    /// True when a voice has lyrics.
    fileprivate func isSung(_ voice: Voice) -> Bool {
        let place = voice.place(in: self)
        let part = parts[voice.part]
        return part.lyrics.contains { part.notes.indices.contains($0.note) && place.has(part.notes[$0.note]) }
    }

    /// Which of the four a single voice is: the soprano, unless its clef is that of a lower voice.
    fileprivate func voiceByClef(_ voice: Voice) -> Int {
        let staff = voice.place(in: self).staff
        let clef = parts[voice.part].clefs.first { $0.concerns(staff: staff) }?.value
        switch (clef?.sign, clef?.line, clef?.octaveChange) {
        case (.g, _, .some(..<0)), (.c, 4, _): return 2
        case (.c, 3, _): return 1
        case (.f, _, _):
            let keys = voice.events.map(\.pitch.keyNumber)
            let (low, high) = (keys.min() ?? 0, keys.max() ?? 0)
            let isTenor = !Compass.chorales.bass.contains(high) && Compass.chorales.tenor.contains(low)
            return isTenor ? 2 : 3
        default: return 0
        }
    }
}
