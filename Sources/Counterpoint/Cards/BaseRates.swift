// Made by Tools/measure-lint --write; don't edit.

/// How often each rule finds something in chorales by Bach and in string quartets.
enum BaseRates {
    static func rate(of rule: String) -> (chorales: BaseRate, quartets: BaseRate)? {
        all.first { $0.rule == rule }.map { row in
            (
                BaseRate(mean: row.numbers[0], share: row.numbers[1]),
                BaseRate(mean: row.numbers[2], share: row.numbers[3])
            )
        }
    }

    private static let all: [(rule: String, numbers: [Double])] = [
        ("parallel-fifths", [0.0932, 0.0712, 5.2006, 0.6864]),
        ("parallel-octaves", [0.0301, 0.0274, 21.2401, 0.952]),
        ("parallel-unisons", [0.0055, 0.0055, 4.6186, 0.6582]),
        ("doubling-run", [0, 0.0, 20.7232, 0.9011]),
        ("contrary-fifths", [0.0849, 0.0795, 2.065, 0.6441]),
        ("contrary-octaves", [0.0274, 0.0219, 8.226, 0.8559]),
        ("unequal-fifths", [0.1726, 0.1479, 0.7147, 0.3192]),
        ("beat-parallels", [0.8411, 0.4411, 62.4266, 0.9661]),
        ("direct-fifths", [0.1151, 0.1096, 2.5989, 0.6554]),
        ("direct-octaves", [0.1178, 0.0767, 3.3192, 0.7458]),
        ("direct-unison", [0.3425, 0.274, 5.9746, 0.8616]),
        ("all-voices-same-direction", [2.0466, 0.8658, 8.0537, 0.2458]),
        ("voice-range", [0.6192, 0.3534, 0, 0.0]),
        ("instrument-range", [0, 0.0, 13.0424, 0.6525]),
        ("tessitura", [0.3562, 0.2274, 10.4153, 0.9379]),
        ("spacing-upper", [0.6164, 0.3918, 108.7881, 1.0]),
        ("spacing-bass", [0.0329, 0.0274, 16.0734, 0.9124]),
        ("voice-crossing", [1.0986, 0.5479, 81.4548, 0.9915]),
        ("voice-overlap", [1.2849, 0.6356, 35.8446, 0.9972]),
        ("melodic-augmented", [0.0274, 0.0192, 28.774, 0.9689]),
        ("melodic-diminished", [0.2959, 0.2301, 19.452, 0.9237]),
        ("melodic-seventh", [0.1726, 0.137, 28.6949, 0.9887]),
        ("melodic-beyond-octave", [0.0164, 0.0137, 25.7429, 0.9661]),
        ("leap-recovery", [0.2027, 0.1589, 32.5141, 0.9972]),
        ("outline-dissonance", [0.389, 0.2767, 28.5621, 0.9802]),
        ("cross-relation", [0.1753, 0.1425, 29.3531, 0.9463]),
        ("leading-tone-doubled", [0.1233, 0.1178, 7.9379, 0.9181]),
        ("leading-tone-unresolved", [2.8027, 0.9123, 5.0452, 0.8446]),
        ("leading-tone-not-raised", [0.0822, 0.074, 0.5282, 0.274]),
        ("seventh-unresolved", [0.1041, 0.0877, 5.596, 0.7232]),
        ("seventh-doubled", [0.0192, 0.0164, 6.8418, 0.8644]),
        ("doubled-third", [0.3342, 0.263, 8.9887, 0.9379]),
        ("missing-third", [0.0603, 0.0548, 19.0989, 0.9774]),
        ("missing-root-or-fifth", [0.2356, 0.1863, 10.0085, 0.9096]),
        ("six-four-doubling", [0.1178, 0.0986, 2.5904, 0.6893]),
        ("dissonance-unclassified", [0.0247, 0.0192, 14.3475, 0.9407]),
        ("suspension-unresolved", [0.0219, 0.0219, 2.1836, 0.5876]),
        ("suspension-doubled-resolution", [0.0055, 0.0055, 0.9746, 0.3588]),
        ("fourth-above-bass", [0.0301, 0.0301, 6.3701, 0.8588]),
        ("simultaneous-semitone", [0.3315, 0.2521, 3.0847, 0.5932]),
        ("cadence-final-not-tonic", [0.0822, 0.0822, 0.0395, 0.0395]),
        ("cadential-six-four", [0.0658, 0.0521, 6.0508, 0.904]),
        ("cadence-leading-tone", [0.0027, 0.0027, 0.2288, 0.1412]),
        ("phrase-end-dissonance", [0.0493, 0.0411, 1.6073, 0.4689]),
    ]
}
