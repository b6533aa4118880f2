import MusicXML

/// What is fed with bytes. A new one is a case and the function that it calls, which ends the process when something is wrong.
enum Target: String, CaseIterable {
    /// XML is read, written and read again.
    case xml
    /// Archives are read, and the score in them.
    case mxl
    /// Documents become scores, are put in the order of playing, and are played.
    case scoreReading = "score-reading"
    /// Scores are written, and read again.
    case scoreWriting = "score-writing"
    /// MIDI files and clip files are read, and written in both layouts.
    case midi
    /// Scores are judged by every rule, and reported in every way.
    case linting

    /// Does with the bytes whatever they allow.
    func check(_ bytes: [UInt8]) {
        switch self {
        case .xml: checkXML(bytes)
        case .mxl: checkMXL(bytes)
        case .scoreReading: checkScoreReading(bytes)
        case .scoreWriting: checkScoreWriting(bytes)
        case .midi: checkMIDI(bytes)
        case .linting: checkLinting(bytes)
        }
    }
}

/// Small enough that whatever a file asks for is done at once.
let limits = {
    var limits = ReadingLimits()
    limits.bytes = 1 << 20
    limits.depth = 64
    limits.zipEntries = 16
    return limits
}()
