public import ScoreModel

extension GivenHarmony {
    /// What a score says of its own harmony, by onset.
    ///
    /// Numerals and chord symbols (`harmony` in MusicXML) hold until the next one of their sort, figures as long as they say; a chord
    /// symbol ends before the first measure that it does not fit (see ``disagreements(in:)``). Where several sorts stand at a time, numerals go before chord symbols and these before figures; what stands in the first of several
    /// parts goes before the others. What is said of chords does not overlap; a text that names a key and no numeral is about the key
    /// alone, until the next numeral.
    public static func given(in score: Score) -> [GivenHarmony] {
        let symbols = score.parts.filter { !$0.harmonies.isEmpty }.map(ChordSymbols.init)
        var given = HeldSymbols(symbols.flatMap(\.numerals).inOrder(), in: score, endForeign: false).given
        given.lay(under: HeldSymbols(symbols.flatMap(\.chords).inOrder(), in: score, endForeign: true).given)
        for part in score.parts where !part.figuredBasses.isEmpty {
            given.lay(under: FiguredPart(part, until: score.length).given)
        }
        return given
    }
}

extension [GivenHarmony] {
    /// Adds what is said where nothing is said yet. Both lists are in order and do not overlap.
    fileprivate mutating func lay(under others: [GivenHarmony]) {
        guard !others.isEmpty else { return }
        let covers = filter { $0.content != .key }
        var added: [GivenHarmony] = []
        var next = 0
        for other in others {
            guard let end = other.end else { continue }
            var onset = other.onset
            while next < covers.count, (covers[next].end ?? end) <= onset { next += 1 }
            var cover = next
            while onset < end {
                let until = cover < covers.count ? Swift.min(covers[cover].onset, end) : end
                if until > onset { added.append(other.with(onset: onset, end: until)) }
                guard cover < covers.count, until < end else { break }
                onset = Swift.max(onset, covers[cover].end ?? end)
                cover += 1
            }
        }
        self = (self + added).stablySorted { $0.onset < $1.onset }
    }
}

extension GivenHarmony {
    fileprivate func with(onset: Fraction, end: Fraction) -> GivenHarmony {
        GivenHarmony(onset: onset, end: end, key: key, content: content, origin: origin)
    }
}
