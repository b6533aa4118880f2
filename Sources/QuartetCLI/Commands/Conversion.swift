import MusicXML
import ScoreModel
import StandardMIDI

/// How files are to be converted.
struct Conversion: Sendable {
    /// Which tier a conversion goes through.
    enum Route: String, CaseIterable, Sendable {
        /// The document where both formats are of one family, else the score.
        case auto
        /// The document, which loses nothing.
        case document
        /// The score.
        case score
    }

    /// What a conversion gives.
    struct Result: Sendable {
        /// The file.
        var bytes: [UInt8]
        /// What its readers had to tell.
        var diagnostics: [Diagnostic]
        /// What the target could not hold.
        var losses: [Loss]
        /// What the input does not say and the output does.
        var guesses: [Guess] = []
    }

    /// How finely a score counts that is written anew.
    enum Divisions: String, CaseIterable, Sendable {
        /// As its file did, where that holds every duration.
        case asRead = "as-read"
        /// As coarsely as holds every duration.
        case least
    }

    var from: FileFormat?
    var to: FileFormat
    var route = Route.auto
    var divisions = Divisions.asRead
    var version = MusicXMLVersion.v4_0
    var layout: ScoreLayout?
    /// Whether the losses of a way through the score are looked for, which takes a while.
    var tellsLosses = true
    var unfoldsRepeats = true
    /// Whether jumps are followed that are only printed.
    var readsWords = false
    /// Whether MIDI gets the bare notes.
    var isPlain = false
    /// How MIDI becomes notation.
    var transcription = Transcription.Options()
    /// How MIDI files that came from MIDI files are written.
    var midiLayout = MIDIFile.Layout.asRead
    var isStrict = false
    /// Whether a document that breaks the rules of MusicXML is refused.
    var validates = false
    var limits = ReadingLimits()

    /// Converts the bytes of one file.
    ///
    /// - Throws: `FileError`.
    func convert(_ bytes: [UInt8]) throws -> Result {
        if (from ?? FileFormat(content: bytes))?.isMIDI == true { return try convertMIDI(bytes) }
        var file = try ScoreFile(bytes, format: from, limits: limits)
        var losses: [Loss] = []
        let output: [UInt8]
        do {
            switch to {
            case .musicxml:
                if let others = file.archive?.others, let first = others.first {
                    losses.append(Loss(kind: "archive-entry", count: others.count, first: .init(entry: first.path)))
                }
                output = try validated(xml(of: &file, losses: &losses))
            case .mxl:
                let xml = try validated(xml(of: &file, losses: &losses))
                var archive = file.archive ?? MXLArchive(score: xml)
                archive.replaceScore(xml)
                output = try archive.packed()
            case .midi, .rmid:
                let midi: MIDIFile
                (midi, losses) = played(try file.score(), &file.diagnostics)
                output = midi.bytes()
            case .midi2: throw MIDISource.clipNotWritten
            }
        } catch let error as MusicXMLError {
            throw FileError(error.diagnostic)
        }
        try refuseRepairs(file.diagnostics)
        return Result(bytes: output, diagnostics: file.diagnostics, losses: losses)
    }

    /// Converts a file of the MIDI family. Between MIDI files and RIFF files with MIDI in them it never leaves the document, unless it is told to.
    private func convertMIDI(_ bytes: [UInt8]) throws -> Result {
        let source = try MIDISource(bytes)
        guard to.isMIDI, route != .score, case .file(var file) = source else { return try transcribed(source) }
        var losses: [Loss] = []
        if to == .midi {
            let chunks = file.wrapper.map { $0.before.count + $0.after.count } ?? 0
            if chunks > 0 { losses.append(Loss(kind: "riff-chunk", count: chunks)) }
            file.wrapper = nil
        } else if file.wrapper == nil {
            file.wrapper = RIFFWrapper()
        }
        try refuseRepairs(file.diagnostics)
        return Result(bytes: file.bytes(midiLayout), diagnostics: file.diagnostics, losses: losses)
    }

