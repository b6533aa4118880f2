import ScoreModel
import Testing

@testable import Harmonizer

@Suite struct ContextIdsTests {
    /// A grid of one tick.
    private func ids(_ context: TickContext, _ vocabulary: Vocabulary, length: Fraction = 1 / 4) -> [UInt8] {
        let times = vocabulary == .strings ? TickTimes([0, length]) : nil
        return Grid(
            vocabulary, voiceCount: 4, tokens: Array(repeating: .rest, count: 4), ticks: [context], times: times
        ).contextIds
    }

    @Test(arguments: [Vocabulary.voices, .strings]) func `What is not known is 0`(_ vocabulary: Vocabulary) {
        #expect(ids(TickContext(), vocabulary) == [0, 0, 0, 0, 0, 0])
    }

    @Test func `A choir's places are sixteenths`() {
        let context = TickContext(
            placeInBeat: 3 / 4, beatInMeasure: 40, endsPhrase: true, fifths: -1, isPickup: false, beatsPerMeasure: 4)
        #expect(ids(context, .voices) == [4, 16, 2, 12, 1, 4])
    }

    @Test(
        "Strings' places are twenty-fourths, with the length of the tick",
        arguments: [
            (Fraction.zero, 1 / 4, 1), (0, 1 / 8, 2), (0, 1 / 6, 2), (0, 1 / 12, 3), (0, 1 / 20, 4), (1 / 24, 1 / 4, 5),
            (1 / 3, 1 / 6, 34), (2 / 5, 1 / 10, 39), (35 / 24, 1 / 24, 144),
        ] as [(Fraction, Fraction, UInt8)])
    func places(place: Fraction, length: Fraction, id: UInt8) {
        let context = TickContext(
            placeInBeat: place, beatInMeasure: 1, endsPhrase: false, fifths: 6, isPickup: true, beatsPerMeasure: 2)
        #expect(ids(context, .strings, length: length) == [id, 2, 1, 7, 2, 2])
    }

    @Test(arguments: [Vocabulary.voices, .strings]) func `Ids stay within the tables`(_ vocabulary: Vocabulary) {
        let context = TickContext(
            placeInBeat: 99, beatInMeasure: 99, endsPhrase: true, fifths: -7, isPickup: true, beatsPerMeasure: 99)
        let all = ids(context, vocabulary, length: 1 / 64)
        #expect(zip(all, vocabulary.contextSizes).allSatisfy { Int($0) < $1 })
        #expect(vocabulary.contextSizes.allSatisfy { $0 <= 256 })
    }

    @Test func `Where beats follow each other with one number, each begins anew`() {
        // Two measures of a sixteenth each.
        let context = TickContext(
            placeInBeat: .zero, beatInMeasure: 0, endsPhrase: false, fifths: 0, isPickup: false, beatsPerMeasure: 1)
        let grid = Grid(
            .strings, voiceCount: 4, tokens: Array(repeating: .rest, count: 8), ticks: [context, context],
            times: TickTimes([0, 1 / 4, 1 / 2]))
        #expect(Piece(name: "", grid).grid == grid)
    }
}
