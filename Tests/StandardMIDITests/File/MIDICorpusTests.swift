import Foundation
import ScoreModel
import StandardMIDI
import Testing

/// Real files from the folder `midi` of the one that `QUARTET_DATA` names.
@Suite(.enabled(if: !MIDICorpus.files.isEmpty, "QUARTET_DATA names no folder with MIDI files"))
struct MIDICorpusTests {
    @Test(arguments: MIDICorpus.files) func `files are written as they were`(_ path: String) throws {
        let input = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        guard let file = try? MIDIFile(input) else { return }
        if file.diagnostics.allSatisfy({ $0.severity < .warning }) { #expect(file.bytes() == input) }
        let again = try MIDIFile(file.bytes(.canonical))
        #expect(again.codes.filter { $0 != "meta-length" }.isEmpty)
        #expect(again.tracks.map(\.outline) == file.tracks.map(\.outline))
        #expect(file.notes().list.count == file.tracks.reduce(0) { $0 + $1.events.count(where: \.isNoteOn) })
    }

    @Test(arguments: MIDICorpus.clips) func `clips are read`(_ path: String) throws {
        let input = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        guard !input.isEmpty else { return }
        let clip = try MIDIClip(input)
        #expect(clip.diagnostics.map(\.code) == (path.hasSuffix("no-header.midi2") ? ["division-missing"] : []))
        #expect(clip.notes().diagnostics.isEmpty)
    }
}

enum MIDICorpus {
    /// The large ones are composed of others; outlines of them take minutes in a debug build.
    static let files = paths.filter { path in
        [".mid", ".midi", ".rmi"].contains { path.hasSuffix($0) } && !path.contains("/composed/")
    }
    static let clips = paths.filter { $0.hasSuffix(".midi2") }

    private static let paths: [String] = {
        guard let data = ProcessInfo.processInfo.environment["QUARTET_DATA"] else { return [] }
        let found = FileManager.default.enumerator(atPath: data + "/midi")?.compactMap { $0 as? String } ?? []
        return found.sorted().map { data + "/midi/" + $0 }
    }()
}
