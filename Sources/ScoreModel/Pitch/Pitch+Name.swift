extension Pitch {
    /// The pitch of a name such as `C4`, `F#5` or `Bbb3`; nil when it is none.
    public init?(_ name: some StringProtocol) {
        var rest = Substring(name)
        guard let letter = rest.popFirst(), let step = Step.allCases.first(where: { $0.letter == String(letter) })
        else { return nil }
        let sharps = rest.prefix { $0 == "#" }.count
        let flats = sharps > 0 ? 0 : rest.prefix { $0 == "b" }.count
        guard sharps <= 2, flats <= 2, let octave = Int8(rest.dropFirst(sharps + flats)), (-1...10).contains(octave)
        else { return nil }
        self.init(step, alter: Semitones(sharps - flats), octave: octave)
    }
}
