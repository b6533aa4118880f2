/// A pedal of a harp.
public struct HarpPedal: Hashable, Sendable {
    /// The strings that it tunes.
    public var step = Pitch.Step.c
    /// How it tunes them.
    public var alter = Semitones.zero

    /// The pedal of the C strings, in its middle place.
    public init() {}
}

/// The tuning of a string, or of a line of a tablature.
public struct StringTuning: Hashable, Sendable {
    /// The string, counted from the highest, or the line, counted from the bottom.
    public var number: Int?
    /// The step.
    public var step = Pitch.Step.c
    /// How far it is altered, when the file says.
    public var alter: Semitones?
    /// The octave.
    public var octave = 4

    /// A string tuned to middle C.
    public init() {}
}

/// A register of the accordion: where dots stand in its circle.
public struct AccordionRegister: Hashable, Sendable {
    /// A dot at the top.
    public var hasHigh = false
    /// How many dots in the middle; nil where the file has none.
    public var middle: String?
    /// A dot at the bottom.
    public var hasLow = false

    /// An empty circle.
    public init() {}
}

/// A percussion instrument, or what it is struck with, as a pictogram. Values are MusicXML's names.
public struct Percussion: Hashable, Sendable {
    /// What the pictogram shows.
    public enum Content: Hashable, Sendable {
        /// An instrument of a family, by its name, and by its name in SMuFL.
        case instrument(Family, String, glyph: String?)
        /// Kettledrums.
        case timpani(glyph: String?)
        /// A beater, and which way its tip points.
        case beater(String, tip: String?)
        /// A stick.
        case stick(Stick)
        /// Where to strike.
        case stickLocation(String)
        /// Anything else.
        case other(String, glyph: String?)
    }

    /// A family of percussion instruments.
    public enum Family: String, Sendable, CaseIterable {
        case glass, metal, wood, pitched, membrane, effect
    }

    /// A stick.
    public struct Stick: Hashable, Sendable {
        /// Its kind.
        public var type = ""
        /// What it is made of.
        public var material = ""
        /// Which way its tip points.
        public var tip: String?
        /// Whether it stands in parentheses.
        public var hasParentheses: Bool?
        /// Whether its circle is dashed.
        public var hasDashedCircle: Bool?

        /// A stick about which nothing is said.
        public init() {}
    }

    /// What the pictogram shows.
    public var content: Content

    /// A pictogram.
    public init(_ content: Content) { self.content = content }
}
