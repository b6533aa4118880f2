internal import Counterpoint
internal import Foundation
internal import ScoreModel

/// How much each note of a melody looks like the last one of a phrase.
///
/// One ends where a note lasts longer than others and than its neighbours, where a rest follows, where the verse has a comma, where a bar line says
/// so, on a strong beat, on a tone of the last chord, and where music ends or begins that comes back. None ends within a word, off the beat, or
/// between two long notes of which the second is the last.
struct PhraseEvidence {
    private let melody: Melody
    private let weights: PhraseWeights
    private let refrains: Refrains

    init(_ melody: Melody, _ weights: PhraseWeights) {
        (self.melody, self.weights) = (melody, weights)
        refrains = Refrains(melody)
    }

    /// The evidence for an end with a note, in natural logarithms of odds.
    func callAsFunction(_ index: Int) -> Double {
        weights.end + length(index) + metre(index) + line(index) + words(index) + weights.refrainEnds
            * refrains.ends[index]
            + (index + 1 < melody.tones.count ? weights.refrainBegins * refrains.begins[index + 1] : 0)
            + (melody.tones[index].endsSection ? weights.section : 0)
    }

    private func length(_ index: Int) -> Double {
        let (tones, own) = (melody.tones, melody.interval(after: index))
        let ratio = log2(own, melody.usualLength)
        var sum = weights.long * max(0, ratio) + weights.short * min(0, ratio)
        let neighbours = [index - 1, index + 1].filter(tones.indices.contains).map(melody.interval)
        if !neighbours.isEmpty {
            sum += weights.longer * log2(own * Fraction(neighbours.count), neighbours.reduce(.zero, +))
        }
        if index + 1 < tones.count {
            if tones[index + 1].onset > tones[index].end { sum += weights.rest }
            if own > melody.usualLength, melody.interval(after: index + 1) >= own { sum += weights.longNext }
        }
        return sum
    }

    /// Two octaves of length tell no more than two.
    private func log2(_ length: Fraction, _ other: Fraction) -> Double {
        guard length > .zero, other > .zero else { return 0 }
        return max(-2, min(2, Foundation.log2((length / other).doubleValue)))
    }

    private func metre(_ index: Int) -> Double {
        let tone = melody.tones[index]
        guard let place = tone.place, let meter = tone.meter, let first = meter.components.first,
            let full = meter.length
        else { return 0 }
        if place == .zero { return weights.downbeat }
        let beats = first.beats.reduce(0, &+)
        if beats % 2 == 0, place * 2 == full { return weights.halfMeasure }
        return (place * Fraction(first.beatType) / 4).isWhole ? 0 : weights.offBeat
    }

    /// Intervals before and after, and the degree of the scale, the last note being the first.
    private func line(_ index: Int) -> Double {
        let tones = melody.tones
        var sum = 0.0
        func size(_ first: Int, _ second: Int) -> Double {
            Double(min(12, abs(tones[first].key - tones[second].key))) / 12
        }
        if index > 0 { sum += weights.leapBefore * size(index - 1, index) }
        if index + 1 < tones.count {
            sum += weights.leapAfter * size(index, index + 1)
            if tones[index].key == tones[index + 1].key { sum += weights.sameAfter }
        }
        switch (tones[index].key - tones[tones.count - 1].key).modulo(12) {
        case 0: sum += weights.first
        case 2: sum += weights.second
        case 3, 4: sum += weights.third
        case 7: sum += weights.fifth
        default: break
        }
        return sum
    }

    private func words(_ index: Int) -> Double {
        let tones = melody.tones
        guard melody.isSung else { return 0 }
        if index + 1 < tones.count, tones[index + 1].syllable == nil { return weights.sung + weights.held }
        guard let syllable = tones[...index].last(where: { $0.syllable != nil })?.syllable else { return weights.sung }
        var sum = weights.sung
        let isWithin = syllable.syllabic == .begin || syllable.syllabic == .middle
        if isWithin { sum += weights.withinWord }
        switch syllable.text.last(where: { !"\"')»“”’ ".contains($0) }) {
        case ".", ";", ":", "!", "?": sum += weights.stop
        case ",", "-", "–", "/": sum += isWithin ? 0 : weights.comma
        default: sum += syllable.endsLine ? weights.stop : 0
        }
        return sum
    }
}
