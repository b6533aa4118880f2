/// The points of a score at which a player may have to go elsewhere, gathered from the signs of all parts.
///
/// A map holds what does not change while the piece is played; ``Performer`` holds what does.
struct RoadMap {
    /// A moment, and what is asked there.
    struct Point {
        let onset: Fraction
        /// The innermost passage that the stretch after this point belongs to.
        var passage: Int?
        /// The ending that begins here.
        var ending: Ending?
        /// The passage that a backward repeat here ends, and whether it does so as a part of an ending.
        var backward: (passage: Int, isInEnding: Bool)?
        var fines: [Instruction] = []
        var toCodas: [Instruction] = []
        var returns: [Instruction] = []
        /// The passages that are over here.
        var ended: [Int] = []
        /// How many measures and instructions a player meets from here to the next point.
        var weight = 1
    }

    /// A passage that is played several times.
    struct Passage {
        /// The point at which it begins.
        let start: Int
        /// How often it is played in all.
        let times: Int
        /// Whether it is repeated after a jump too.
        let afterJump: Bool
    }

    /// An ending bracket.
    struct Ending {
        /// The point at which it ends.
        let end: Int
        /// The passes on which it is played.
        let passes: [Int]
        /// The pass that a player who has jumped back is taken to be on.
        let lastPass: Int
        /// The passage whose passes are meant; nil where nothing repeats it but a jump.
        let passage: Int?
    }

    /// Something that holds on certain occasions.
    struct Instruction {
        let id: Int
        let jump: Jump
        /// The point that it leads to.
        let target: Int
    }

    private(set) var points: [Point] = []
    private(set) var passages: [Passage] = []
    /// How many instructions there are.
    private(set) var instructionCount = 0
    /// The last point with a da capo or dal segno.
    private(set) var lastReturn = 0
    /// What was odd.
    private(set) var diagnostics: [Diagnostic]

    init(_ score: Score, readsWords: Bool) {
        let signs = JumpSigns(score, readsWords: readsWords)
        diagnostics = signs.diagnostics
        guard score.length > .zero else { return }
        let layout = Passages(score, forwards: signs.forwards)
        var onsets: Set<Fraction> = [.zero, score.length]
        for instruction in signs.instructions { onsets.formUnion([instruction.onset, instruction.target]) }
        for passage in layout.passages { onsets.formUnion([passage.start, passage.end]) }
        for ending in layout.endings { onsets.formUnion([ending.start, ending.end]) }
        onsets.formUnion(layout.signs.map(\.onset))
        points = onsets.filter { $0 >= .zero && $0 <= score.length }.sorted().map { Point(onset: $0) }
        let indices = Dictionary(uniqueKeysWithValues: points.enumerated().map { ($1.onset, $0) })
        add(layout, indices)
        add(signs.instructions, indices)
        weigh(score)
    }

    private mutating func add(_ layout: Passages, _ indices: [Fraction: Int]) {
        for (index, passage) in layout.passages.enumerated() {
            let start = indices[passage.start] ?? 0
            passages.append(Passage(start: start, times: passage.times, afterJump: passage.afterJump))
            guard let end = indices[passage.end], start < end else { continue }
            // Inner passages come behind the outer ones, and take their points.
            for point in start..<end { points[point].passage = index }
            points[end].ended.append(index)
        }
        for sign in layout.signs {
            guard let point = indices[sign.onset] else { continue }
            points[point].backward = (sign.passage, sign.isInEnding)
        }
        for ending in layout.endings {
            guard let start = indices[ending.start], let end = indices[ending.end], start < end else { continue }
            points[start].ending = Ending(
                end: end, passes: ending.passes, lastPass: ending.lastPass, passage: ending.passage)
        }
    }

    private mutating func add(_ instructions: [JumpSigns.Instruction], _ indices: [Fraction: Int]) {
        for (id, instruction) in instructions.enumerated() {
            guard let point = indices[instruction.onset], let target = indices[instruction.target] else { continue }
            let entry = Instruction(id: id, jump: instruction.jump, target: target)
            switch instruction.jump.kind {
            case .fine: points[point].fines.append(entry)
            case .toCoda: points[point].toCodas.append(entry)
            default:
                points[point].returns.append(entry)
                lastReturn = max(lastReturn, point)
            }
        }
        instructionCount = instructions.count
    }

    private mutating func weigh(_ score: Score) {
        var measure = 0
        for index in points.indices.dropLast() {
            let point = points[index + 1]
            while measure < score.measures.count, score.measures[measure].onset < point.onset {
                measure += 1
                points[index].weight += 1
            }
            points[index].weight += point.fines.count + point.toCodas.count + point.returns.count
        }
    }
}
