/// A note of a voice on a grid.
public struct GridNote: Hashable, Sendable {
    /// The ticks that it lasts.
    public var ticks: Range<Int>
    /// Its pitch, as a MIDI key number.
    public var pitch: Int

    /// A note.
    public init(ticks: Range<Int>, pitch: Int) {
        self.ticks = ticks
        self.pitch = pitch
    }
}

extension Grid {
    /// The notes of a voice, in order. Where nothing is known there are none.
    public func notes(ofVoice voice: Int) -> [GridNote] {
        var notes: [GridNote] = []
        for tick in ticks.indices {
            let token = self[tick, voice]
            if let pitch = vocabulary.pitch(token) {
                notes.append(GridNote(ticks: tick..<tick + 1, pitch: pitch))
            } else if token == .hold, let last = notes.last, last.ticks.upperBound == tick {
                notes[notes.count - 1].ticks = last.ticks.lowerBound..<tick + 1
            }
        }
        return notes
    }

    /// The grid in the one form that each music has: where a voice holds silence, it rests.
    public var canonical: Grid {
        var grid = self
        for voice in 0..<voiceCount {
            for tick in ticks.indices where grid[tick, voice] == .hold {
                if tick == 0 || grid[tick - 1, voice] == .rest { grid[tick, voice] = .rest }
            }
        }
        return grid
    }
}
