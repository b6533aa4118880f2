import ArgumentParser
import Foundation
import Harmonizer
import MusicXML

/// `bench leave-one-out`: no cell of a piece may change its own prediction.
struct LeaveOneOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave-one-out",
        abstract: "Changes each cell of pieces in turn, and looks whether the prediction for it changes.",
        discussion: "Exit status 1 when one does, or when nothing else changes either.")

    @Argument(help: ArgumentHelp("A weights file.", valueName: "model")) var model: String
    @Argument(help: ArgumentHelp("MXL or MusicXML files.", valueName: "file")) var paths: [String]

    /// How many changed pieces are asked about at a time.
    private static let batch = 8

    func run() throws {
        MatrixProducts.useCallingThread()
        let model = try Model(Safetensors(bytes: Array(Data(contentsOf: URL(fileURLWithPath: model)))))
        var (cells, faults) = (0, 0)
        for path in paths {
            let score = try MusicXMLDocument(xml: Input(path: path).xml).score().score
            let piece = Piece(name: path, try Grid.Reading(score).grid)
            let all = Array(0..<piece.tokens.count)
            let starts = Array(stride(from: 0, to: all.count, by: Self.batch))
            let results = starts.map { start in
                Self.faults(Array(all[start..<min(start + Self.batch, all.count)]), in: piece, model)
            }
            cells += all.count
            faults += results.reduce(0, +)
            print("\(path): \(all.count) cells, \(results.reduce(0, +)) answer for themselves")
        }
        print("\(cells) cells, \(faults) answer for themselves")
        if faults > 0 { throw ExitCode.failure }
    }

    /// How many of some cells change the prediction for themselves, or change nothing at all. The piece as it is goes first.
    private static func faults(_ cells: [Int], in piece: Piece, _ model: Model) -> Int {
        let (batch, tokens) = (cells.count + 1, model.network.vocabulary.count)
        var input = [Token](repeating: .outside, count: 4 * piece.ticks * batch)
        var contexts = [UInt8](repeating: 0, count: 6 * piece.ticks * batch)
        for tick in 0..<piece.ticks {
            for sequence in 0..<batch {
                let row = tick * batch + sequence
                for voice in 0..<4 { input[4 * row + voice] = piece.tokens[4 * tick + voice] }
                for part in 0..<6 { contexts[6 * row + part] = piece.contexts[6 * tick + part] }
            }
        }
        for (index, cell) in cells.enumerated() {
            let place = 4 * (cell / 4 * batch + index + 1) + cell % 4
            // A pitch for a hold or a rest, another for a pitch.
            let number = (Int(input[place].rawValue) + 17 + cell % 13) % (tokens - 4) + 4
            input[place] = Token(rawValue: UInt8(number))
        }
        let answers = model.network.logProbabilities(
            NetworkInput(
                ticks: piece.ticks, batch: batch, forward: input, backward: input,
                visible: [UInt16](repeating: NetworkInput.allVisible, count: piece.ticks * batch), contexts: contexts),
            parameters: model.parameters)
        func answer(_ cell: Int, _ sequence: Int) -> ArraySlice<Float> {
            let start = (4 * (cell / 4 * batch + sequence) + cell % 4) * tokens
            return answers[start..<(start + tokens)]
        }
        return cells.enumerated().count { index, cell in
            let isSame = zip(answer(cell, 0), answer(cell, index + 1)).allSatisfy { abs($0 - $1) < 1e-5 }
            let neighbour = cell ^ 1
            let changesNothing = zip(answer(neighbour, 0), answer(neighbour, index + 1)).allSatisfy { $0 == $1 }
            return !isSame || changesNothing
        }
    }
}
