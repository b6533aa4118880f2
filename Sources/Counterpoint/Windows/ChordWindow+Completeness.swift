extension ChordWindow {
    /// The first beat at which so many voices or more sound, all of them tones of the chord: the place to judge what it consists of.
    func plainSlice(voices count: Int) -> Slice? {
        slices.first { slice in
            guard slice.strength >= .beat else { return false }
            let sounding = slice.notes.compactMap { $0 }
            return sounding.count >= count && sounding.allSatisfy { $0.member != nil }
        }
    }

    /// True when a voice sounds a tone of the chord at any moment of it.
    func sounds(_ member: Chord.Member) -> Bool {
        slices.contains { slice in slice.notes.contains { $0?.member == member } }
    }
}

extension ChordWindow.Slice {
    /// How many different tones of the chord sound.
    var tones: Int { Set(notes.compactMap { $0?.member }).count }
}
