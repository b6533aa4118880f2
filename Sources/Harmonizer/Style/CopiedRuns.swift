/// Finds what a piece shares with pieces that were learned from.
///
///     let runs = CopiedRuns(training, voices: [1, 2, 3])
///     runs.longest(in: grid).byTicks?.ticks.count
///
/// Two voices share a tick with another piece when both do the same in both pieces: begin a note or not, move by the same interval from the
/// tick before, and stand at the same interval from each other. A run is made of ticks that follow each other, shared with one place of one
/// piece. So it may be transposed, but as a whole; a voice that is silent ends it.
///
/// What is kept is no music but hashes of 16 bits, one for each pair of voices and ``window`` of ticks; runs are windows that follow each other.
/// Of 70,000 ticks a few hundred windows are like one of a piece's by chance, but three in a row in less than one of a million pieces. So
/// nothing is told that is shorter than ``shortest``. A run is told a tick longer than it is in one of 30,000 cases.
public struct CopiedRuns: Hashable, Sendable {
    /// The ticks that a hash stands for: two beats.
    static let window = 8
    /// The ticks of the shortest run that is told.
    public static let shortest = window + 2

    /// The voices of which two have to be alike, counted from the top.
    public let voices: [Int]
    /// The names of the pieces.
    public let pieces: [String]
    /// The ticks of all pieces before each one, and of all.
    let starts: [Int]
    /// A hash for each tick of each pair of voices, pair by pair: of the window that begins there. 0 where there is none.
    let hashes: [UInt16]
    /// Where each hash of each pair stands: indices in ``places``, 65,537 a pair.
    private let firstPlaces: [Int32]
    /// The ticks of each pair in the order of their hashes.
    private let places: [Int32]

    /// - Parameters:
    ///   - pieces: What was learned from, by name.
    ///   - voices: The voices of which two have to be alike, counted from the top.
    /// - Precondition: All pieces have these voices.
    public init(_ pieces: [(name: String, grid: Grid)], voices: [Int]) {
        var starts = [0]
        for (_, grid) in pieces { starts.append(starts[starts.count - 1] + grid.ticks.count) }
        let sounding = pieces.map { SoundingGrid($0.grid) }
        let hashes = Self.pairs(voices).flatMap { pair in sounding.flatMap { $0.windows(of: pair) } }
        self.init(voices: voices, pieces: pieces.map(\.name), starts: starts, hashes: hashes)
    }

    init(voices: [Int], pieces: [String], starts: [Int], hashes: [UInt16]) {
        (self.voices, self.pieces, self.starts, self.hashes) = (voices, pieces, starts, hashes)
        let ticks = starts[starts.count - 1]
        let pairs = Self.pairs(voices).count
        var firsts = [Int32](repeating: 0, count: pairs * 65_537)
        var places = [Int32](repeating: 0, count: hashes.count)
        for pair in 0..<pairs {
            let (base, offset) = (pair * 65_537, pair * ticks)
            for tick in 0..<ticks { firsts[base + Int(hashes[offset + tick]) + 1] += 1 }
            for hash in 1...65_536 { firsts[base + hash] += firsts[base + hash - 1] }
            var next = Array(firsts[base..<base + 65_536])
            for tick in 0..<ticks {
                let hash = Int(hashes[offset + tick])
                places[offset + Int(next[hash])] = Int32(tick)
                next[hash] += 1
            }
        }
        (firstPlaces, self.places) = (firsts, places)
    }

    /// The pairs of voices, in one order.
    static func pairs(_ voices: [Int]) -> [(Int, Int)] {
        voices.indices.flatMap { upper in voices[(upper + 1)...].map { (voices[upper], $0) } }
    }

