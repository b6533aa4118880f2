import ArgumentParser
import Counterpoint
import Foundation

/// Changes one cost after the other, and keeps what is better on the halves that were not counted.
struct Search: ParsableCommand {
    @OptionGroup var data: Source
    @Option(help: "How often all costs are tried.") var rounds = 3
    @Option(help: "These costs alone.") var only: [String] = []

    private static let costs: [(String, any WritableKeyPath<HarmonyCosts, Float> & Sendable)] = [
        ("foreign", \.foreign), ("betweenSteps", \.betweenSteps), ("prepared", \.prepared),
        ("anticipated", \.anticipated), ("leftByStep", \.leftByStep), ("reachedByStep", \.reachedByStep),
        ("unconnected", \.unconnected), ("accented", \.accented), ("held", \.held), ("inBass", \.inBass),
        ("lengthPower", \.lengthPower), ("furtherLength", \.furtherLength), ("missingRoot", \.missingRoot),
        ("missingThird", \.missingThird),
        ("missingFifth", \.missingFifth), ("missingAlteredFifth", \.missingAlteredFifth),
        ("missingSeventh", \.missingSeventh), ("misspelled", \.misspelled),
        ("mostForeign", \.mostForeign), ("seventh", \.seventh), ("sixFour", \.sixFour), ("openSixFour", \.openSixFour),
        ("changeOnBeat", \.changeOnBeat),
        ("changeOffBeat", \.changeOffBeat), ("changeElsewhere", \.changeElsewhere), ("progression", \.progression),
        ("degree", \.degree), ("firstDegree", \.firstDegree), ("newKey", \.newKey),
        ("newKeyAtPhrase", \.newKeyAtPhrase), ("signature", \.signature), ("openEnd", \.openEnd),
    ]

    func run() throws {
        let halves = Halves(try data.load())
        var best = HarmonyCosts()
        var marks = halves.marks(best)
        print("start", marks.text)
        for round in 1...max(rounds, 1) {
            let factors: [Float] = round == 1 ? [0.6, 0.8, 1.25, 1.6] : [0.85, 0.93, 1.07, 1.17]
            for (name, path) in Self.costs where only.isEmpty || only.contains(name) {
                for factor in factors {
                    var costs = best
                    costs[keyPath: path] = best[keyPath: path] == 0 ? factor / 10 : best[keyPath: path] * factor
                    let own = halves.marks(costs)
                    if own.goal > marks.goal + 0.0002 {
                        (best, marks) = (costs, own)
                        print(round, name, best[keyPath: path], marks.text)
                        fflush(nil)
                    }
                }
            }
        }
        for (name, path) in Self.costs { print("    public var \(name): Float = \(best[keyPath: path])") }
    }
}
