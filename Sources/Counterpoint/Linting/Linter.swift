public import ScoreModel

/// Judges passages by the rules of a style.
public struct Linter: Sendable {
    /// How it judges.
    public let settings: Settings
    private let sonorityRules: [any SonorityRule]
    private let motionRules: [any MotionRule]
    private let progressionRules: [any ProgressionRule]
    private let lineRules: [any LineRule]
    private let beatRules: [any BeatRule]
    private let doublingRules: [any DoublingRule]
    private let chordRules: [any ChordRule]

    /// A linter with all rules that its settings leave on.
    public init(_ settings: Settings = Settings()) {
        self.settings = settings
        let rules = RuleList.all.filter { !settings.isOff($0.card) }.map { $0.init(settings.limits) }
        sonorityRules = rules.compactMap { $0 as? any SonorityRule }
        motionRules = rules.compactMap { $0 as? any MotionRule }
        progressionRules = rules.compactMap { $0 as? any ProgressionRule }
        lineRules = rules.compactMap { $0 as? any LineRule }
        beatRules = rules.compactMap { $0 as? any BeatRule }
        doublingRules = rules.compactMap { $0 as? any DoublingRule }
        chordRules = rules.compactMap { $0 as? any ChordRule }
    }

    /// True when one of its rules needs to know the chords.
    public var needsHarmony: Bool { !chordRules.isEmpty }

    /// What is wrong with a score, in the order of time.
    public func findings(in score: Score, spelling: SpellingSource = .written) -> [Finding] {
        findings(in: Passage(score, spelling: spelling), of: score)
    }

    /// What is wrong with a passage, in the order of time.
    ///
    /// - Parameters:
    ///   - score: The score that the passage was made from.
    ///   - harmony: Its harmony; what can be found of it if nil.
    public func findings(in passage: Passage, of score: Score, harmony: HarmonicAnalysis? = nil) -> [Finding] {
        var findings = FindingList(passage: passage, score: score, settings: settings)
        if needsHarmony {
            judgeChords(of: harmony ?? HarmonicAnalysis(passage, of: score), in: passage, &findings)
        }
        for voice in passage.voices.indices where !lineRules.isEmpty {
            for line in passage.lines(of: voice) where !findings.isFull {
                for rule in lineRules { findings.add(rule.offences(in: line), of: rule) }
            }
        }
        for moment in progressionRules.isEmpty ? [] : passage.attacks where !findings.isFull {
            let progression = passage.progression(at: moment)
            for rule in progressionRules { findings.add(rule.offences(in: progression), of: rule) }
        }
        let beats = beatRules.isEmpty ? [] : passage.clock.beats
        for pair in passage.pairs where !findings.isFull {
            judgeSonorities(of: pair, in: passage, &findings)
            judgeMotions(of: pair, in: passage, beats: beats, &findings)
        }
        return findings.sorted()
    }

    /// How many findings about one score are told at most. More would help nobody, and those of hostile files would fill the memory.
    public static let mostFindings = 20_000

    private func judgeChords(of harmony: HarmonicAnalysis, in passage: Passage, _ findings: inout FindingList) {
        passage.forEachChordWindow(of: harmony) { window in
            guard !findings.isFull else { return }
            for rule in chordRules { findings.add(rule.offences(in: window), of: rule) }
        }
    }

    private func judgeSonorities(of pair: VoicePair, in passage: Passage, _ findings: inout FindingList) {
        guard !sonorityRules.isEmpty else { return }
        var broken = [Bool](repeating: false, count: sonorityRules.count)
        for moment in passage.changes(of: pair) where !findings.isFull {
            let sonority = passage.sonority(of: pair, at: moment)
            for (index, rule) in sonorityRules.enumerated() {
                guard let sonority, rule.isBroken(by: sonority) else {
                    broken[index] = false
                    continue
                }
                if !broken[index] { findings.add([rule.offence(in: sonority)], of: rule) }
                broken[index] = true
            }
        }
    }

    private func judgeMotions(of pair: VoicePair, in passage: Passage, beats: [Fraction], _ findings: inout FindingList)
    {
        var motions = passage.motions(of: pair)
        let doublings = passage.doublings(in: &motions, length: settings.limits.doublingLength)
        for motion in motions where !findings.isFull {
            for rule in motionRules { findings.add(rule.offence(in: motion), of: rule) }
        }
        for doubling in doublings where !findings.isFull {
            for rule in doublingRules { findings.add([rule.offence(in: doubling)], of: rule) }
        }
        for motion in passage.beatMotions(of: pair, beats: beats) where !findings.isFull {
            for rule in beatRules { findings.add(rule.offence(in: motion), of: rule) }
        }
    }
}
