internal import ScoreModel

/// Chords that stand on one beam.
struct BeamedGroup {
    /// A stretch of a beam between two chords of the group, or a hook at one of them.
    struct Stretch {
        /// Which beam, from 1 for the one that eighths have.
        var level: Int
        /// The places in the group that it joins; equal for a hook.
        var places: ClosedRange<Int>
        /// Whether a hook points to the next chord.
        var isForward = false
    }

    /// The places of its chords on the staff.
    var chords: [Int]
    /// Its beams.
    var stretches: [Stretch]

    /// More beams than this nobody can tell apart.
    private static let mostLevels = 6

    /// The groups of all voices: as the file has them, or by beats where it has no beams.
    static func groups(of chords: [PictureChord], in score: Score, on staff: PictureStaff) -> [BeamedGroup] {
        let writes = staff.sources.map { source in
            score.parts[source.part].notes.contains { $0.beams != .none }
        }
        var groups: [BeamedGroup] = []
        for isGrace in [false, true] {
            for voice in chords.voices(ofGrace: isGrace) {
                guard let first = voice.first else { continue }
                let isWritten = isGrace || writes[chords[first].voice.source]
                let beams = isWritten ? voice.map { chords[$0].beams } : beams(of: voice.map { chords[$0] }, in: score)
                groups += split(voice, beams: beams, chords: chords)
            }
        }
        return groups
    }

    /// Beams by beats.
    private static func beams(of voice: [PictureChord], in score: Score) -> [Beams] {
        guard let first = voice.first else { return [] }
        let measure = score.measures[first.moment.measure]
        let meter = score.parts[first.part].meters.inForce(at: measure.onset, staff: 1) ?? .senzaMisura
        let grid = MetricGrid(meter)
        // A pickup ends with its measure.
        let missing = measure.onset == .zero ? max(.zero, grid.length - measure.length) : .zero
        return BeamGroups(
            voice.map {
                BeamGroups.Stem(
                    onset: max(.zero, min($0.moment.onset - measure.onset, measure.length)) + missing,
                    flags: $0.hasStem ? $0.value.flags : 0)
            }, grid: grid
        ).beams
    }

    private static func split(_ voice: [Int], beams: [Beams], chords: [PictureChord]) -> [BeamedGroup] {
        var groups: [BeamedGroup] = []
        var open: [Int] = []
        func close() {
            if open.count > 1 {
                groups.append(
                    BeamedGroup(
                        chords: open.map { voice[$0] },
                        stretches: stretches(open.map { (beams[$0], chords[voice[$0]].value.flags) })))
            }
            open = []
        }
        for place in voice.indices {
            let chord = chords[voice[place]]
            guard chord.hasStem, chord.value.flags > 0 else {
                // A rest may stand under a beam.
                if !chord.isRest { close() }
                continue
            }
            switch beams[place][1] {
            case .begin:
                close()
                open = [place]
            case .continue: open.append(place)
            case .end:
                open.append(place)
                close()
            default: close()
            }
        }
        close()
        return groups
    }

    private static func stretches(_ stems: [(beams: Beams, flags: Int)]) -> [Stretch] {
        var stretches = [Stretch(level: 1, places: 0...(stems.count - 1))]
        let most = min(stems.map(\.flags).max() ?? 1, mostLevels)
        guard most > 1 else { return stretches }
        for level in 2...most {
            var start = 0
            while start < stems.count {
                var end = start
                while end + 1 < stems.count, stems[end].flags >= level, stems[end + 1].flags >= level,
                    goesOn(level, from: stems[end].beams, to: stems[end + 1].beams)
                {
                    end += 1
                }
                if stems[start].flags >= level {
                    let state = stems[start].beams[level]
                    stretches.append(
                        Stretch(
                            level: level, places: start...end,
                            isForward: state == .forwardHook || state != .backwardHook && start == 0)
                    )
                }
                start = end + 1
            }
        }
        return stretches
    }

    /// Whether a beam leads from one stem to the next.
    private static func goesOn(_ level: Int, from first: Beams, to second: Beams) -> Bool {
        (first[level] == .begin || first[level] == .continue) && (second[level] == .continue || second[level] == .end)
    }
}
