import Counterpoint
import Foundation
import Harmonizer

/// What an evaluation tells, as JSON and as a table.
struct EvaluationReport: Encodable {
    /// A voice, or all of them.
    struct Row: Encodable {
        let voice: String
        let cells: Int
        let onsets: Int
        let accuracy: Double
        let onsetAccuracy: Double
        let beginningAccuracy: Double
        let natsPerToken: Double
        let natsPerOnset: Double

        init(_ name: String, _ voice: Metrics.Voice) {
            self.voice = name
            cells = voice.cells
            onsets = voice.onsets
            accuracy = rounded(voice.accuracy)
            onsetAccuracy = rounded(voice.onsetAccuracy)
            beginningAccuracy = rounded(voice.beginningAccuracy)
            natsPerToken = rounded(voice.natsPerToken)
            natsPerOnset = rounded(voice.natsPerOnset)
        }
    }

    let model: String
    let part: String
    let withheld: String
    let pieces: Int
    let ticks: Int
    let voices: [Row]
    let all: Row
    let natsPerTickInOrder: Double
    let natsPerTickAtRandom: Double
    let natsPerTickGivenTop: Double

    init(model: String, part: String, withheld: String, pieces: Int, _ metrics: Metrics, _ ensemble: Ensemble) {
        self.model = model
        self.part = part
        self.withheld = withheld
        self.pieces = pieces
        ticks = metrics.ticks
        voices = zip(ensemble.roles.map(\.rawValue), metrics.voices).map { Row($0, $1) }
        all = Row("all", metrics.all)
        natsPerTickInOrder = rounded(metrics.natsPerTickInOrder)
        natsPerTickAtRandom = rounded(metrics.natsPerTickAtRandom)
        natsPerTickGivenTop = rounded(metrics.natsPerTickGivenTop)
    }

    /// The table.
    var text: String {
        var text = "\(part): \(pieces) pieces, \(ticks) ticks"
        if withheld != Withholding.nothing.rawValue {
            text += ", without \(withheld == "both" ? "fermatas and key" : withheld)"
        }
        text += "\n           all ticks   onsets   onsets told   nats a token   nats an onset\n"
        for row in voices + [all] {
            text += row.voice.padding(toLength: 9, withPad: " ", startingAt: 0)
            text += String(
                format: "%9.2f %% %6.2f %% %11.2f %% %14.4f %15.4f\n", 100 * row.accuracy, 100 * row.onsetAccuracy,
                100 * row.beginningAccuracy, row.natsPerToken, row.natsPerOnset)
        }
        text += String(
            format: """
                nats a tick: %.3f in the order of time, %.3f given other ticks at random, %.3f of the lower voices given the top one

                """, natsPerTickInOrder, natsPerTickAtRandom, natsPerTickGivenTop)
        return text
    }
}

/// Five decimals: more say nothing.
private func rounded(_ number: Double) -> Double { (number * 100_000).rounded() / 100_000 }
