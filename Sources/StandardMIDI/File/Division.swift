public import ScoreModel

extension MIDIFile {
    /// How long a tick is: the third word of the header (SMF 1.0, "Header Chunks").
    ///
    /// The word is kept as it is; what makes no sense is read as something that does.
    public struct Division: Hashable, Sendable, RawRepresentable {
        /// What a word means.
        public enum Meaning: Hashable, Sendable {
            /// Ticks in a quarter note, above zero.
            case metrical(ticksPerQuarter: Int)
            /// Frames in a second (24, 25, 29 for 29.97, 30, in files that are wrong any other) and ticks in a frame, both above zero.
            case timeCode(framesPerSecond: Int, ticksPerFrame: Int)
        }

        /// The word.
        public let rawValue: UInt16

        /// The division with the given word.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The given number of ticks in a quarter note; held between 1 and 32,767.
        public init(ticksPerQuarter: Int) { rawValue = UInt16(min(max(ticksPerQuarter, 1), 0x7FFF)) }

        /// The given numbers of frames in a second and ticks in a frame; held between 1 and 128, and 1 and 255.
        public init(framesPerSecond: Int, ticksPerFrame: Int) {
            let frames = UInt8(bitPattern: Int8(-min(max(framesPerSecond, 1), 128)))
            rawValue = UInt16(frames) << 8 | UInt16(min(max(ticksPerFrame, 1), 255))
        }

        /// What is taken where a file says that a quarter note has no ticks: what most programs write.
        static let usual = 480
    }
}

extension MIDIFile.Division {
    /// What the word means.
    public var meaning: Meaning {
        guard rawValue & 0x8000 != 0 else {
            return .metrical(ticksPerQuarter: rawValue == 0 ? Self.usual : Int(rawValue))
        }
        let frames = -Int(Int8(bitPattern: UInt8(rawValue >> 8)))
        return .timeCode(framesPerSecond: frames, ticksPerFrame: max(Int(rawValue & 0xFF), 1))
    }

    /// How long a tick lasts in seconds where ticks are parts of frames; nil where the tempo says it.
    ///
    /// Format 29 stands for the 30000/1001 frames a second of colour television.
    public var secondsPerTick: Fraction? {
        guard case .timeCode(let frames, let ticks) = meaning else { return nil }
        return frames == 29
            ? Fraction(1001, over: 30_000 * ticks) : Fraction(1, over: frames * ticks)
    }

    /// How many quarter notes a tick lasts. Where ticks are parts of frames, a quarter note is taken to last half a second, as it does in
    /// files without a tempo.
    public var quartersPerTick: Fraction {
        switch meaning {
        case .metrical(let ticks): Fraction(1, over: ticks) ?? .zero
        case .timeCode: 2 * (secondsPerTick ?? .zero)
        }
    }

    /// What is wrong with the word, and what is done about it; nil when nothing is.
    var fault: (code: String, message: String)? {
        switch meaning {
        case _ where rawValue == 0:
            return ("division-zero", "a quarter note has no ticks; \(Self.usual) are taken")
        case _ where rawValue & 0x80FF == 0x8000: return ("division-zero", "a frame has no ticks; 1 is taken")
        case .timeCode(let frames, _) where ![24, 25, 29, 30].contains(frames):
            return ("division-unknown", "there is no time code with \(frames) frames a second; it is taken at its word")
        default: return nil
        }
    }

    /// A word that says what this one is read as.
    var repaired: MIDIFile.Division {
        switch meaning {
        case .metrical(let ticks): .init(ticksPerQuarter: ticks)
        case .timeCode(let frames, let ticks): .init(framesPerSecond: frames, ticksPerFrame: ticks)
        }
    }
}

extension MIDIFile.Division: CustomStringConvertible {
    /// `480 ticks a quarter note`, `25 frames a second, 40 ticks a frame`.
    public var description: String {
        switch meaning {
        case .metrical(let ticks): "\(ticks) ticks a quarter note"
        case .timeCode(let frames, let ticks):
            "\(frames == 29 ? "29.97" : "\(frames)") frames a second, \(ticks) ticks a frame"
        }
    }
}
