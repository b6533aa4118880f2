import StandardMIDI
import Testing

@Suite struct MetaEventTests {
    @Test(
        arguments: [("07A120", 500_000), ("07A12000", 500_000), ("07A1", nil), ("", nil), ("000000", 0)]
            as [(String, Int?)])
    func `tempos`(_ content: String, microseconds: Int?) {
        #expect(MetaEvent(.tempo, bytes(content)).microsecondsPerQuarter == microseconds)
        #expect(MetaEvent(.text, bytes(content)).microsecondsPerQuarter == nil)
    }

    @Test(
        arguments: [
            ("06 03 24 08", "6/8 36 8"), ("03 02", "3/4 24 8"), ("04 02 0C", "4/4 12 8"),
            ("05 0A 18 08 00", "5/1024 24 8"),
            ("00 02 18 08", nil), ("04 0B 18 08", nil), ("04", nil), ("", nil),
        ] as [(String, String?)]) func `meters`(_ content: String, meaning: String?)
    {
        let meter = MetaEvent(.timeSignature, bytes(content)).timeSignature
        #expect(meter.map { "\($0) \($0.clocksPerClick) \($0.thirtySecondsPerQuarter)" } == meaning)
    }

    @Test(
        arguments: [
            ("00 00", "0 false"), ("F9 01", "-7 true"), ("07", "7 false"), ("F8 00", nil), ("08 00", nil),
            ("80 00", nil), ("", nil),
        ] as [(String, String?)]) func `keys`(_ content: String, meaning: String?)
    {
        let key = MetaEvent(.keySignature, bytes(content)).keySignature
        #expect(key.map { "\($0.fifths) \($0.isMinor)" } == meaning)
    }

    @Test func `ports, channels and texts`() {
        #expect(MetaEvent(.port, [3]).port == 3 && MetaEvent(.port, []).port == nil)
        #expect(MetaEvent(.channelPrefix, [0x1F]).channelPrefix == 15)
        #expect(MetaEvent(.lyric, [65]).text == [65] && MetaEvent(.init(rawValue: 0x0F), []).text == [])
        #expect(MetaEvent(.sequencerSpecific, [65]).text == nil)
    }

    @Test(arguments: [(500_000, "07A120"), (0, "000001"), (-1, "000001"), (99_999_999, "FFFFFF")])
    func `tempos are held within three bytes`(_ microseconds: Int, content: String) {
        #expect(MetaEvent.tempo(microsecondsPerQuarter: microseconds).bytes == bytes(content)[...])
    }
}
