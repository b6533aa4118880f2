public import ScoreModel

/// A MIDI file written down: a score as a musician would write it, what of it was guessed and how sure that is, and what has no place in it.
///
///     let transcription = try Transcription(MIDIFile(bytes))
///     for guess in transcription.guesses { print(guess.kind, guess.value, guess.confidence) }
///
/// What was played beside the notation (a little early, a little louder) stays with the notes, so that playing the score gives the notes of the file
/// again. `Docs/Notation.md` tells how each thing is found and how often it is right.
public struct Transcription: Sendable {
    /// How notes become parts.
    public enum Parts: String, CaseIterable, Sendable {
        /// A part for each channel of each track. A channel with several lines that is no keyboard becomes a part for each line.
        case auto
        /// A part for each track.
        case byTrack = "by-track"
        /// A part for each channel.
        case byChannel = "by-channel"
        /// A part for each voice that is found.
        case byVoice = "by-voice"
    }

    /// What may be asked for.
    public struct Options: Sendable {
        /// How notes become parts.
        public var parts = Parts.auto
        /// How their times become notation.
        public var quantization = Quantization.Options()
        /// The encoding of texts; guessed when nil.
        public var encoding: MIDIText.Encoding?

        /// What suits most files.
        public init() {}
    }

    /// The score.
    public private(set) var score = Score()
    /// What the file does not say, in the order in which it was found.
    public private(set) var guesses: [Guess] = []
    /// What was odd in the file.
    public private(set) var diagnostics: [Diagnostic] = []
    /// What has no place in the score.
    public private(set) var losses: [Loss] = []

    /// Writes a file down.
    ///
    /// - Throws: `too-long` when it would take more measures than ``Barring/mostBars``, or millions of notes.
    public init(_ file: MIDIFile, options: Options = Options()) throws(MIDIFileError) {
        try self.init(TranscriptionSource(file, encoding: options.encoding), options)
        diagnostics = file.diagnostics + diagnostics
    }

    /// Writes a clip down.
    ///
    /// - Throws: `too-long` when it would take more measures than ``Barring/mostBars``, or millions of notes.
    public init(_ clip: MIDIClip, options: Options = Options()) throws(MIDIFileError) {
        try self.init(TranscriptionSource(clip), options)
        diagnostics = clip.diagnostics + diagnostics
    }

    private init(_ source: TranscriptionSource, _ options: Options) throws(MIDIFileError) {
        diagnostics = source.diagnostics
        losses = source.losses
        let clock = NotatedClock(source, options.quantization)
        if !source.notes.isEmpty, clock.method != .exact {
            guesses.append(Guess(.rhythm, clock.method.rawValue, clock.confidence))
        }
        let frame = try MeasureFrame(source, clock)
        guesses += frame.guesses
        let texture = TextureReader(source, clock.tones, options.parts)
        let parts = texture.parts
        try Transcription.refuseTooLong(parts, frame.barring)
        guesses += texture.guesses
        let names = NoteNames(parts, frame)
        let lyrics = LyricWriting(source, parts)
        if lyrics.lost > 0 { losses.append(Loss(kind: "lyric", count: lyrics.lost)) }
        guesses += names.guesses
        score.measures = frame.barring.bars.map(\.measure)
        score.parts = parallel(parts.count) { index in
            PartWriting(
                parts[index], number: index, source, clock, frame, names.contents[index], lyrics
            ).part
        }
        if parts.isEmpty { score.parts = [frame.emptyPart] }
        score.add(TempoWriting(source, clock, frame))
        if !source.title.isEmpty { score.credits.workTitle = source.title }
        score.credits.rights = source.rights.map { Credits.Statement($0) }
    }

    /// How many notes and rests a score can have here, about: several times those of the longest works, and of a short file fewer. Hostile files
    /// ask in a few bytes for thousands of millions.
    static func mostSymbols(notes: Int) -> Int { min(4_000_000, 20_000 + 64 * notes) }

    /// A note is written in each measure that it lasts through, and a part without notes rests in each.
    private static func refuseTooLong(_ parts: [VoicedPart], _ barring: Barring) throws(MIDIFileError) {
        let most = mostSymbols(notes: parts.reduce(0) { $0 + $1.tones.count })
        var count = 0
        for part in parts {
            count += barring.bars.count
            for tone in part.tones { count += barring.index(at: tone.end) - barring.index(at: tone.onset) + 1 }
            guard count <= most else {
                throw MIDIFileError(
                    .tooLong, "the notes and rests that this would take are too many: more than \(most)")
            }
        }
    }
}
