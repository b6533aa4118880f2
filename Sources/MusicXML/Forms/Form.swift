internal import ScoreModel

/// How a value of the score stands in MusicXML, said once for reading and for writing.
///
/// A value names its attributes and then its children in the order of the schema. Reading, each call fills in what the element has;
/// writing, each call writes what the value has.
///
///     mutating func form(_ form: inout some Form) {
///         form.attribute(.line, &number)
///         form.text(.tuningStep, required: &step)
///     }
protocol Form {
    /// An attribute that may be missing.
    mutating func attribute<Value: Lexical>(_ name: Tag, _ value: inout Value?)
    /// An attribute that an element cannot do without.
    mutating func attribute<Value: Lexical>(_ name: Tag, required value: inout Value)
    /// A distance in time as an attribute, counted in divisions.
    mutating func time(attribute name: Tag, _ value: inout Fraction?)
    /// The text of the element itself as a distance in time, counted in divisions.
    mutating func timeContent(_ value: inout Fraction?)
    /// The text of the element itself.
    mutating func content<Value: Lexical>(_ value: inout Value)
    /// A child with text.
    mutating func text<Value: Lexical>(_ name: Tag, _ value: inout Value?)
    /// A child with text that an element cannot do without.
    mutating func text<Value: Lexical>(_ name: Tag, required value: inout Value)
    /// Any number of children with text.
    mutating func texts<Value: Lexical>(_ name: Tag, _ values: inout [Value])
    /// A child without content.
    mutating func presence(_ name: Tag, _ value: inout Bool)
    /// A distance in time as a child, counted in divisions.
    mutating func time(_ name: Tag, _ value: inout Fraction?)
    /// A child that has a form of its own.
    mutating func child<Value: Formed>(_ name: Tag, _ value: inout Value?)
    /// A child that has a form of its own and that an element cannot do without.
    mutating func child<Value: Formed>(_ name: Tag, required value: inout Value)
    /// Any number of children that have a form of their own.
    mutating func children<Value: Formed>(_ name: Tag, _ values: inout [Value])
    /// A note value as a child, and its dots as children behind it.
    mutating func noteValue(_ name: Tag, dot: Tag, _ value: inout NoteValue?)

    // What stands in an order of its own:

    /// Changes of instruments.
    mutating func changes(_ values: inout [InstrumentChange])
    /// The steps of a key that is not in the usual order.
    mutating func alterations(_ values: inout [Key.Alteration])
    /// The components of a time signature.
    mutating func components(_ values: inout [Meter.Component])
    /// The chords of a chord symbol.
    mutating func chords(_ values: inout [Harmony.Chord])
    /// Pieces of text and accidentals.
    mutating func styledTexts(_ values: inout [StyledText])
    /// What a file says about how it was made.
    mutating func encoding(_ values: inout [Credits.Encoding])
    /// A wavy line.
    mutating func wavyLine(_ value: inout Ornament?)
}

/// A value that stands in MusicXML as an element with attributes, text or children.
protocol Formed {
    /// A value about which nothing is said yet.
    init()
    /// Names what the element has, in the order of the schema.
    mutating func form(_ form: inout some Form)
}

/// A value that stands in MusicXML as text.
protocol Lexical {
    /// The value that the text of an attribute or an element means; nil when it means none.
    init?(lexical: ArraySlice<UInt8>)
    /// Writes the text.
    func write(to output: inout XMLOutput)
}
