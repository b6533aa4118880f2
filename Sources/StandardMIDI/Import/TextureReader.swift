internal import ScoreModel

/// Finds the parts of a file, and the voices and staves of each.
struct TextureReader {
    private(set) var parts: [VoicedPart] = []
    private(set) var guesses: [Guess] = []
    private let wanted: Transcription.Parts

    /// Notes in one hand are divided into at most so many voices.
    private static let mostVoicesAHand = 2

    init(_ source: TranscriptionSource, _ tones: [Tone], _ wanted: Transcription.Parts) {
        self.wanted = wanted
        let grouping: PartPlan.Grouping =
            switch wanted {
            case .byTrack: .track
            case .byChannel: .channel
            case .auto, .byVoice: .trackAndChannel
            }
        let plans = PartPlan.parts(source, by: grouping)
        let read = parallel(plans.count) { index in
            TextureReader(plans[index], plans[index].notes.map { tones[$0] }, wanted)
        }
        parts = read.flatMap(\.parts)
        guesses = read.flatMap(\.guesses)
    }

    private init(_ plan: PartPlan, _ tones: [Tone], _ wanted: Transcription.Parts) {
        self.wanted = wanted
        read(plan, tones)
    }

    private mutating func read(_ plan: PartPlan, _ tones: [Tone]) {
        if plan.isDrums {
            parts.append(VoicedPart(plan, tones, voices: tones.map { _ in 0 }, staves: [1]))
            return
        }
        if wanted == .byVoice {
            divide(plan, tones)
            return
        }
        switch Texture(tones).kind {
        case .line: add(plan, tones, most: 1)
        case .chords: addLine(plan, tones)
        case .voices(let count) where count <= 2: add(plan, tones, most: count)
        case .voices where wanted == .auto && !isForTwoHands(plan): divide(plan, tones)
        case .voices, .keyboard: addHands(plan, tones)
        }
    }

    private func isForTwoHands(_ plan: PartPlan) -> Bool {
        plan.setting.program.map(GeneralMIDI.isForTwoHands) ?? false
    }

    /// A part on one staff.
    private mutating func add(_ plan: PartPlan, _ tones: [Tone], most: Int) {
        let separation = VoiceSeparation(tones, most: most, allowsChords: true)
        if separation.count > 1 { tell(.voices, "\(separation.count) voices", separation.confidence, plan) }
        parts.append(
            VoicedPart(
                plan, tones, voices: separation.voices, staves: Array(repeating: 1, count: max(separation.count, 1))))
    }

    /// A part on one staff whose line has chords now and then.
    private mutating func addLine(_ plan: PartPlan, _ tones: [Tone]) {
        let voices = tones.voicesOfHeldTones()
        parts.append(
            VoicedPart(plan, tones, voices: voices, staves: Array(repeating: 1, count: (voices.max() ?? 0) + 1)))
    }

    /// A part on two staves.
    private mutating func addHands(_ plan: PartPlan, _ tones: [Tone]) {
        let hands = HandSeparation(tones)
        tell(.hands, "2 hands", hands.confidence, plan)
        var voices = tones.map { _ in 0 }
        var staves: [Int] = []
        for staff in 1...2 {
            let members = tones.indices.filter { hands.isLower[$0] == (staff == 2) }
            let held = members.map { tones[$0] }.voicesOfHeldTones()
            for (index, voice) in zip(members, held) { voices[index] = staves.count + voice }
            staves += Array(repeating: staff, count: (held.max() ?? 0) + 1)
        }
        parts.append(VoicedPart(plan, tones, voices: voices, staves: staves))
    }

    /// A part for each voice.
    private mutating func divide(_ plan: PartPlan, _ tones: [Tone]) {
        let separation = VoiceSeparation(tones)
        if separation.count > 1 { tell(.voices, "\(separation.count) voices", separation.confidence, plan) }
        var members = [[Int]](repeating: [], count: max(separation.count, 1))
        for (index, voice) in separation.voices.enumerated() { members[voice].append(index) }
        for (voice, members) in members.enumerated() {
            var part = plan
            part.notes = members.map { plan.notes[$0] }
            if separation.count > 1 {
                part.name = [plan.name, "Voice \(voice + 1)"].filter { !$0.isEmpty }.joined(separator: ", ")
            }
            parts.append(
                VoicedPart(part, members.map { tones[$0] }, voices: members.map { _ in 0 }, staves: [1]))
        }
    }

    private mutating func tell(_ kind: Guess.Kind, _ value: String, _ confidence: Double, _ plan: PartPlan) {
        guesses.append(Guess(kind, value, confidence, at: .init(part: plan.name.isEmpty ? nil : plan.name)))
    }
}
