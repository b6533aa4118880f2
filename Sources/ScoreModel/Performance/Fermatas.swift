/// The holds that fermatas ask for, in written time.
///
/// Fermatas of different voices that sound together are one: it lasts while all of their notes do. So a fermata over a half note
/// and one over the second of two quarter notes below it hold the second quarter.
struct Fermatas {
    /// In order, none within another.
    private(set) var holds: [Hold] = []

    init(_ score: Score, style: Performance.Style) {
        var spans: [Hold] = []
        for part in score.parts {
            for mark in part.marks where part.notes.indices.contains(mark.note) {
                guard case .fermata(let fermata) = mark.kind else { continue }
                let note = part.notes[mark.note]
                guard note.duration > .zero else { continue }
                spans.append(Hold(start: note.onset, end: note.end, factor: fermata.factor(style)))
            }
        }
        for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            guard let last = holds.last, span.start < last.end else {
                holds.append(span)
                continue
            }
            holds[holds.count - 1] = Hold(
                start: span.start, end: min(last.end, span.end), factor: max(last.factor, span.factor))
        }
    }
}

extension Fermata {
    /// How many times as long a note lasts under it. The names of the shapes are MusicXML's, their meaning is SMuFL's
    /// (Holds and pauses, U+E4C0 to U+E4DF).
    fileprivate func factor(_ style: Performance.Style) -> Fraction {
        let longer = style.fermata - 1
        return switch shape {
        case "double-angled": 1 + longer / 4
        case "angled", "half-curve": 1 + longer / 2
        case "square", "double-dot": 1 + longer * 2
        case "double-square": 1 + longer * 3
        default: 1 + longer
        }
    }
}

extension Unfolding {
    /// Holds of written time in played time.
    func holds(_ written: [Hold]) -> [Hold] {
        var played: [Hold] = []
        for run in runs {
            var index = written.partitioningIndex { $0.end > run.start }
            while index < written.count, written[index].start < run.end, played.count < bounds.controls {
                let hold = written[index]
                played.append(
                    Hold(
                        start: max(hold.start, run.start) + run.shift, end: min(hold.end, run.end) + run.shift,
                        factor: hold.factor))
                index += 1
            }
        }
        return played
    }
}
