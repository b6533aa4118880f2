internal import Counterpoint
public import ScoreModel

extension Grid {
    /// How four voices stand on staves.
    public enum Layout: Sendable, CaseIterable {
        /// Each voice in a part of its own.
        case openScore
        /// One part: two voices on a staff in the treble clef, two in the bass clef.
        case closeScore
    }

    /// The grid as a score of its own: the four voices of an ensemble, with the measures, keys and fermatas that its ticks tell.
    ///
    /// - Parameter ensemble: Who performs it; that of its vocabulary when nil.
    /// - Precondition: It has four voices.
    public func score(for ensemble: Ensemble? = nil, layout: Layout = .openScore) -> Score {
        let ensemble = ensemble ?? vocabulary.ensemble
        precondition(voiceCount == NetworkShape.voices)
        var score = Score(measuresOf: self)
        let frame = score.parts[0]
        score.parts = layout.parts(ensemble)
        for index in score.parts.indices {
            (score.parts[index].measures, score.parts[index].keys, score.parts[index].meters) =
                (frame.measures, frame.keys, frame.meters)
        }
        var silence = self
        silence.tokens = Array(repeating: .rest, count: tokens.count)
        silence.stops = [:]
        return Rewriting(
            score, Reading(grid: silence, places: layout.places(ensemble)), as: self, fermatas: fermataEnds(top: self)
        ).score
    }
}

extension Score {
    /// The measures, keys and meters that the ticks of a grid tell, in one part without notes.
    init(measuresOf grid: Grid) {
        let frame = GridFrame(grid)
        self.init()
        measures = frame.measures
        var part = Part(id: "P1", name: "")
        part.measures = frame.measures.enumerated().map { measure in
            PartMeasure(index: measure.offset, number: measure.element.number, filled: measure.element.length)
        }
        (part.keys, part.meters) = (frame.keys, frame.meters)
        parts = [part]
    }
}

extension Grid.Layout {
    /// Where the voices of an ensemble stand.
    func places(_ ensemble: Ensemble) -> [VoicePlace] {
        ensemble.roles.enumerated().map { index, role in
            switch self {
            case .openScore: VoicePlace(part: index, staff: 1, voice: 0, role: role, label: role.name)
            case .closeScore: VoicePlace(part: 0, staff: index / 2 + 1, voice: index, role: role, label: role.name)
            }
        }
    }

    /// The parts of an ensemble.
    func parts(_ ensemble: Ensemble) -> [Part] {
        switch self {
        case .openScore: return ensemble.roles.enumerated().map { $1.part(id: "P\($0 + 1)") }
        case .closeScore:
            var part = Part(id: "P1", name: "Choir")
            part.staves = 2
            part.voices = ["1", "2", "3", "4"]
            part.clefs = [Clef.treble, .bass].enumerated().map { staff, clef in
                Timed(onset: .zero, measure: 0, staff: staff + 1, value: clef)
            }
            return [part]
        }
    }
}
