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

    @Test func `contexts have ids`() {
        #expect(TickContext().ids == [0, 0, 0, 0, 0, 0])
        let context = TickContext(
            tickInBeat: 3, beatInMeasure: 40, hasFermata: true, fifths: -1, isPickup: false, beatsPerMeasure: 4)
        #expect(context.ids == [4, 16, 2, 12, 1, 4])
    }
}
