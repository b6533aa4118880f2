/// The names of MusicXML that Quartet interprets, of elements and attributes alike.
///
/// A document may hold any other name too; this list only lets a name be compared as a number. The raw value of a tag is the index of
/// its name in every ``NameTable``; the order means nothing.
enum Tag: UInt32, CaseIterable {
    // The score and its head.
    case scorePartwise, scoreTimewise, part, measure, work, workTitle, workNumber, movementTitle, movementNumber
    case identification, creator, rights, encoding, software
    case partList, partGroup, groupName, groupAbbreviation, groupSymbol
    case scorePart, partName, partAbbreviation, scoreInstrument, instrumentName
    case midiInstrument, midiChannel, midiProgram, midiBank, midiUnpitched

    // A measure.
    case note, backup, forward, attributes, direction, harmony, sound, barline, duration

    // A note.
    case pitch, step, alter, octave, rest, unpitched, displayStep, displayOctave, chord, grace, cue, tie, voice, staff,
        type, dot, accidental
    case timeModification, actualNotes, normalNotes, beam, instrument, lyric, syllabic, text, elision, extend
    case notations, tied, slur, tuplet, tupletActual, tupletNormal, tupletNumber, fermata

    // Attributes.
    case divisions, key, fifths, mode, keyStep, keyAlter, time, beats, beatType, senzaMisura, staves
    case clef, sign, line, clefOctaveChange, transpose, diatonic, chromatic, octaveChange, double

    // Directions, bar lines and chord symbols.
    case directionType, dynamics, otherDynamics, metronome, beatUnit, beatUnitDot, perMinute, offset
    case barStyle, `repeat`, ending
    case root, rootStep, rootAlter, numeral, numeralRoot, function, kind, inversion, bass, bassStep, bassAlter
    case degree, degreeValue, degreeAlter, degreeType

    // Attributes of elements, where no element has the same name.
    case number, implicit, id, name, printObject, slash, location, times, afterJump, symbol, above
    case tempo, segno, coda, dalsegno, dacapo, tocoda, fine, forwardRepeat, timeOnly

    /// The name as it is written: `score-partwise`.
    var name: String {
        "\(self)".reduce(into: "") { name, character in
            if character.isUppercase { name += "-" }
            name += character.lowercased()
        }
    }
}
