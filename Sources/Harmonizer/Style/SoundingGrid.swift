/// What sounds in each tick of a grid: its tokens with the pitches that are held.
struct SoundingGrid {
    /// The pitch of a voice that is silent, or of which nothing is known.
    static let silence = -1

    let voiceCount: Int
    let tickCount: Int
    /// MIDI key numbers, or ``silence``: `tickCount * voiceCount`, tick by tick.
    let pitches: [Int]
    /// Whether a note begins, in the same order.
    let begins: [Bool]

    init(_ grid: Grid) {
        voiceCount = grid.voiceCount
        tickCount = grid.ticks.count
        var (pitches, begins) = ([Int](), [Bool]())
        pitches.reserveCapacity(grid.tokens.count)
        begins.reserveCapacity(grid.tokens.count)
        for (cell, token) in grid.tokens.enumerated() {
            let pitch = grid.vocabulary.pitch(token)
            begins.append(pitch != nil)
            let held = token == .hold && cell >= grid.voiceCount ? pitches[cell - grid.voiceCount] : Self.silence
            pitches.append(pitch ?? held)
        }
        (self.pitches, self.begins) = (pitches, begins)
    }

    /// The pitch that a voice has in a tick.
    subscript(tick: Int, voice: Int) -> Int { pitches[tick * voiceCount + voice] }

    /// The pitches of a tick, from the top voice.
    func chord(at tick: Int) -> ArraySlice<Int> { pitches[tick * voiceCount..<(tick + 1) * voiceCount] }

    /// Whether a voice begins a note in a tick.
    func begins(_ tick: Int, _ voice: Int) -> Bool { begins[tick * voiceCount + voice] }

    /// Whether the chord of a tick is another than that of the tick before.
    func changes(at tick: Int) -> Bool { tick == 0 || chord(at: tick) != chord(at: tick - 1) }

    /// The interval, taken modulo the octave, that two voices keep while both move in one direction from one tick to another, when it is a
    /// fifth (7), an octave or a unison (0); otherwise nil.
    func parallel(_ voices: (Int, Int), from before: Int, to after: Int) -> Int? {
        let (old, new) = (
            (self[before, voices.0], self[before, voices.1]), (self[after, voices.0], self[after, voices.1])
        )
        guard min(old.0, old.1, new.0, new.1) > Self.silence, (new.0 - old.0) * (new.1 - old.1) > 0 else { return nil }
        let interval = abs(new.0 - new.1) % 12
        return interval == abs(old.0 - old.1) % 12 && (interval == 7 || interval == 0) ? interval : nil
    }
}
