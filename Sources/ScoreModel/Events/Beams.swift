/// The beams at a note's stem, up to eight, the primary beam first.
public struct Beams: Hashable, Sendable {
    /// What one beam does at a note.
    public enum State: UInt32, Sendable {
        case begin = 1
        case `continue`
        case end
        case forwardHook
        case backwardHook
    }

    /// Three bits a beam.
    private var bits: UInt32 = 0

    /// No beams.
    public static let none = Beams()

    /// The beam with the given number, from 1 (eighths) to 8 (1024ths).
    public subscript(number: Int) -> State? {
        get { (1...8).contains(number) ? State(rawValue: bits >> Beams.shift(number) & 7) : nil }
        set {
            guard (1...8).contains(number) else { return }
            bits &= ~(7 << Beams.shift(number))
            bits |= (newValue?.rawValue ?? 0) << Beams.shift(number)
        }
    }

    private static func shift(_ number: Int) -> UInt32 { UInt32(number - 1) * 3 }
}
