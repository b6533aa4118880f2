/// A note of a MIDI file: a key that was struck and let go.
public struct MIDINote: Hashable, Sendable {
    /// The index of the track; 0 in a clip file.
    public var track: Int32
    /// The channel from 0; in a clip file sixteen times the group and the channel.
    public var channel: UInt8
    /// The key, 60 being middle C.
    public var key: UInt8
    /// How fast the key was struck, from 1 to 127.
    public var velocity: UInt8
    /// How fast it was let go; 64 where the file does not say.
    public var releaseVelocity: UInt8
    /// The tick at which it begins.
    public var start: Int
    /// The tick at which it ends, not before its beginning.
    public var end: Int

    /// A note.
    public init(
        track: Int32, channel: UInt8, key: UInt8, velocity: UInt8, releaseVelocity: UInt8 = 64, start: Int, end: Int
    ) {
        self.track = track
        self.channel = channel
        self.key = key
        self.velocity = velocity
        self.releaseVelocity = releaseVelocity
        self.start = start
        self.end = end
    }
}
