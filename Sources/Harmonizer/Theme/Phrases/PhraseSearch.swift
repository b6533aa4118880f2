internal import Foundation
internal import ScoreModel

/// Finds the phrases of a melody: of all ways to divide it, the one with the most evidence for its ends and the likeliest lengths.
///
/// A melody mostly has a length of phrase of its own, and a place in the measure where its phrases begin. Both are found together with the ends: for
/// each length and place that the melody could have, the best division is sought by dynamic programming over the notes, and the best of
/// the best is taken. The form is that of a semi-Markov conditional random field (Sarawagi and Cohen 2004) with the preferences of Temperley,
/// The Cognition of Basic Musical Structures (2001), chapter 3: gaps, about eight notes, parallel places.
struct PhraseSearch {
    /// The last notes of the phrases, as indices in the melody, in order.
    private(set) var ends: [Int] = []

    /// No phrase has more notes.
    static let mostNotes = 24
    /// The lengths that phrases of a piece are thought to have, in measures.
    private static let lengths: [Fraction] = [1, 3 / 2, 2, 5 / 2, 3, 4]
    /// How many places in the measure are tried, the most frequent ones.
    private static let mostPlaces = 12

    private let melody: Melody
    private let weights: PhraseWeights

    /// - Parameter given: Notes that are the last of a phrase for certain.
    init(_ melody: Melody, given: Set<Int> = [], _ weights: PhraseWeights = .fitted) {
        (self.melody, self.weights) = (melody, weights)
        guard !melody.tones.isEmpty else { return }
        search(given)
    }

    private mutating func search(_ given: Set<Int>) {
        let count = melody.tones.count
        let evidence = PhraseEvidence(melody, weights)
        let places = usualPlaces
        let states = Self.lengths.count * places.count
        // Where a note begins on a beat, as far as that can be told from how long notes mostly last.
        var beats = [0]
        for tone in melody.tones {
            beats.append(beats[beats.count - 1] + ((tone.onset / melody.usualLength).isWhole ? 1 : 0))
        }
        let starts = melody.tones.map { places.firstIndex(of: $0.place) }
        // Sums are needed only as far back as the longest phrase reaches; a row for each note after which a phrase may begin, in turn.
        let rows = Self.mostNotes + 1
        var best = [Double](repeating: 0, count: rows * states)
        // For each note and state, how many notes the phrase has that ends with it.
        var sizes = [UInt8](repeating: 0, count: count * states)
        for last in 0..<count {
            let own = last + 1 < count && !given.contains(last) ? evidence(last) : 0
            let row = (last + 1) % rows * states
            for state in 0..<states { best[row + state] = -.infinity }
            for first in stride(from: last, through: max(0, last + 1 - Self.mostNotes), by: -1) {
                if first < last, given.contains(first) { break }
                let plain = own + likelihood(notes: last + 1 - first, beats: beats[last + 1] - beats[first])
                let (length, place) = (lengthIndex(first, last), starts[first])
                for state in 0..<states {
                    var sum = best[first % rows * states + state] + plain
                    if state / places.count == length { sum += weights.usualLength }
                    if state % places.count == place { sum += weights.usualPlace }
                    if sum > best[row + state] {
                        best[row + state] = sum
                        sizes[last * states + state] = UInt8(last + 1 - first)
                    }
                }
            }
        }
        let row = count % rows * states
        let state = (0..<states).max { best[row + $0] < best[row + $1] } ?? 0
        var next = count
        while next > 0 {
            ends.append(next - 1)
            next -= Int(sizes[(next - 1) * states + state])
        }
        ends.reverse()
    }

    /// The places in the measure where most notes begin that begin on beats.
    private var usualPlaces: [Fraction?] {
        var counts: [Fraction?: Int] = [:]
        for tone in melody.tones {
            let unit = tone.meter?.components.first.map { 4 / Fraction($0.beatType) } ?? 1
            if tone.place.map({ ($0 / unit).isWhole }) ?? true { counts[tone.place, default: 0] += 1 }
        }
        let sorted = counts.sorted { ($1.value, $0.key ?? .zero) < ($0.value, $1.key ?? .zero) }
        return counts.isEmpty ? [nil] : sorted.prefix(Self.mostPlaces).map(\.key)
    }

    private func lengthIndex(_ first: Int, _ last: Int) -> Int? {
        let length = melody.tones[last].onset + melody.interval(after: last) - melody.tones[first].onset
        return Self.lengths.firstIndex { $0 * melody.measure == length }
    }

    /// How likely it is that a phrase has so many notes, so many of them on beats: a line of verse has mostly seven or eight syllables.
    private func likelihood(notes: Int, beats: Int) -> Double {
        let distance = log2(Double(notes) / 8)
        let sum = (distance < 0 ? weights.fewNotes : weights.manyNotes) * distance * distance
        return switch beats {
        case ...3: sum + weights.threeBeats
        case 4, 5: sum + weights.fiveBeats
        case 7, 8: sum + weights.eightBeats
        case 10...: sum + weights.tenBeats
        default: sum
        }
    }
}
