import Corpus
import Counterpoint
import ScoreModel

/// Small pieces to compare.
enum Music {
    /// Two phrases in four voices; 56 notes.
    static let chorale = """
        S G4 A4 B4 C5 | B4 A4 G4*2 | D5 C5 B4 A4 | B4 A4 G4*2
        A D4 F#4 G4 G4 | G4 F#4 D4*2 | G4 E4 G4 F#4 | D4 F#4 D4*2
        T B3 D4 D4 E4 | D4 C4 B3*2 | B3 C4 D4 D4 | G3 D4 B3*2
        B G3 D3 G3 C3 | D3 D3 G2*2 | G3 A3 G3 D3 | B2 D3 G2*2
        """

    /// The same tune with other voices.
    static let otherSetting = """
        S G4 A4 B4 C5 | B4 A4 G4*2 | D5 C5 B4 A4 | B4 A4 G4*2
        A E4 E4 E4 E4 | E4 D4 E4*2 | F4 E4 E4 E4 | E4 D4 E4*2
        T C4 C4 G#3 A3 | G#3 F3 C4*2 | A3 A3 G#3 C4 | G#3 F3 B3*2
        B C3 A2 E3 A3 | E3 D3 C3*2 | D3 A2 E3 A2 | E3 B2 E3*2
        """

    static func score(_ text: String) throws -> Score { try Shorthand(text).score }

    static func outline(_ text: String) throws -> Outline { Outline(try score(text)) }

    /// Every pitch of a text raised by a whole number of octaves and semitones, through its score.
    static func transposed(_ score: Score, by semitones: Int) -> Score {
        var score = score
        for part in score.parts.indices {
            score.parts[part].transpositions = [
                Timed(onset: .zero, measure: 0, value: Transposition(chromatic: Semitones(semitones)))
            ]
        }
        return score
    }
}
