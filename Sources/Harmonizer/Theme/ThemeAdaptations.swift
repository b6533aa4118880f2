internal import Counterpoint
internal import ScoreModel

/// Tells what was supposed, found or done, so that a score could be a theme.
struct ThemeAdaptations {
    private(set) var list: [Diagnostic] = []
    private let score: Score

    init(_ score: Score) { self.score = score }

    private mutating func tell(_ code: String, _ message: String, at place: Diagnostic.Place = Diagnostic.Place()) {
        list.append(Diagnostic(code: code, severity: .note, place: place, message: message))
    }

    /// Which voices are the theme, which were added, and which have no part in it.
    ///
    /// - Parameter isReplaced: Whether a voice goes with one that is composed anew.
    mutating func tellVoices(
        _ choice: ThemeVoices, _ passage: Passage, _ roles: [Role], isReplaced: (Voice) -> Bool
    ) {
        if choice.areSupposed {
            for (role, index) in zip(roles, choice.voices) {
                guard let index else { continue }
                tell("role-supposed", "\(passage.voices[index].label) is taken for the \(role.name.lowercased())")
            }
        }
        let added = zip(roles, choice.voices).filter { $0.1 == nil }.map { $0.0.name.lowercased() }
        if !added.isEmpty { tell("voice-added", "\(added.joined(separator: ", ")): added") }
        let others = passage.voices.indices.filter { !choice.voices.contains($0) }.map { passage.voices[$0] }
        tell("voice-replaced", others.filter(isReplaced), "played with what is composed anew, and goes with it")
        tell(
            "voice-left-alone", others.filter { !isReplaced($0) },
            "not among the four voices, left as it is and not listened to")
    }

    private mutating func tell(_ code: String, _ voices: [Voice], _ message: String) {
        guard !voices.isEmpty else { return }
        let names = voices.prefix(4).map(\.label).joined(separator: ", ") + (voices.count > 4 ? ", …" : "")
        tell(code, "\(names): \(message)")
    }

    /// What the grid does not hold of the voices that are kept. In the score they stay as they are.
    mutating func tellLosses(_ losses: [Loss]) {
        let texts = [
            "note-off-grid": "begin or end between two sixteenths, and are heard at the nearest",
            "note-too-short": "are too short to be heard",
            "grace-note": "are grace notes, which are not heard",
            "cue": "are cue notes, which are not heard",
            "unpitched-note": "have no pitch, and are not heard",
            "microtone": "lie between two keys, and are heard at the nearest",
        ]
        for loss in losses {
            guard let text = texts[loss.kind] else { continue }
            tell(
                loss.kind, "\(loss.count) of the notes that are kept \(text); they stay as they are written",
                at: loss.first)
        }
    }

    mutating func tell(transposition: Int) {
        guard transposition != 0 else { return }
        let size = abs(transposition) == 1 ? "a semitone" : "\(abs(transposition)) semitones"
        tell(
            "transposed",
            "the model reads it \(size) \(transposition > 0 ? "higher" : "lower"), and what it writes is moved back")
    }

    mutating func tell(keys: [KeyFinding.Region]) {
        for region in keys {
            tell("key-found", "no key signature is written; \(region.key) is supposed", at: place(of: region.start))
        }
        if score.parts.allSatisfy(\.meters.isEmpty) {
            tell("meter-missing", "no meter is written, and none is supposed")
        }
    }

    mutating func tell(_ phrases: ThemePhrases, of voice: Voice) {
        guard phrases.found > 0 else { return }
        let fermatas = Set(phrases.fermatas)
        let found = phrases.ends.filter { !fermatas.contains($0) }.map { voice.events[$0] }
        let measures = found.compactMap { place(of: $0.onset).measure }
        tell(
            "phrases-found",
            "\(found.count) ends of phrases were found, in measures \(measures.joined(separator: ", "))")
    }

    mutating func tell(silence measures: [Int]) {
        guard let first = measures.first else { return }
        let numbers = measures.map { score.measures[$0].number }.joined(separator: ", ")
        tell(
            "silence", "the theme is silent in measures \(numbers), and so are the voices that are added",
            at: Diagnostic.Place(measure: score.measures[first].number))
    }

    private func place(of time: Fraction) -> Diagnostic.Place {
        Diagnostic.Place(measure: score.measures.last { $0.onset <= time }?.number)
    }
}
