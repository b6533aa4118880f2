/// The order in which a score is played: repeats, endings and jumps followed as a player would.
///
/// The rules, in the order in which they are asked at a point in time:
///
/// 1. *Fine* ends the piece once the player has jumped back.
/// 2. *To coda* leads to the coda once the player has jumped back. The coda is new music, whose repeats are taken.
/// 3. A backward repeat leads to the nearest forward repeat before it, or else to where the last repeated passage ended, until the
///    passage was played as often as it says or as its endings count. After a jump back repeats are passed by, unless they
///    say otherwise, and the last ending is played.
/// 4. *Da capo* and *dal segno* are followed once, or on the passes that they name.
///
/// An instruction that stands at the beginning of a measure is meant for its end. Signs and instructions come from `sound`, as MusicXML
/// has it; printed words alone change nothing.
public struct PlayOrder: Hashable, Sendable {
    /// A stretch of the score that is played in one go.
    public struct Stretch: Hashable, Sendable {
        /// Where it begins, in quarter notes in written order.
        public var start: Fraction
        /// Where it ends.
        public var end: Fraction
        /// Which time the repeated passage is played, from 1.
        public var pass: Int
    }

    /// What is played, in order. Stretches that follow upon each other in the score stand apart only when their pass differs.
    public private(set) var stretches: [Stretch] = []
    /// True when the piece would go on longer than any piece does, and was cut off.
    public private(set) var isTruncated = false

    /// More than any piece needs; hostile files ask for a thousand million repeats.
    private static let mostStretches = 4096

    /// The whole score from beginning to end, without any repeats.
    public static func written(_ score: Score) -> PlayOrder {
        var order = PlayOrder()
        if score.length > .zero { order.stretches = [Stretch(start: .zero, end: score.length, pass: 1)] }
        return order
    }

    private init() {}

    /// The order that the signs of a score ask for.
    public init(_ score: Score) {
        var player = Performer(RoadMap(score))
        while let stretch = player.next() {
            guard stretches.count < PlayOrder.mostStretches else {
                isTruncated = true
                return
            }
            if let last = stretches.last, last.end == stretch.start, last.pass == stretch.pass {
                stretches[stretches.count - 1].end = stretch.end
            } else {
                stretches.append(stretch)
            }
        }
    }
}

/// Somebody who plays from a road map and remembers which repeats and jumps are done.
private struct Performer {
    private let map: RoadMap
    private var index = 0
    private var pass = 1
    private var hasJumped = false
    private var jumpsTaken: [Int: Int] = [:]

    init(_ map: RoadMap) { self.map = map }

    /// The next stretch between two points of the map, or nil at the end.
    mutating func next() -> PlayOrder.Stretch? {
        while index + 1 < map.points.count {
            // Endings that are not for this pass are passed by.
            if let ending = map.endings[map.points[index]], !isPlayed(ending) {
                guard let end = map.index(of: ending.end), end > index else { return nil }
                index = end
                if map.passageEnds.contains(ending.end) { pass = 1 }
                continue
            }
            let stretch = PlayOrder.Stretch(start: map.points[index], end: map.points[index + 1], pass: pass)
            index += 1
            turn(at: map.points[index])
            return stretch
        }
        return nil
    }

    private func isPlayed(_ ending: RoadMap.Ending) -> Bool {
        ending.passes.isEmpty || ending.passes.contains(hasJumped && !ending.afterJump ? ending.lastPass : pass)
    }

    /// Decides where to go on at a point in time.
    private mutating func turn(at point: Fraction) {
        let instructions = map.instructions[point, default: []]
        if instructions.contains(where: { isFine($0.jump) }) {
            index = map.points.count
            return
        }
        for instruction in instructions {
            if case .toCoda(let name) = instruction.jump.kind, applies(instruction.jump),
                let coda = map.codas[name] ?? map.codas.values.min(), let target = map.index(of: coda)
            {
                index = target
                hasJumped = false
                pass = 1
                return
            }
        }
        let arrivalPass = pass
        if let sign = map.backwards[point] {
            if !hasJumped || sign.afterJump, pass < sign.times {
                pass += 1
                index = map.index(of: sign.target) ?? 0
                return
            }
            pass = 1
        }
        if map.passageEnds.contains(point) { pass = 1 }
        for instruction in instructions {
            guard let target = target(of: instruction.jump.kind) else { continue }
            let taken = jumpsTaken[instruction.id, default: 0]
            let passes = instruction.jump.passes
            guard passes.isEmpty ? taken == 0 : passes.contains(arrivalPass) && taken < passes.count else { continue }
            jumpsTaken[instruction.id] = taken + 1
            index = target
            hasJumped = true
            pass = 1
            return
        }
    }

    private func isFine(_ jump: Jump) -> Bool { jump.kind == .fine && applies(jump) }

    /// *Fine* and *to coda* hold after a jump back, or on the passes that they name, of which the one after a jump is the second.
    private func applies(_ jump: Jump) -> Bool {
        jump.passes.isEmpty ? hasJumped : jump.passes.contains(hasJumped ? 2 : pass)
    }

    private func target(of kind: Jump.Kind) -> Int? {
        switch kind {
        case .daCapo: 0
        case .dalSegno(let name): (map.segnos[name] ?? map.segnos.values.min()).flatMap { map.index(of: $0) }
        default: nil
        }
    }
}
