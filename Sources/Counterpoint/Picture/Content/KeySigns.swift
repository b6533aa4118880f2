internal import ScoreModel

/// The signs of a key signature on a staff.
struct KeySigns: Equatable {
    /// A sign and its place, in steps above the bottom line.
    struct Sign: Equatable {
        var sign: MusicSign
        var place: Int
    }

    var signs: [Sign] = []

    /// Steps in the order of sharps; flats have the opposite one.
    private static let order: [Pitch.Step] = [.f, .c, .g, .d, .a, .e, .b]
    /// Where they stand in the treble clef (Gould, *Behind Bars*, "Key signatures").
    private static let (sharps, flats) = ([8, 5, 9, 6, 3, 7, 4], [1, 5, 2, 6, 3, 7, 4])

    /// A signature; naturals for what was before it where it has no signs of its own.
    init(_ key: Key?, after previous: Key? = nil, clef: Clef) {
        signs = KeySigns.alterations(of: key).flatMap { step, alter in
            MusicSign.accidental(alter).map {
                Sign(sign: $0, place: KeySigns.place(of: step, isSharp: alter > .zero, clef: clef))
            }
        }
        if signs.isEmpty {
            signs = KeySigns.alterations(of: previous).map { step, alter in
                Sign(sign: .natural, place: KeySigns.place(of: step, isSharp: alter > .zero, clef: clef))
            }
        }
    }

    /// Room to the right of each sign.
    private static let gap = 1.2

    /// How wide they are.
    var width: Double { signs.reduce(0) { $0 + $1.sign.width + KeySigns.gap } }

    /// Draws them from a point of the horizontal axis on.
    func draw(on canvas: inout Canvas, x: Double) {
        var x = x
        for sign in signs {
            canvas.draw(sign.sign, x: x, y: Double(40 - 5 * sign.place))
            x += sign.sign.width + KeySigns.gap
        }
    }

    private static func alterations(of key: Key?) -> [(Pitch.Step, Semitones)] {
        guard let key, key.isPrinted != false else { return [] }
        switch key.content {
        case .traditional(let fifths, _):
            return (fifths < 0 ? order.reversed() : order).map { ($0, key.alteration(of: $0)) }.filter { $0.1 != .zero }
        case .alterations(let list):
            // A signature has at most one sign a step.
            return list.prefix(7).map { ($0.step, $0.alter) }.filter { $0.1 != .zero }
        }
    }

    private static func place(of step: Pitch.Step, isSharp: Bool, clef: Clef) -> Int {
        let index = order.firstIndex(of: step) ?? 0
        var shift = (Clef.treble.middleLine - clef.middleLine) % 7
        shift += shift < -3 ? 7 : shift > 3 ? -7 : 0
        let place = (isSharp ? sharps : flats)[index] + shift
        // Where the usual pattern would leave the staff, as sharps do in the tenor clef, a sign stands an octave lower.
        return shift > 0 && place > 8 ? place - 7 : place
    }
}
