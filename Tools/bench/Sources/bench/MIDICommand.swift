import ArgumentParser
import Foundation
import StandardMIDI

/// `bench midi`: MIDI files, read into events and into notes.
struct MIDICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "midi", abstract: "Measures reading of MIDI files; one JSON object a file.",
        discussion: "Tools/bench/midi-peers sets the numbers against symusic's.")

    @Argument(help: ArgumentHelp("MIDI files.", valueName: "file")) var paths: [String]
    @Option(help: "How often each is read; the median counts.") var rounds = 9

    private struct Line: Encodable {
        let path: String
        let bytes: Int
        let notes: Int
        /// Seconds from bytes to tracks of events.
        let read: Double
        /// Seconds from bytes to paired notes.
        let readNotes: Double
    }

    func run() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for path in paths {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            var (read, readNotes, notes) = ([Double](), [Double](), 0)
            for _ in 0..<rounds {
                read.append(try Cost(of: { try withExtendedLifetime(MIDIFile(bytes)) {} }).wall)
                readNotes.append(try Cost(of: { notes = try MIDIFile(bytes).notes().list.count }).wall)
            }
            let line = Line(
                path: path, bytes: bytes.count, notes: notes, read: read.median, readNotes: readNotes.median)
            print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }
}
