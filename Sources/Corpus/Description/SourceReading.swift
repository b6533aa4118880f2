public import ScoreModel

/// What the reader of a format made of a file.
public struct SourceReading: Sendable {
    /// The score.
    public let score: Score
    /// What the reader had to tell.
    public let diagnostics: [Diagnostic]
    /// Whether its times were played and had to be quantized.
    public let isPlayed: Bool
    /// How sure its first key signature is, from 0 to 1, where the file had none and it was found; nil where it was written.
    public let keyConfidence: Double?

    /// What was read.
    public init(_ score: Score, diagnostics: [Diagnostic] = [], isPlayed: Bool = false, keyConfidence: Double? = nil) {
        (self.score, self.diagnostics) = (score, diagnostics)
        (self.isPlayed, self.keyConfidence) = (isPlayed, keyConfidence)
    }
}
