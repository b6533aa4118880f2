/// Something about a score that a researcher may want to look out for.
public enum Quality: String, Sendable, CaseIterable {
    /// It was played, and note values had to be found for it.
    case played
    /// Its reader had warnings: something was repaired or left out.
    case repaired
    /// Nothing sounds in it.
    case silent
    /// A part has no notes, while others have.
    case emptyPart = "empty-part"
    /// Some notes have no pitch.
    case unpitched
    /// Some pitches lie between the keys.
    case microtones
    /// A part is written other than it sounds.
    case transposing
    /// Measures in its middle are longer or shorter than their meter.
    case oddMeasures = "odd-measures"
    /// Several notes sound at a time in one part.
    case chords
    /// Several notes sound at a time in a part that names no voices.
    case voiceless
}