    /// Writes a file of the MIDI family down, and what comes of it as the target wants it.
    private func transcribed(_ source: MIDISource) throws -> Result {
        let transcription: Transcription
        do throws(MIDIFileError) {
            transcription =
                switch source {
                case .file(let file): try Transcription(file, options: self.transcription)
                case .clip(let clip): try Transcription(clip, options: self.transcription)
                }
        } catch {
            throw FileError(error.diagnostic)
        }
        var diagnostics = transcription.diagnostics
        var losses = transcription.losses
        try refuseRepairs(diagnostics)
        let output: [UInt8]
        if to.isMIDI {
            let (midi, lost) = played(transcription.score, &diagnostics)
            output = midi.bytes()
            losses += lost
        } else {
            let (xml, found) = transcription.score.musicXML(keepsDivisions: divisions == .asRead)
            diagnostics += found
            output = try packed(written(xml, losses: &losses))
        }
        return Result(
            bytes: output, diagnostics: diagnostics, losses: losses, guesses: transcription.guesses)
    }

    /// A score as a MIDI file.
    private func played(_ score: Score, _ diagnostics: inout [Diagnostic]) -> (file: MIDIFile, losses: [Loss]) {
        let order = unfoldsRepeats ? PlayOrder(score, readsWords: readsWords) : .written(score)
        diagnostics += order.diagnostics
        var (file, losses) = score.midiFile(order: order, style: isPlain ? .plain : .init())
        if to == .rmid { file.wrapper = RIFFWrapper() }
        return (file, losses)
    }

    /// New MusicXML in the layout and the version that are wanted.
    private func written(_ xml: [UInt8], losses: inout [Loss]) throws -> [UInt8] {
        guard layout == .timewise || version != .v4_0 else { return try validated(xml) }
        do {
            var document = try MusicXMLDocument(xml: xml, limits: limits)
            losses.add(document.restrict(to: version))
            return try validated(document.converted(to: layout ?? .partwise).xml())
        } catch let error as MusicXMLError {
            throw FileError(error.diagnostic)
        }
    }

    private func packed(_ xml: [UInt8]) throws -> [UInt8] {
        guard to == .mxl else { return xml }
        do { return try MXLArchive(score: xml).packed() } catch { throw FileError(error.diagnostic) }
    }

    /// Throws when repaired files are to be refused and this one had to be.
    private func refuseRepairs(_ diagnostics: [Diagnostic]) throws {
        guard isStrict, let first = diagnostics.first(where: { $0.severity >= .warning }) else { return }
        throw FileError(
            Diagnostic(code: first.code, severity: .error, place: first.place, message: first.message + " (--strict)"))
    }

    /// The document to write, unless it has to be valid and is not.
    private func validated(_ xml: [UInt8]) throws -> [UInt8] {
        guard validates else { return xml }
        let violations = try MusicXMLDocument(xml: xml, limits: limits).violations()
        guard let first = violations.first else { return xml }
        let others = violations.count > 1 ? ", the first of \(violations.count) such faults" : ""
        throw FileError(
            Diagnostic(
                code: first.code, severity: .error, place: first.place,
                message: "what would be written is not valid: \(first.message)\(others)"))
    }

    /// The document to write: the one that was read, or one that is made of its score alone.
    private func xml(of file: inout ScoreFile, losses: inout [Loss]) throws -> [UInt8] {
        guard route == .score else {
            guard let layout else { return file.document.xml() }
            return try file.document.converted(to: layout).xml()
        }
        let (xml, diagnostics) = try file.score().musicXML(keepsDivisions: divisions == .asRead)
        file.diagnostics += diagnostics
        let layout = layout ?? file.document.layout ?? .partwise
        guard tellsLosses || layout != .partwise || version != .v4_0 else { return xml }
        var document = try MusicXMLDocument(xml: xml, limits: limits)
        if tellsLosses { losses += file.document.losses(in: document) }
        guard layout != .partwise || version != .v4_0 else { return xml }
        losses.add(document.restrict(to: version))
        return try document.converted(to: layout).xml()
    }
}

extension [Loss] {
    /// Adds what an older version cannot hold. Its lines are those of a file that nobody has seen.
    fileprivate mutating func add(_ later: [Loss]) {
        for loss in later {
            if let index = firstIndex(where: { $0.kind == loss.kind }) {
                self[index].count += loss.count
            } else {
                append(loss)
                self[count - 1].first.line = nil
            }
        }
    }
}
