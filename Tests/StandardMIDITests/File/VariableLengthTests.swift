import Testing

@testable import StandardMIDI

@Suite struct VariableLengthTests {
    @Test(
        arguments: [
            (0, [0]), (0x40, [0x40]), (0x7F, [0x7F]), (0x80, [0x81, 0]), (0x2000, [0xC0, 0]), (0x3FFF, [0xFF, 0x7F]),
            (0x4000, [0x81, 0x80, 0]), (0x10_0000, [0xC0, 0x80, 0]), (0x1F_FFFF, [0xFF, 0xFF, 0x7F]),
            (0x20_0000, [0x81, 0x80, 0x80, 0]), (0x0800_0000, [0xC0, 0x80, 0x80, 0]),
            (0x0FFF_FFFF, [0xFF, 0xFF, 0xFF, 0x7F]),
        ] as [(Int, [UInt8])])
    func `numbers have the bytes of the standard's table`(value: Int, bytes: [UInt8]) {
        var written: [UInt8] = []
        appendVariableLength(value, to: &written)
        #expect(written == bytes)
    }

    @Test(
        arguments: [
            (0x1000_0000, [0xFF, 0xFF, 0xFF, 0x7F]), (.max, [0xFF, 0xFF, 0xFF, 0x7F]), (-1, [0]), (.min, [0]),
        ] as [(Int, [UInt8])])
    func `numbers that do not fit are held at the limit`(value: Int, bytes: [UInt8]) {
        var written: [UInt8] = []
        appendVariableLength(value, to: &written)
        #expect(written == bytes)
    }

    @Test func `numbers have their highest byte first`() {
        #expect(bigEndian(UInt32(0x0102_0304)) == [1, 2, 3, 4] && bigEndian(UInt16(480)) == [1, 0xE0])
    }
}
