import ScoreModel
import Testing

@testable import Counterpoint

@Suite struct `A sign of music notation` {
    @Test(arguments: MusicSign.allCases) func `has the box of its outline`(sign: MusicSign) {
        let points = Self.points(of: sign.outline)
        let (box, xs, ys) = (sign.box, points.map(\.x), points.map(\.y))
        // Outlines and boxes have one decimal place, and curves are looked at in sixteen places.
        for (edge, found) in [
            (box.left, xs.min()), (box.top, ys.min()), (box.right, xs.max()), (box.bottom, ys.max()),
        ] {
            #expect(abs(edge - (found ?? .infinity)) < 0.2)
        }
    }

    /// Points of an outline: its corners and places along its curves. The commands are those that outlines here are made of.
    private static func points(of path: String) -> [(x: Double, y: Double)] {
        var (points, numbers, number, command) = ([(x: Double, y: Double)](), [Double](), "", Character(" "))
        var pen = (x: 0.0, y: 0.0)
        func endNumber() {
            if let value = Double(number) { numbers.append(value) }
            number = ""
        }
        func endCommand() {
            endNumber()
            switch command {
            case "M", "L": if numbers.count == 2 { pen = (numbers[0], numbers[1]) }
            case "H": pen.x = numbers.first ?? pen.x
            case "V": pen.y = numbers.first ?? pen.y
            case "C", "c":
                #expect(numbers.count % 6 == 0)
                for start in stride(from: 0, through: numbers.count - 6, by: 6) {
                    let origin = command == "c" ? pen : (x: 0, y: 0)
                    let x = [pen.x] + [0, 2, 4].map { origin.x + numbers[start + $0] }
                    let y = [pen.y] + [1, 3, 5].map { origin.y + numbers[start + $0] }
                    for step in 1...16 {
                        let (t, u) = (Double(step) / 16, 1 - Double(step) / 16)
                        func at(_ p: [Double]) -> Double {
                            u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3]
                        }
                        points.append((at(x), at(y)))
                    }
                    pen = (x[3], y[3])
                }
            default: break
            }
            if "MLHV".contains(command) { points.append(pen) }
            numbers = []
        }
        for character in path {
            if character.isLetter {
                endCommand()
                command = character
            } else if character == " " {
                endNumber()
            } else {
                if character == "-" { endNumber() }
                number.append(character)
            }
        }
        endCommand()
        return points
    }

    @Test(arguments: [
        (0, "natural"), (1000, "sharp"), (-1000, "flat"), (2000, "doubleSharp"), (-2000, "flat flat"),
        (3000, "sharp doubleSharp"), (90_000, ""),
    ]) func `stands for an alteration`(thousandths: Int32, names: String) {
        let signs = MusicSign.accidental(.init(thousandths: thousandths))
        #expect(signs.map(\.rawValue).joined(separator: " ") == names)
    }
}
