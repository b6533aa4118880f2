/// All rules, in the order of the documentation.
public enum RuleList {
    /// The rules.
    public static let all: [any Rule.Type] = [
        ParallelFifths.self, ParallelOctaves.self, ParallelUnisons.self, DoublingRun.self, ContraryFifths.self,
        ContraryOctaves.self, UnequalFifths.self, BeatParallels.self,
        DirectFifths.self, DirectOctaves.self, DirectUnison.self, AllVoicesSameDirection.self,
        VoiceRange.self, InstrumentRange.self, Tessitura.self,
        SpacingUpper.self, SpacingBass.self, VoiceCrossing.self, VoiceOverlap.self,
        MelodicAugmented.self, MelodicDiminished.self, MelodicSeventh.self, MelodicBeyondOctave.self,
        LeapRecovery.self, OutlineDissonance.self,
        CrossRelation.self, LeadingToneDoubled.self, LeadingToneUnresolved.self, LeadingToneNotRaised.self,
        SeventhUnresolved.self, SeventhDoubled.self,
        DoubledThird.self, MissingThird.self, MissingRootOrFifth.self, SixFourDoubling.self,
        DissonanceUnclassified.self, SuspensionUnresolved.self, SuspensionDoubledResolution.self, FourthAboveBass.self,
        SimultaneousSemitone.self,
        CadenceFinalNotTonic.self, CadentialSixFour.self, CadenceLeadingTone.self, PhraseEndDissonance.self,
    ]

    /// What the rules say of themselves.
    public static let cards: [RuleCard] = all.map { $0.card }

    /// The rule of the given name.
    public static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.card.id == id } }
}
