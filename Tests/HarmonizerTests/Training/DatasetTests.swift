import ScoreModel
import Testing

@testable import Harmonizer

struct DatasetTests {
    @Test func `a data set comes back`() throws {
        let dataset = SmallPieces.dataset
        #expect(try Dataset(Safetensors(bytes: dataset.safetensors.bytes)) == dataset)
        #expect(try Dataset(dataset.safetensors).checksum == dataset.checksum)
    }

    @Test func `the checksum tells data sets apart`() {
        var (moved, shortened) = (SmallPieces.dataset, SmallPieces.dataset)
        moved[.test] = moved[.valid]
        shortened[.train].removeLast()
        #expect(Set([moved, shortened, SmallPieces.dataset].map(\.checksum)).count == 3)
    }

    @Test func `files that are no data sets are refused`() {
        let good = SmallPieces.dataset.safetensors
        let changes: [(inout Safetensors) -> Void] = [
            { $0.metadata["format"] = nil }, { $0.metadata["lowest"] = "30" }, { $0.set("starts", shape: [1], [0]) },
            { $0.set("parts", .u8, shape: [6], bytes: [0, 0, 0, 1, 1, 9]) },
            { $0.set("tokens", .u8, shape: [1], bytes: [1]) },
            { file in
                let count = file.tensors["tokens"]?.bytes.count ?? 0
                file.set("tokens", .u8, shape: [count], bytes: [UInt8](repeating: 200, count: count))
            },
            { file in
                let count = file.tensors["contexts"]?.bytes.count ?? 0
                file.set("contexts", .u8, shape: [count], bytes: [UInt8](repeating: 16, count: count))
            },
        ]
        for change in changes {
            var file = good
            change(&file)
            #expect(throws: SafetensorsError.self) { try Dataset(file) }
        }
    }

    /// String quartets with fine rhythms.
    private var quartets: Dataset {
        get throws {
            var dataset = Dataset()
            for (seed, part) in [Dataset.Part.train, .train, .valid, .test].enumerated() {
                let score = try RandomQuartet(Meter(3, 4), seed: UInt64(seed)).score
                dataset[part].append(
                    Piece(name: "\(seed)", try Grid.Reading(score, vocabulary: .strings).grid))
            }
            return dataset
        }
    }

    @Test func `a data set of string quartets comes back with the times of its ticks`() throws {
        let dataset = try quartets
        let again = try Dataset(Safetensors(bytes: dataset.safetensors.bytes))
        #expect(again == dataset)
        #expect(again.vocabulary == .strings && again.checksum == dataset.checksum)
    }

    @Test func `stops are not in the file`() throws {
        var dataset = Dataset()
        var grid = try #require(quartets[.train].first).grid
        grid.stops = try [0: #require(Stop(intervals: [-5]))]
        dataset[.train] = [Piece(name: "", grid)]
        grid.stops = [:]
        #expect(try Dataset(dataset.safetensors)[.train] == [Piece(name: "", grid)])
    }

    @Test func `files of string quartets without the lengths of ticks are refused`() throws {
        let good = try quartets.safetensors
        let count = good.tensors["lengths"]?.shape.reduce(1, *) ?? 0
        let changes: [(inout Safetensors) -> Void] = [
            {
                $0 = SmallPieces.dataset.safetensors
                for (key, value) in Vocabulary.strings.metadata { $0.metadata[key] = value }
            },
            { $0.set("lengths", shape: [2], [1, 4]) },
            { $0.set("lengths", shape: [count], [Int32](repeating: 0, count: count)) },
            { $0.metadata["ensemble"] = "choir" }, { $0.metadata["ensemble"] = "orchestra" },
        ]
        for change in changes {
            var file = good
            change(&file)
            #expect(throws: SafetensorsError.self) { try Dataset(file) }
        }
    }
}
