internal import ScoreModel

/// The key at the beginning of a score, and how it is known.
public struct HomeKey: Hashable, Sendable {
    /// How a key is known.
    public enum Source: String, Sendable {
        /// The file says signature and mode.
        case written
        /// The file says the signature; the mode is heard in its tones.
        case signature
        /// Both are heard.
        case found
    }

    /// Sharps, or flats below zero.
    public let fifths: Int
    /// `major` or `minor`, or another mode that the file names; nil where there are no tones to hear one in.
    public let mode: String?
    /// How it is known.
    public let source: Source
    /// How sure it is, from 0 to 1; nil for what is written.
    public let confidence: Double?

    /// The key's name, such as `G major`.
    public var name: String { "\(Key.traditional(fifths: fifths, mode: mode))" }

    /// - Parameters:
    ///   - key: The first signature of the score.
    ///   - confidence: How sure that is, where it was not in the file.
    init?(_ key: Key?, confidence: Double?, tones: [Tone]) {
        if case .traditional(let fifths, let mode)? = key?.content {
            if let mode {
                self.init(fifths, mode, confidence == nil ? .written : .found, confidence)
            } else {
                let heard = KeyFinding(tones).signatures.first
                guard case .traditional(_, let mode)? = heard?.key.content else {
                    self.init(fifths, nil, .written, nil)
                    return
                }
                self.init(fifths, mode, confidence == nil ? .signature : .found, confidence ?? heard?.confidence)
            }
        } else {
            guard let heard = KeyFinding(tones).signatures.first,
                case .traditional(let fifths, let mode) = heard.key.content
            else { return nil }
            self.init(fifths, mode, .found, heard.confidence)
        }
    }

    private init(_ fifths: Int, _ mode: String?, _ source: Source, _ confidence: Double?) {
        (self.fifths, self.mode, self.source, self.confidence) = (fifths, mode, source, confidence)
    }
}
