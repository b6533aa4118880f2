import Counterpoint
import Foundation
import Harmonizer
import Testing

/// Bach beside Bach: the held-out chorales beside those that a model learns from.
@Suite(.enabled(if: Chorales.folder != nil, "QUARTET_DATA names no folder with chorales and their split.csv"))
struct BachStyleTests {
    private struct Pieces {
        let train: StyleReference
        let valid: [StyleSample]
        let test: [StyleSample]

        init() throws {
            train = StyleReference(try Self.samples(.train))
            (valid, test) = (try Self.samples(.valid), try Self.samples(.test))
        }

        private static func samples(_ part: Dataset.Part) throws -> [StyleSample] {
            try Chorales.paths(of: part).map { path in
                let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
                return try StyleSample(name: name, Grid.Reading(Chorales.score(path)).grid)
            }
        }
    }

    private static let loaded = Result { try Pieces() }
    private let linter = Linter(Settings(.chorale))

    @Test(.timeLimit(.minutes(10))) func `Bach's own row`() throws {
        let pieces = try Self.loaded.get()
        let test = StyleReport("test", pieces.test, against: pieces.train, linter)
        let both = StyleReport("valid and test", pieces.valid + pieces.test, against: pieces.train, linter)
        print(StyleReport.table([test, both], .choir))
        // As another program counted them: a sketch in Python that reads MusicXML by itself.
        let expected: [(StyleRate, Double, tolerance: Double)] = [
            (.tertianSlices, 82.7, 0.05), (.tertianBeats, 89.3, 0.05), (.oddLeaps, 1.17, 0.005),
            (.pitchChanges, 90.7, 0.05),
            (.attacks, 103, 0.5), (.crossings, 2.1, 0.05), (.overlaps, 3.8, 0.05), (.wideSpacings, 1.5, 0.05),
            (.parallelFifths, 0.39, 0.005), (.parallelOctaves, 0.11, 0.005), (.cleanPieces, 79, 0.5),
            (.beatFifths, 0.71, 0.005), (.beatOctaves, 0.34, 0.005), (.rootPositions, 54, 0.5),
            (.firstInversions, 22, 0.5), (.sixFours, 1.1, 0.05), (.rootPositionEnds, 100, 0),
        ]
        for (rate, value, tolerance) in expected {
            #expect(abs(try #require(test.rates[rate]) - value) <= tolerance, "\(rate)")
        }
        // Fang et al. print 4.91 for all chorales, which their distributions come from.
        #expect(abs(try #require(test.grade).median - 4.91) < 0.3)
        #expect(both.copiedTicks?.median == 19 && both.copiedAttacks?.median == 10)
    }

    @Test(.timeLimit(.minutes(10))) func `Twenty pieces differ as another program says`() throws {
        let pieces = try Self.loaded.get()
        let short = pieces.valid.filter { $0.grid.ticks.count <= 264 }.prefix(20)
        let report = StyleReport("20", Array(short), against: pieces.train, linter)
        let expected: [(StyleFeature, Double)] = [
            (.altoIntervals, 6), (.tenorIntervals, 4), (.bassIntervals, 4), (.durations, 7), (.chordShapes, 18),
            (.bassMoves, 2), (.placesInBeat, 2), (.cadenceChords, 86),
        ]
        for (feature, value) in expected {
            #expect(abs(try #require(report.divergences[feature]) - value) < 0.6, "\(feature)")
        }
    }

    @Test(.timeLimit(.minutes(10))) func `What copies are found by is small`() throws {
        let pieces = try Self.loaded.get()
        var file = Safetensors()
        pieces.train.copies.add(to: &file)
        let bytes = file.bytes
        print("\(bytes.count) bytes for \(pieces.train.copies.pieces.count) pieces")
        #expect(bytes.count < 400_000)
        #expect(try CopiedRuns(Safetensors(bytes: bytes)) == pieces.train.copies)
    }
}
