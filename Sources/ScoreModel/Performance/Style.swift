extension Performance {
    /// How a score is played: the numbers behind each rule of `Docs/Performance.md`. Lengths are in quarter notes unless they say
    /// otherwise, and of a share the rest is silence.
    public struct Style: Hashable, Sendable {
        /// Whether dynamics, wedges, accents and the loudness of single notes are followed.
        public var followsDynamics = true
        /// Whether articulations, slurs and breaths shape lengths, and attack and release of single notes are followed.
        public var articulates = true
        /// Whether grace notes are played.
        public var playsGraceNotes = true
        /// Whether ornaments, tremolos and arpeggios are played.
        public var playsOrnaments = true
        /// Whether what is doubled sounds twice: a part at the octave, a note for several instruments.
        public var playsDoublings = true
        /// Whether swing is followed.
        public var swings = true
        /// Whether fermatas slow the tempo.
        public var holdsFermatas = true
        /// Whether words such as *rit.*, *cresc.* and *pizz.* are followed.
        public var followsWords = true

        /// The velocity before any mark: 100 percent (XSD, attribute `dynamics`).
        public var velocity = 90
        /// From one dynamic mark to the next, as from *mf* to *f*; also what a wedge without a mark at its end changes.
        public var dynamicStep = 14
        /// What an accent adds to a velocity; a strong accent adds twice that, a soft accent and stress half of it.
        public var accent = 14
        /// What *sf* and its kin add at their moment; *sffz* adds half as much again.
        public var sforzato = 28
        /// How far after the end of a wedge a mark may stand and still be where it leads.
        public var wedgeReach: Fraction = 1

        /// The share of a note that sounds where nothing is said, …
        public var ordinary: Fraction = 19 / 20
        /// … and the most silence that makes.
        public var mostDetached: Fraction = 1 / 16
        /// The share under a dot (*staccato*, *spiccato*).
        public var staccato: Fraction = 1 / 2
        /// The share under a wedge (*staccatissimo*).
        public var staccatissimo: Fraction = 1 / 4
        /// The share under dot and line, or dot and slur (*portato*).
        public var portato: Fraction = 3 / 4
        /// The silence before a breath mark, at most half the note.
        public var breath: Fraction = 1 / 4
        /// The silence before a caesura, at most half the note.
        public var caesura: Fraction = 1 / 2
        /// How many times its written length a note is let ring.
        public var letRing: Fraction = 2

        /// The length of a grace note with a slash, and of each of several in a row; shorter ones keep their value.
        public var shortGrace: Fraction = 1 / 8
        /// The share of their neighbour that grace notes take at most.
        public var mostStolen: Fraction = 1 / 2
        /// The same where the score says how much they take.
        public var mostStolenAsWritten: Fraction = 9 / 10
        /// What a long appoggiatura is louder, and a short grace note softer, than its surroundings.
        public var graceAccent = 7

        /// The longest note of a trill, in seconds. It is a half, a quarter, an eighth … of a quarter note.
        public var trillSeconds: Fraction = 1 / 10
        /// The share of a note that each quick note of a mordent or turn takes at most.
        public var quickShare: Fraction = 1 / 8
        /// From one note of an arpeggio to the next; all together at most half of the shortest note.
        public var arpeggioStep: Fraction = 1 / 16

        /// How many times as long a note lasts under a fermata. Others last in proportion, by their shape.
        public var fermata: Fraction = 2
        /// What the tempo is multiplied by at the end of a *ritardando* that leads to no slower tempo, and divided by at the end of an
        /// *accelerando*.
        public var ritardando: Fraction = 3 / 4
        /// The most that words without dashes hold for.
        public var longestWords: Fraction = 16
        /// The length of the steps in which the tempo changes gradually.
        public var tempoStep: Fraction = 1 / 2

        /// As a musician would play.
        public init() {}

        /// The bare notes: written lengths, one velocity, neither grace notes nor ornaments.
        public static let plain: Style = {
            var style = Style()
            style.followsDynamics = false
            style.articulates = false
            style.playsGraceNotes = false
            style.playsOrnaments = false
            style.playsDoublings = false
            style.swings = false
            style.holdsFermatas = false
            style.followsWords = false
            return style
        }()
    }
}

extension Performance.Style {
    /// The velocity of a lasting mark: *f* is the 100 percent of MusicXML. Nil for marks of one moment.
    ///
    /// From *ppp* to *fff* the steps are equal; beyond them there is little room, and the rarest marks just differ.
    func level(of mark: DynamicMark.Name) -> Int? {
        let difference: Int? =
            switch mark {
            case .n: 1 - velocity
            case .pppppp: -6 * dynamicStep - 4
            case .ppppp: -6 * dynamicStep - 2
            case .pppp: -6 * dynamicStep
            case .ppp: -5 * dynamicStep
            case .pp: -4 * dynamicStep
            case .p: -3 * dynamicStep
            case .mp: -2 * dynamicStep
            case .mf: -dynamicStep
            case .f: 0
            case .ff: dynamicStep
            case .fff: 2 * dynamicStep
            case .ffff: 2 * dynamicStep + 4
            case .fffff: 2 * dynamicStep + 7
            case .ffffff: 2 * dynamicStep + 9
            case .sf, .sfp, .sfpp, .fp, .rf, .rfz, .sfz, .sffz, .fz, .pf, .sfzp: nil
            }
        return difference.map { Performance.velocity(velocity + $0) }
    }
}

extension Performance {
    /// The nearest velocity that sounds.
    static func velocity(_ value: Int) -> Int { min(max(value, 1), 127) }

    /// The velocity of a share of MusicXML's forte, in percent (XSD, attribute `dynamics`).
    static func velocity(percent: Fraction) -> Int { velocity((percent * 90 / 100).rounded) }
}
