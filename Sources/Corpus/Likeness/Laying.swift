internal import ScoreModel

/// One piece laid upon another: for each moment a displacement, so that most notes meet and changes are few.
///
/// A dynamic program over moments, whose states are the displacements that figures vote for. Notes meet that have the same key after
/// transposition and begin within a sixth of a quarter note of each other, so that straight notes meet swung ones, and dotted ones triplets.
struct Laying {
    /// What a change of displacement costs, in notes: as many as a figure has, so that no coincidence is worth one.
    private static let changeCost = Int32(Figure.length)
    /// So many displacements are tried. A piece with more repeats and cuts is none that anyone would call the same.
    private static let mostDisplacements = 32

    /// The sixth of a quarter note.
    private static let tolerance = Outline.ticksPerQuarter / 6

    /// The notes of the first, those that coincide counted once.
    private(set) var notes = 0
    /// Those that meet one of the other.
    private(set) var met = 0
    /// The notes of the first's highest line, and those that meet.
    private var (tuneNotes, tuneMet) = (0, 0)

    /// The notes that meet in the longest stretch in which nine of ten do.
    private(set) var stretch = 0

    /// The share of notes that meet.
    var share: Double { notes == 0 ? 0 : Double(met) / Double(notes) }
    /// The share of the notes of the highest line that meet.
    var shareOfTune: Double { tuneNotes < Likeness.leastTune ? 0 : Double(tuneMet) / Double(tuneNotes) }

    init(
        _ first: Outline, upon second: Outline, _ frame: Comparison.Frame, _ meetings: [Comparison.Meeting]
    ) {
        let displacements = Laying.displacements(meetings)
        let field = Field(
            second, tolerance: Laying.tolerance * Int(max(frame.numerator, frame.denominator)) / Int(frame.denominator))
        let moments = first.moments
        let width = displacements.count
        var best = [Int32](repeating: 0, count: width)
        var cameFrom = [UInt8](repeating: 0, count: moments.count * width)
        func isMet(_ index: Int, _ state: Int) -> Bool {
            let time = frame.scaled(first.times[index]) + displacements[state]
            return field.has(time, Int(first.keys[index]) + frame.transposition)
        }
        for (number, moment) in moments.enumerated() {
            let leader = best.indices.max { best[$0] < best[$1] } ?? 0
            let most = best[leader]
            let time = frame.scaled(first.times[moment.lowerBound])
            for state in 0..<width {
                var count: Int32 = 0
                // Of a long piece most moments lie beyond a short one.
                if field.span.contains(time + displacements[state]) {
                    for index in moment where first.isNewKey(index, from: moment) && isMet(index, state) { count += 1 }
                }
                let changes = best[state] < most - Laying.changeCost
                cameFrom[number * width + state] = UInt8(changes ? leader : state)
                best[state] = (changes ? most - Laying.changeCost : best[state]) + count
            }
        }
        var state = best.indices.max { best[$0] < best[$1] } ?? 0
        let tune = first.highestLine
        var run = Run()
        for (number, moment) in moments.enumerated().reversed() {
            let before = (notes, met)
            for index in moment {
                let isMet = isMet(index, state)
                if first.isNewKey(index, from: moment) {
                    notes += 1
                    met += isMet ? 1 : 0
                }
                if first.lines[index] == tune {
                    tuneNotes += 1
                    tuneMet += isMet ? 1 : 0
                }
            }
            run.add(met: met - before.1, of: notes - before.0)
            state = Int(cameFrom[number * width + state])
        }
        stretch = run.best.met
    }

    /// Finds the stretch in which most notes meet, of those in which nine of ten do: the one whose sum is greatest (Kadane), where a note that
    /// does not meet costs as much as nine that do are worth.
    private struct Run {
        private(set) var best = (score: 0, met: 0)
        private var current = (score: 0, met: 0)

        mutating func add(met: Int, of notes: Int) {
            if current.score <= 0 { current = (0, 0) }
            current = (current.score + met - 9 * (notes - met), current.met + met)
            if current.score > best.score { best = current }
        }
    }

    /// The displacements that most figures vote for; of those with equal votes the least.
    private static func displacements(_ meetings: [Comparison.Meeting]) -> [Int] {
        var votes: [Int: Int] = [:]
        for meeting in meetings {
            votes[meeting.displacements.first, default: 0] += 1
            votes[meeting.displacements.last, default: 0] += 1
        }
        let sorted = votes.sorted { ($0.value, abs($1.key), $1.key) > ($1.value, abs($0.key), $0.key) }
        return sorted.prefix(mostDisplacements).map(\.key)
    }

    /// Where notes are: the times of each key, in order.
    private struct Field {
        private var times: [[Int32]]
        private let lowest: Int
        /// When anything is there.
        let span: ClosedRange<Int>
        private let tolerance: Int

        init(_ outline: Outline, tolerance: Int) {
            self.tolerance = tolerance
            let (low, high) = (outline.keys.min() ?? 0, outline.keys.max() ?? 0)
            lowest = Int(low)
            times = Array(repeating: [], count: Int(high) - Int(low) + 1)
            span = Int(outline.times.first ?? 0) - tolerance...Int(outline.times.last ?? 0) + tolerance
            for index in outline.times.indices {
                times[Int(outline.keys[index]) - lowest].append(outline.times[index])
            }
        }

        /// Whether a key is struck at a time, or about then.
        func has(_ time: Int, _ key: Int) -> Bool {
            guard times.indices.contains(key - lowest) else { return false }
            let next = times[key - lowest].partitioningIndex { Int($0) >= time - tolerance }
            return next < times[key - lowest].count && Int(times[key - lowest][next]) <= time + tolerance
        }
    }
}

extension Outline {
    /// The notes that begin together.
    fileprivate var moments: [Range<Int>] {
        var moments: [Range<Int>] = []
        var start = 0
        for index in times.indices where index + 1 == count || times[index + 1] != times[index] {
            moments.append(start..<index + 1)
            start = index + 1
        }
        return moments
    }

    /// Whether a note is the first of its key in a moment.
    fileprivate func isNewKey(_ index: Int, from moment: Range<Int>) -> Bool {
        index == moment.lowerBound || keys[index] != keys[index - 1]
    }

    /// The line that lies highest, of those that have at least half as many notes as lines have on average.
    fileprivate var highestLine: UInt16? {
        var (sums, counts) = (Array(repeating: 0, count: parts.count), Array(repeating: 0, count: parts.count))
        for index in times.indices {
            sums[Int(lines[index])] += Int(keys[index])
            counts[Int(lines[index])] += 1
        }
        let candidates = counts.indices.filter { counts[$0] > 0 && 2 * counts[$0] * parts.count >= count }
        return candidates.max { Double(sums[$0]) / Double(counts[$0]) < Double(sums[$1]) / Double(counts[$1]) }
            .map { UInt16($0) }
    }
}
