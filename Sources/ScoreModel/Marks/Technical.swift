/// A sign that tells how an instrument is to be handled.
public struct Technical: Hashable, Sendable {
    /// What the sign is, by its MusicXML name.
    public enum Kind: String, Sendable, CaseIterable {
        case upBow = "up-bow"
        case downBow = "down-bow"
        case harmonic
        case openString = "open-string"
        case thumbPosition = "thumb-position"
        case fingering, pluck
        case doubleTongue = "double-tongue"
        case tripleTongue = "triple-tongue"
        case stopped
        case snapPizzicato = "snap-pizzicato"
        case fret, string
        case hammerOn = "hammer-on"
        case pullOff = "pull-off"
        case bend, tap, heel, toe, fingernails, hole, arrow, handbell
        case brassBend = "brass-bend"
        case flip, smear, open
        case halfMuted = "half-muted"
        case harmonMute = "harmon-mute"
        case golpe
        case other = "other-technical"
    }

    /// What else is said, for the signs that say more.
    public enum Detail: Hashable, Sendable {
        /// Of a harmonic.
        case harmonic(Harmonic)
        /// Of a bend.
        case bend(Bend)
        /// Of a finger hole.
        case hole(Hole)
        /// Of an arrow.
        case arrow(Arrow)
        /// How far a harmon mute is closed: `yes`, `no` or `half`, and on which side when half.
        case harmonMute(closed: String, location: String?)
    }

    /// What the sign is.
    public var kind: Kind
    /// The end of a hammer-on or pull-off.
    public var edge: Edge?
    /// What is written: a finger, a fret, the number of a string, a letter.
    public var text = ""
    /// Whether the finger, heel or toe replaces the one before it.
    public var isSubstitution: Bool?
    /// Whether the finger is an alternative.
    public var isAlternate: Bool?
    /// The hand that taps: `left` or `right`.
    public var hand: String?
    /// The sign, by its name in SMuFL.
    public var glyph: String?
    /// What else is said.
    public var detail: Detail?

    /// A technical indication.
    public init(_ kind: Kind) { self.kind = kind }
}

extension Technical {
    /// A harmonic.
    public struct Harmonic: Hashable, Sendable {
        /// True for natural harmonics, false for artificial ones, nil where the file does not say.
        public var isNatural: Bool?
        /// Which pitch the note gives: `base-pitch`, `touching-pitch` or `sounding-pitch`.
        public var pitch: String?
        /// Whether it is printed, when the file says.
        public var isPrinted: Bool?

        /// Nothing said.
        public init() {}
    }

    /// A bend of a string.
    public struct Bend: Hashable, Sendable {
        /// How far it goes.
        public var alter = Semitones.zero
        /// True when the string is bent before it is struck.
        public var isPreBend = false
        /// True when the bend is released.
        public var isRelease = false
        /// When the release begins, in quarter notes after the note's onset.
        public var releaseOffset: Fraction?
        /// The text for the whammy bar, and its place, when that bends.
        public var bar: String?
        /// Where the text for the bar stands.
        public var barPlacement: Placement?
        /// `angled` or `curved`.
        public var shape: String?
        /// How it is played.
        public var sound = BendSound()

        /// A bend of nothing.
        public init() {}
    }

    /// A finger hole of a wind instrument.
    public struct Hole: Hashable, Sendable {
        /// What hole it is.
        public var type: String?
        /// How far it is closed: `yes`, `no` or `half`.
        public var closed = "no"
        /// The side that is closed, when half.
        public var location: String?
        /// Its shape.
        public var shape: String?

        /// An open hole.
        public init() {}
    }

    /// An arrow, as for tongue or fingers on wind instruments.
    public struct Arrow: Hashable, Sendable {
        /// Where a straight arrow points.
        public var direction: String?
        /// Its style.
        public var style: String?
        /// Whether it has a head.
        public var hasHead = false
        /// Which way a circular arrow turns.
        public var circular: String?

        /// Nothing said.
        public init() {}
    }
}