    /// The run with most ticks, and the one with most notes; nil where there is none of ``shortest`` ticks.
    ///
    /// - Parameter among: Voices that count, when not all do: those that were composed.
    /// - Complexity: In proportion to ticks, and to how often their windows occur in the pieces.
    public func longest(
        in grid: Grid, among: Set<Int>? = nil
    ) -> (byTicks: CopiedRun?, byAttacks: CopiedRun?) {
        let sounding = SoundingGrid(grid)
        var (byTicks, byAttacks): (CopiedRun?, CopiedRun?)
        for (index, pair) in Self.pairs(voices).enumerated() {
            guard among.map({ $0.contains(pair.0) && $0.contains(pair.1) }) ?? true else { continue }
            let attacks = sounding.attacks(of: pair)
            forEachRun(of: sounding.windows(of: pair), pair: index) { ticks, place in
                let count = attacks[ticks.upperBound] - attacks[ticks.lowerBound]
                let isLongest = byTicks.map { ($0.ticks.count, $0.attacks) < (ticks.count, count) } ?? true
                let isBusiest = byAttacks.map { ($0.attacks, $0.ticks.count) < (count, ticks.count) } ?? true
                guard isLongest || isBusiest else { return }
                let run = CopiedRun(piece: name(at: place), voices: [pair.0, pair.1], ticks: ticks, attacks: count)
                if isLongest { byTicks = run }
                if isBusiest { byAttacks = run }
            }
        }
        return (byTicks, byAttacks)
    }

    /// Calls for each run of a pair of voices, as it grows, with the place of its last window.
    private func forEachRun(of windows: [UInt16], pair: Int, _ body: (_ ticks: Range<Int>, _ place: Int) -> Void) {
        let ticks = starts[starts.count - 1]
        // Windows that follow each other in both pieces keep the distance of their ticks. Of each distance: where its run began, and the
        // tick after its last window.
        var begins = [Int32](repeating: 0, count: ticks + windows.count)
        var ends = [Int32](repeating: -1, count: ticks + windows.count)
        for (tick, hash) in windows.enumerated() where hash != 0 {
            let bucket = pair * 65_537 + Int(hash)
            for index in Int(firstPlaces[bucket])..<Int(firstPlaces[bucket + 1]) {
                let place = Int(places[pair * ticks + index])
                let distance = place - tick + windows.count - 1
                if Int(ends[distance]) != tick { begins[distance] = Int32(tick) }
                ends[distance] = Int32(tick + 1)
                let run = Int(begins[distance])..<tick + Self.window
                if run.count >= Self.shortest { body(run, place) }
            }
        }
    }

    private func name(at place: Int) -> String {
        pieces[(starts.firstIndex { $0 > place } ?? starts.count) - 1]
    }
}

extension SoundingGrid {
    /// For each tick the hash of the window of two voices that begins there; 0 where it would leave the piece or a voice is silent in it.
    fileprivate func windows(of pair: (Int, Int)) -> [UInt16] {
        let events = (0..<tickCount).map { event(of: pair, at: $0) }
        return (0..<tickCount).map { tick in
            guard tick + CopiedRuns.window <= tickCount else { return 0 }
            var hash: UInt64 = 0
            for event in events[tick..<tick + CopiedRuns.window] {
                guard let event else { return 0 }
                hash = SplitMix64.mix(hash &* 0x9E37_79B9_7F4A_7C15 &+ event)
            }
            return max(1, UInt16(truncatingIfNeeded: hash >> 48))
        }
    }

    /// What two voices do in a tick, as a number; nil where one is silent.
    private func event(of pair: (Int, Int), at tick: Int) -> UInt64? {
        let (high, low) = (self[tick, pair.0], self[tick, pair.1])
        guard min(high, low) > Self.silence else { return nil }
        func move(_ voice: Int) -> Int {
            let before = tick > 0 ? self[tick - 1, voice] : Self.silence
            return before > Self.silence ? self[tick, voice] - before : 0
        }
        let attacks = (begins(tick, pair.0) ? 1 : 0) + (begins(tick, pair.1) ? 2 : 0)
        return [high - low, move(pair.0), move(pair.1)].reduce(UInt64(attacks)) { $0 << 8 | UInt64($1 + 128) }
    }

    /// The notes that two voices have begun before each tick, and in all.
    fileprivate func attacks(of pair: (Int, Int)) -> [Int] {
        var sum = [0]
        for tick in 0..<tickCount {
            sum.append(sum[tick] + (begins(tick, pair.0) ? 1 : 0) + (begins(tick, pair.1) ? 1 : 0))
        }
        return sum
    }
}
