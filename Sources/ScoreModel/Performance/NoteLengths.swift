extension PartPlayer {
    /// When a note falls silent: its articulations, or those of the last note tied to it, take a share of that last note's time. Where a file says how
    /// much later than written a note is released, that is all there is to say.
    func soundingEnd(_ index: Int, _ run: Unfolding.Run) -> Fraction {
        let frame = frames[index]
        let tail = Int(frame.tail)
        guard style.articulates, details(of: tail)?.playing.release == nil else { return frame.end }
        let last = part.notes[tail]
        if last.traits.contains(.letRing) {
            return min(frame.start + (frame.end - frame.start) * style.letRing, run.end)
        }
        let length = min(frame.end - frame.start, last.duration)
        guard length > .zero else { return frame.end }
        let articulations = signs[index].articulations.union(signs[tail].articulations)
            .subtracting(signs[tail].articulations.contains(.slurred) ? [] : .slurred)
        var silence = length * (1 - articulations.share(style))
        if articulations.isOrdinary {
            // A tie that leads nowhere, or over a jump, is held to its end.
            let isHeld = last.traits.contains(.tieStart) && !last.traits.contains(.tieStartSilent)
            silence = isHeld || last.tiedTo != nil ? .zero : min(silence, style.mostDetached)
        }
        if articulations.contains(.breath) { silence = max(silence, min(style.breath, length / 2)) }
        if articulations.contains(.caesura) { silence = max(silence, min(style.caesura, length / 2)) }
        return frame.end - silence
    }
}

extension NoteSigns.Articulations {
    /// True when nothing is said about the length.
    fileprivate var isOrdinary: Bool {
        isDisjoint(with: [.staccato, .staccatissimo, .tenuto, .portato, .slurred])
    }

    /// The share of a note that sounds.
    fileprivate func share(_ style: Performance.Style) -> Fraction {
        if contains(.staccatissimo) { return style.staccatissimo }
        if contains(.portato) || contains(.staccato) && !isDisjoint(with: [.tenuto, .slurred]) { return style.portato }
        if contains(.staccato) { return style.staccato }
        return isDisjoint(with: [.tenuto, .slurred]) ? style.ordinary : 1
    }
}
