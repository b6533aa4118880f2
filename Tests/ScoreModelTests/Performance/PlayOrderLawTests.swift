import ScoreModel
import TestSupport
import Testing

/// What holds for all road maps, tried on many.
@Suite(.timeLimit(.minutes(5))) struct PlayOrderLawTests {
    @Test(arguments: 0..<20) func `the order of any road map is finite and stays in the score`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<50 {
            let sketch = generator.anyRoadMap()
            let score = try Score(roadMap: sketch)
            let order = PlayOrder(score)
            #expect(order.stretches.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= score.length })
            #expect(order.stretches.count <= 4096 && order.stretches.allSatisfy { $0.pass > 0 }, "\(sketch)")
        }
    }

    @Test(arguments: 0..<20) func `without endings and jumps every measure is played`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<50 {
            let sketch = generator.anyRoadMap(of: ["|:", ":|", ":|3", "forward"])
            let score = try Score(roadMap: sketch)
            let played = Set(score.played.split(separator: " ").map(String.init))
            #expect(played == Set(score.measures.map(\.number)), "\(sketch)")
        }
    }

    @Test(arguments: 0..<20) func `each repeated passage sounds as often as it says`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        var (sketch, times): ([String], [Int]) = ([], [])
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            let (length, count) = (
                Int.random(in: 1...3, using: &generator), Int.random(in: 1...5, using: &generator)
            )
            let first = times.count + 1
            times += Array(repeating: count, count: length)
            sketch += (count > 1 ? ["|:"] : []) + (first..<first + length).map(String.init)
            if count > 1 { sketch.append(":|\(count)") }
        }
        let played = try Score(roadMap: sketch.joined(separator: " ")).played.split(separator: " ")
        for (index, count) in times.enumerated() {
            #expect(played.count { $0 == "\(index + 1)" } == count, "\(sketch)")
        }
    }

    @Test(arguments: 0..<20) func `a road map without mistakes is played as it was meant`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<50 {
            let plan = generator.plan()
            let score = try Score(roadMap: plan.sketch)
            #expect(score.played == plan.played, "\(plan.sketch)")
        }
    }
}

/// A road map that was planned, and how it is to be played.
private struct Plan {
    var sketch: String
    var played: String
}

extension SeededGenerator {
    private static let words = [
        "|:", ":|", ":|3", ":|jump", "[1", "[2", "[1,2", "[3", "]", "segno", "coda", "segno=b", "coda=b", "DC", "DS",
        "DS=b",
        "[", "[3,4", "[1,3", ":|100000", "ToCoda", "ToCoda=b", "Fine", "forward", "DC@2", "ToCoda@2", "Fine@2", "DS@1",
    ]

    /// Measures with signs strewn between them.
    fileprivate mutating func anyRoadMap(of words: [String] = words) -> String {
        var sketch: [String] = []
        for measure in 1...Int.random(in: 1...12, using: &self) {
            sketch.append("\(measure)")
            while Int.random(in: 0..<3, using: &self) > 0 { sketch += [words.randomElement(using: &self) ?? "|:"] }
        }
        // Signs that stand before a measure need one.
        return (sketch + ["13"]).joined(separator: " ")
    }

    /// Plain passages, repeats and endings one after another, and perhaps a da capo to the end of one of them.
    fileprivate mutating func plan() -> Plan {
        var (sketch, played, again): ([String], [Int], [Int]) = ([], [], [])
        var measure = 0
        func measures(_ count: Int) -> [Int] {
            defer { measure += count }
            return Array(measure + 1...measure + count)
        }
        let count = Int.random(in: 1...5, using: &self)
        let fine = Bool.random(using: &self) ? Int.random(in: 0..<count, using: &self) : nil
        var (isAfterRepeat, isOver) = (true, false)
        for index in 0..<count {
            let body = measures(Int.random(in: 1...3, using: &self))
            let brackets = Int.random(in: 0...3, using: &self)
            var (once, often) = (body, body)
            let needsNoSign = isAfterRepeat && Bool.random(using: &self)
            isAfterRepeat = brackets > 0
            if brackets > 0, !needsNoSign { sketch.append("|:") }
            sketch += body.map(String.init)
            if brackets == 1 {
                let times = Int.random(in: 2...4, using: &self)
                sketch.append(":|\(times)")
                often = Array(repeating: body, count: times).flatMap { $0 }
            } else if brackets > 1 {
                often = []
                for pass in 1...brackets {
                    let ending = measures(Int.random(in: 1...2, using: &self))
                    sketch += ["[\(pass)"] + ending.map(String.init) + ["]"] + (pass < brackets ? [":|"] : [])
                    often += body + ending
                    once = body + ending
                }
            }
            played += often
            if !isOver { again += once }
            if index == fine {
                sketch.append("Fine")
                isOver = true
            }
        }
        if fine != nil {
            sketch.append("DC")
            played += again
        }
        return Plan(sketch: sketch.joined(separator: " "), played: played.map(String.init).joined(separator: " "))
    }
}
