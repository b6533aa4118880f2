internal import ScoreModel

/// The signs of a time signature.
struct MeterSigns: Equatable {
    /// One sign above another, or a single one in the middle.
    private struct Stack: Equatable {
        var above: [MusicSign]
        var below: [MusicSign] = []

        var width: Double { max(Stack.width(above), Stack.width(below)) }

        static func width(_ signs: [MusicSign]) -> Double { signs.reduce(0) { $0 + $1.width + 0.8 } }
    }

    private var stacks: [Stack]

    /// A time signature, or nil where none is printed.
    init?(_ meter: Meter) {
        guard meter.isPrinted != false, let first = meter.components.first else { return nil }
        switch meter.symbol {
        case "common": stacks = [Stack(above: [.common])]
        case "cut": stacks = [Stack(above: [.cut])]
        case "single-number": stacks = [Stack(above: MeterSigns.sum(first.beats))]
        default:
            // More than a few components are no music.
            stacks = meter.components.prefix(4).flatMap {
                [
                    Stack(above: [.plus]),
                    Stack(above: MeterSigns.sum($0.beats), below: MusicSign.digits(of: $0.beatType)),
                ]
            }
            stacks.removeFirst()
        }
    }

    private static func sum(_ beats: [Int]) -> [MusicSign] {
        Array(beats.prefix(8).map(MusicSign.digits).joined(separator: [.plus]))
    }

    /// How wide they are.
    var width: Double { stacks.reduce(0) { $0 + $1.width } + 2 * Double(stacks.count - 1) }

    /// Draws them from a point of the horizontal axis on.
    func draw(on canvas: inout Canvas, x: Double) {
        var x = x
        for stack in stacks {
            let rows: [([MusicSign], Double)] =
                stack.below.isEmpty ? [(stack.above, 20)] : [(stack.above, 10), (stack.below, 30)]
            for (signs, y) in rows {
                var left = x + (stack.width - Stack.width(signs)) / 2
                for sign in signs {
                    canvas.draw(sign, x: left, y: y)
                    left += sign.width + 0.8
                }
            }
            x += stack.width + 2
        }
    }
}
