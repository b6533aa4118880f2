extension Numeral {
    /// The place of the leading tone in a dominant: the third of a chord on the fifth degree, the root of one on the seventh. Of an applied
    /// chord it leads to the degree that the chord is applied to. Nil for all other chords.
    var leadingMember: Chord.Member? {
        if isDominant { return degree.number == 7 ? .root : .third }
        return degree == Degree(5) && quality == .augmented ? .third : nil
    }
}

extension ChordSpan {
    /// The tonic that its leading tone leads to; nil when it is no dominant.
    var goal: TonalPitchClass? {
        // From the leading tone up to the tonic it is a minor second, five fifths down.
        numeral.leadingMember.flatMap { chord[$0] }.map { $0 + -5 }
    }
}
