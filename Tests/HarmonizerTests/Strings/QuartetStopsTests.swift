import Counterpoint
import Foundation
import Harmonizer
import ScoreModel
import Testing

/// The stops of every nineteenth of the string quartets, or of as many as `QUARTET_STEP` says.
@Suite(.enabled(if: Quartets.folder != nil, "QUARTET_DATA names no folder with quartets and their split.csv"))
struct QuartetStopsTests {
    private static let step = Int(ProcessInfo.processInfo.environment["QUARTET_STEP"] ?? "") ?? 19

    @Test(.timeLimit(.minutes(10))) func `stops come back from MusicXML, and nearly all can be played`() throws {
        var (all, playable, easy) = (0, 0, 0)
        for index in stride(from: 0, to: Quartets.paths.count, by: Self.step) {
            let path = Quartets.paths[index]
            let score = try Chorales.score(path)
            let reading = try Grid.Reading(score, vocabulary: .strings)
            let grid = reading.grid
            let rewriting = try Rewriting(score, reading, as: grid).score.reread()
            let again = try Grid.Reading(rewriting, vocabulary: .strings).grid
            let isSame = again.stops == grid.stops && again.tokens == grid.canonical.tokens
            #expect(isSame, "\(path)")
            for (voice, instrument) in StringInstrument.quartet.enumerated() {
                for note in grid.notes(ofVoice: voice) {
                    let keys = grid.chord(of: note, inVoice: voice)
                    guard keys.count > 1 else { continue }
                    all += 1
                    let fingering = Fingering(keys, on: instrument)
                    if let fingering {
                        playable += 1
                        if !fingering.isExtended { easy += 1 }
                    } else {
                        let name = path.split(separator: "/").last ?? ""
                        print(name, instrument, grid.times[note.ticks.lowerBound], keys)
                    }
                }
            }
        }
        print("\(all) stops: \(playable) can be played, \(easy) in the frame of the hand")
        // What cannot be played is harmonics that are written as chords, trills whose other note is one, and mistakes of editions.
        #expect(playable * 1000 >= all * 995)
    }
}
