@testable import Harmonizer

/// Pieces by chance, for tests of learning.
enum SmallPieces {
    /// Voices that move by step now and then, in four ranges.
    static func pieces(_ count: Int, ticks: Int = 40, seed: UInt64 = 1) -> [Piece] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { number in
            var pitches = [40, 33, 28, 18]
            let tokens = (0..<(4 * ticks)).map { cell -> Token in
                guard cell / 4 % 4 == 0 else { return .hold }
                pitches[cell % 4] += Int(generator.next() % 3) - 1
                return Token(rawValue: UInt8(pitches[cell % 4]))
            }
            let contexts = (0..<ticks).flatMap { tick -> [UInt8] in
                let place = (UInt8(tick % 4), UInt8(tick / 4 % 4))
                return [place.0 + 1, place.1 + 1, 1, UInt8(number % 12) + 1, 1, 4]
            }
            return Piece(name: "\(number)", tokens: tokens, contexts: contexts)
        }
    }

    /// Settings for a short run of a small network.
    static let settings: TrainingSettings = {
        var settings = TrainingSettings()
        settings.passes = 12
        settings.cropTicks = 16
        settings.crops = 4
        settings.warmUp = 2
        settings.validationPasses = 3
        return settings
    }()

    static var dataset: Dataset {
        var dataset = Dataset()
        dataset[.train] = pieces(3)
        dataset[.valid] = pieces(2, seed: 2)
        dataset[.test] = pieces(1, seed: 3)
        return dataset
    }
}
