/// A meter and where its first downbeat is: which eighths of a measure are strong.
struct MetricalTemplate {
    /// The meter, by beats over a beat type.
    let meter: Meter
    /// The length of a measure, in eighths.
    let length: Int
    /// How far secondary strong beats are from each other, in eighths; nil where there are none.
    let half: Int?
    /// The length of a beat, in eighths.
    let beat: Int
    /// How common the meter is: rough shares of the movements of the classical repertoire.
    let share: Double

    /// The meters that are looked for.
    static let all = [
        MetricalTemplate(4, 4, half: 4, beat: 2, share: 0.38), MetricalTemplate(3, 4, half: nil, beat: 2, share: 0.22),
        MetricalTemplate(2, 4, half: nil, beat: 2, share: 0.15), MetricalTemplate(6, 8, half: 3, beat: 1, share: 0.11),
        MetricalTemplate(2, 2, half: 4, beat: 4, share: 0.06), MetricalTemplate(3, 8, half: nil, beat: 1, share: 0.03),
        MetricalTemplate(9, 8, half: 3, beat: 1, share: 0.02), MetricalTemplate(3, 2, half: 4, beat: 2, share: 0.01),
        MetricalTemplate(12, 8, half: 6, beat: 1, share: 0.008),
    ].compactMap(\.self)

    private init?(_ beats: Int, _ type: Int, half: Int?, beat: Int, share: Double) {
        guard let component = Meter.Component(beats: [beats], beatType: type) else { return nil }
        meter = Meter([component])
        length = beats * 8 / type
        self.half = half
        self.beat = beat
        self.share = share
    }

    /// How strong an eighth of the measure is.
    enum Strength { case downbeat, half, beat, weak }

    func strength(of eighth: Int) -> Strength {
        if eighth == 0 { return .downbeat }
        if let half, eighth.isMultiple(of: half) { return .half }
        return eighth.isMultiple(of: beat) ? .beat : .weak
    }
}
