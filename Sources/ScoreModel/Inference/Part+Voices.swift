extension Part {
    /// The part with voices found on each staff that has a voice of several tones at a time.
    func separatingVoices(most: Int?, allowsChords: Bool) -> Part {
        var assignment = VoiceAssignment(self)
        for (staff, struck) in struckNotes.sorted(by: { $0.key < $1.key }) {
            let tones = struck.map(tone)
            guard hasClash(struck, tones) else { continue }
            assignment.add(VoiceSeparation(tones, most: most, allowsChords: allowsChords), of: struck, on: staff)
        }
        guard !assignment.isEmpty else { return self }
        var part = self
        part.spreadBeams()
        assignment.finish(&part)
        part.rearrange(
            part.notes.indices.sorted { left, right in
                let (first, second) = (part.notes[left], part.notes[right])
                return (first.measure, first.onset, first.voice, left) < (
                    second.measure, second.onset, second.voice, right
                )
            })
        part.joinChords(on: assignment.staves)
        part.dropBrokenBeams()
        part.forgetOrder()
        return part
    }

    /// The notes of each staff that are struck: those with a pitch that take time and do not go on with a tie.
    private var struckNotes: [UInt8: [Int]] {
        let struck = notes.indices.filter { index in
            let note = notes[index]
            return note.pitch != nil && note.duration > .zero && !note.traits.contains(.cue) && !isContinued(note)
        }
        return Dictionary(grouping: struck) { notes[$0].staff }
    }

    private func tone(_ index: Int) -> Tone {
        let note = notes[index]
        return Tone(onset: note.onset, duration: tiedDuration(of: note), key: soundingKey(of: note) ?? 0)
    }

    /// True when a voice sounds several tones at a time.
    private func hasClash(_ struck: [Int], _ tones: [Tone]) -> Bool {
        var longest: [UInt16: Sounding] = [:]
        for (index, tone) in zip(struck, tones) {
            let next = Sounding(tone)
            let voice = notes[index].voice
            if let last = longest[voice], last.sounds(against: next) { return true }
            if longest[voice].map({ $0.end < next.end }) ?? true { longest[voice] = next }
        }
        return false
    }

    /// Makes chords of the notes that a voice has at a time with one duration, and single notes of the others.
    private mutating func joinChords(on staves: Set<UInt8>) {
        for index in notes.indices where staves.contains(notes[index].staff) && notes[index].pitch != nil {
            // Grace notes and cues have gone with their voice as they stood.
            guard !notes[index].isGrace, !notes[index].traits.contains(.cue) else { continue }
            notes[index].traits.remove(.chordMember)
            guard index > 0 else { continue }
            let (note, previous) = (notes[index], notes[index - 1])
            let isChord =
                previous.pitch != nil && !previous.isGrace && previous.onset == note.onset
                && previous.voice == note.voice
                && previous.duration == note.duration && previous.staff == note.staff
            if isChord { notes[index].traits.insert(.chordMember) }
        }
    }
}
