extension Numeral {
    /// The chord that it is in a key.
    public func chord(in key: Tonality) -> Chord {
        let local = target.map { Tonality(key.tone(of: $0, leads: false), isTargetMinor ? .minor : .major) } ?? key
        return Chord(local.tone(of: degree, leads: quality.triad == .diminished), quality, bass: bass)
    }
}
