import Testing

@testable import Harmonizer

struct SafetensorsTests {
    @Test func `what is written is read`() throws {
        var file = Safetensors(metadata: ["format": "test", "text": "“ä”\n"])
        file.set("half", shape: [2, 2], [0.5, -1.25, 65504, 0.1], half: true)
        file.set("single", shape: [3], [0.1, -.greatestFiniteMagnitude, .leastNonzeroMagnitude])
        file.set("whole", shape: [2], [Int32.min, 7])
        file.set("empty", .u8, shape: [0], bytes: [])
        let read = try Safetensors(bytes: file.bytes)
        #expect(read == file)
        #expect(try read.floats("half", count: 4) == [0.5, -1.25, 65504, 0.099975586])
        #expect(try read.floats("single", count: 3) == [0.1, -.greatestFiniteMagnitude, .leastNonzeroMagnitude])
        #expect(try read.integers("whole") == [Int(Int32.min), 7])
        #expect(try read.octets("empty") == [])
        #expect(read.bytes == file.bytes)
    }

    @Test(
        "Bytes that are no such file are refused",
        arguments: [
            [], [1, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], header("[]"), header("{"),
            header("{\"a\":1}"),
            header("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"),
            header("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,0]}}"),
            header("{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,8],\"data_offsets\":[0,0]}}"),
            header("{\"a\":{\"dtype\":\"X\",\"shape\":[0],\"data_offsets\":[0,0]}}"),
            header("{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[-1,0]}}"),
        ])
    func refusal(bytes: [UInt8]) {
        #expect(throws: SafetensorsError.self) { try Safetensors(bytes: bytes) }
    }

    @Test func `damaged files are refused or read, and nothing else`() throws {
        var file = Safetensors(metadata: ["format": "test"])
        file.set("numbers", shape: [4], [1, 2, 3, 4])
        var generator = SplitMix64(seed: 1)
        for _ in 0..<2000 {
            var bytes = file.bytes
            for _ in 0..<(1 + generator.next() % 4) {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            if let read = try? Safetensors(bytes: bytes) { _ = try? read.floats("numbers", count: 4) }
        }
    }

    private static func header(_ text: String) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: text.utf8.count >> (8 * $0)) } + Array(text.utf8)
    }
}

struct HalfPrecisionTests {
    @Test func `all sixteen-bit numbers come back`() {
        for bits in UInt16.min...UInt16.max {
            let number = HalfPrecision.number(bits)
            if number.isNaN {
                #expect(HalfPrecision.number(HalfPrecision.bits(number)).isNaN)
            } else {
                #expect(HalfPrecision.bits(number) == bits, "\(bits)")
            }
        }
    }

    @Test(
        "Ties go to even, what is too great becomes infinite",
        arguments: [
            (Float(2049), Float(2048)), (2051, 2052), (65519, 65504), (65520, .infinity), (-1e9, -.infinity),
            (0x1p-25, 0),
            (0x1.8p-24, 0x1p-23), (0x1p-24, 0x1p-24), (1.0004884, 1.0009766),
        ])
    func rounding(number: Float, half: Float) {
        #expect(HalfPrecision.number(HalfPrecision.bits(number)) == half)
    }
}
