/// The points of a score at which a player may have to go elsewhere, gathered from the bar lines and instructions of all parts.
struct RoadMap {
    /// A backward repeat.
    struct Backward {
        /// Where it leads.
        var target: Fraction
        /// How often the passage is played in all.
        var times: Int
        /// Whether it counts after a jump.
        var afterJump: Bool
    }

    /// An ending bracket.
    struct Ending {
        var start: Fraction
        var end: Fraction
        var passes: [Int]
        /// The highest pass that the endings beside it, and the signs at their ends, ask for.
        var lastPass = 1
        /// Whether those signs count after a jump.
        var afterJump = false
    }

    /// All points, with the beginning and the end of the score, in order.
    private(set) var points: [Fraction] = []
    private(set) var backwards: [Fraction: Backward] = [:]
    /// By the point at which they begin.
    private(set) var endings: [Fraction: Ending] = [:]
    private(set) var instructions: [Fraction: [(id: Int, jump: Jump)]] = [:]
    private(set) var segnos: [String: Fraction] = [:]
    private(set) var codas: [String: Fraction] = [:]
    /// Where the last ending of a passage is over: what follows is a new passage.
    private(set) var passageEnds: Set<Fraction> = []
    private var indices: [Fraction: Int] = [:]

    init(_ score: Score) {
        var forwards: Set<Fraction> = [.zero]
        var signs: [Fraction: (times: Int, afterJump: Bool)] = [:]
        for barline in score.parts.flatMap(\.barlines) {
            switch barline.value.repeat {
            case .forward: forwards.insert(barline.onset)
            case .backward(let times, let afterJump) where barline.onset > .zero:
                // Parts repeat each other's signs; the one that asks for more is the one that was written with care.
                let known = signs[barline.onset]
                signs[barline.onset] = (max(times, known?.times ?? 0), afterJump || known?.afterJump ?? false)
            default: break
            }
        }
        readJumps(score, forwards: &forwards)
        readEndings(score, signs)
        readRepeats(signs, forwards: forwards.union(passageEnds).sorted())
        var all = forwards.union(backwards.keys).union(instructions.keys).union(segnos.values).union(codas.values)
        for ending in endings.values { all.formUnion([ending.start, ending.end]) }
        all.insert(score.length)
        points = all.filter { $0 >= .zero && $0 <= score.length }.sorted()
        if score.length == .zero { points = [] }
        for (index, point) in points.enumerated() { indices[point] = index }
    }

    func index(of point: Fraction) -> Int? { indices[point] }

    // MARK: Reading a score

    private mutating func readJumps(_ score: Score, forwards: inout Set<Fraction>) {
        for (id, jump) in score.jumps.enumerated() where score.measures.indices.contains(jump.measure) {
            let measure = score.measures[jump.measure]
            switch jump.value.kind {
            case .segno(let name): segnos[name] = segnos[name] ?? sign(jump.onset, measure)
            case .coda(let name): codas[name] = codas[name] ?? sign(jump.onset, measure)
            case .forwardRepeat: forwards.insert(sign(jump.onset, measure))
            case .dalSegno, .daCapo, .toCoda, .fine:
                let end = measure.onset + measure.length
                let isAtStart = jump.onset == measure.onset
                let point = isAtStart ? end : min(jump.onset, end)
                // Several parts may carry the same instruction.
                if !instructions[point, default: []].contains(where: { $0.jump == jump.value }) {
                    instructions[point, default: []].append((id, jump.value))
                }
            }
        }
    }

    /// A sign at the end of a measure belongs to the next, any other to the beginning of its own.
    private func sign(_ onset: Fraction, _ measure: Measure) -> Fraction {
        onset >= measure.onset + measure.length ? measure.onset + measure.length : measure.onset
    }

    /// A bracket ends where it says; else at the next bracket, at a repeat, or at the end of the score.
    private mutating func readEndings(_ score: Score, _ signs: [Fraction: (times: Int, afterJump: Bool)]) {
        var starts: [Fraction: [Int]] = [:]
        var stops: Set<Fraction> = []
        for barline in score.parts.flatMap(\.barlines) {
            guard let ending = barline.value.ending else { continue }
            if ending.edge == .start { starts[barline.onset] = ending.passes } else { stops.insert(barline.onset) }
        }
        let sorted = starts.keys.sorted()
        let edges = stops.union(signs.keys).union(sorted).union([score.length]).sorted()
        var edge = edges[...]
        for start in sorted {
            edge = edge.drop { $0 <= start }
            guard let end = edge.first else { continue }
            endings[start] = Ending(start: start, end: end, passes: starts[start] ?? [])
        }
        // Brackets that touch belong to one passage.
        var group: [Ending] = []
        func close() {
            let inside = group.compactMap { signs[$0.end] }
            let lastPass = (group.flatMap(\.passes) + inside.map(\.times)).max() ?? 1
            for ending in group {
                endings[ending.start]?.lastPass = lastPass
                endings[ending.start]?.afterJump = inside.contains(where: \.afterJump)
            }
            if let last = group.last { passageEnds.insert(last.end) }
        }
        for ending in sorted.compactMap({ endings[$0] }) {
            if let previous = group.last, previous.end != ending.start {
                close()
                group = []
            }
            group.append(ending)
        }
        close()
    }

    private mutating func readRepeats(_ signs: [Fraction: (times: Int, afterJump: Bool)], forwards: [Fraction]) {
        let endingEnds = Dictionary(endings.values.map { ($0.end, $0) }) { first, _ in first }
        var forward = forwards[...]
        var target = Fraction.zero
        for point in signs.keys.sorted() {
            while let next = forward.first, next < point {
                target = max(target, next)
                forward.removeFirst()
            }
            guard let sign = signs[point] else { continue }
            var times = sign.times
            let ending = endingEnds[point]
            if let ending { times = max(times, ending.lastPass) }
            backwards[point] = Backward(target: target, times: times, afterJump: sign.afterJump)
            // Between endings the passage is still the same; otherwise a new one begins.
            if ending == nil { target = point }
        }
    }
}
