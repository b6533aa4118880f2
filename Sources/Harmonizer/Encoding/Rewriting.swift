public import ScoreModel

/// A score in which voices sing what a grid has.
///
///     let reading = try Grid.Reading(score)
///     var grid = reading.grid  // and change the lower voices
///     let rewriting = Rewriting(score, reading, as: grid, keeping: [0])
///
/// Voices that are kept stay as they were, with notation, lyrics and layout, and so does everything that hangs on no note. The others get note values,
/// ties, rests and beams as the meter wants them, names by key and harmony, and a fermata wherever the top voice has one. What else a player of strings
/// has in the part goes with the voice that is written anew. What hung on old notes has nothing to hang on; ``losses`` counts it.
public struct Rewriting: Sendable {
    /// The score.
    public private(set) var score: Score
    /// What hung on the notes that were replaced, by kind.
    public let losses: [Loss]

    /// Writes voices anew.
    ///
    /// Cells of which nothing is known are written as rests.
    ///
    /// - Parameters:
    ///   - score: The score that was read.
    ///   - reading: What it was read as.
    ///   - grid: What is to be sung: as many ticks and voices as the reading has.
    ///   - kept: The voices that stay as they are, from 0 at the top.
    ///   - measures: The indices of the measures in which the others are written anew; all when nil.
    ///   - fermatas: The ticks before which the notes end that have a fermata; those of the grid's ticks when nil. A phrase may end where no
    ///     fermata is to be printed.
    /// - Precondition: The grid has the ticks and voices of the reading.
    public init(
        _ score: Score, _ reading: Grid.Reading, as grid: Grid, keeping kept: Set<Int> = [],
        measures: Range<Int>? = nil, fermatas: [Int]? = nil
    ) {
        precondition(grid.voiceCount == reading.grid.voiceCount && grid.ticks.count == reading.grid.ticks.count)
        self.score = score
        let frame = score.gridMeasures
        let range = measures?.clamped(to: frame.indices) ?? frame.indices
        let names = grid.names(frame)
        let fermatas = fermatas ?? grid.fermataEnds(top: reading.grid)
        var counter = LossCounter(score)
        for index in score.parts.indices {
            let part = score.parts[index]
            let voices = reading.places.indices.filter { reading.places[$0].part == index && !kept.contains($0) }
            guard !voices.isEmpty else { continue }
            let companions = reading.companions(inPart: index, of: part)
            let lines = voices.map { voice in
                let place = reading.places[voice]
                let notes = grid.notes(ofVoice: voice)
                let written = zip(notes, names[voice]).map { note, chord in
                    chord.map { part.written($0, at: grid.times[note.ticks.lowerBound], staff: place.staff) }
                }
                return VoiceLine(
                    VoiceWriting(notes, names: written, at: place, frame, times: grid.times, range: range), at: place,
                    among: reading.places, in: part, range: range, companions: companions)
            }
            let rewritten = RewrittenPart(
                part, lines, frame, range: range, companions: companions, fermatas: fermatas)
            self.score.parts[index] = rewritten.part
            for loss in rewritten.losses { counter.add(loss.kind, part: index, measure: loss.measure) }
        }
        losses = counter.list
    }
}

extension Grid.Reading {
    /// The indices of the voices of a part that are played by whom one voice of the grid is: who plays a string instrument plays all that
    /// stands in the part, while singers may stand beside others.
    func companions(inPart index: Int, of part: Part) -> Set<Int> {
        guard grid.vocabulary.ensemble == .strings, places.haveOne(inPart: index) else { return [] }
        return Set(part.voices.indices).subtracting(places.filter { $0.part == index }.map(\.voice))
    }
}
