import StandardMIDI
import Testing

@Suite struct MIDITextTests {
    @Test(
        arguments: [
            (nil, "C3BC", "ü"), (nil, "FC", "ü"), (nil, "80 93 81", "€“\u{81}"), (nil, "EFBBBF 41", "A"), (nil, "", ""),
            (nil, "E6", "æ"), (.utf8, "FC", "\u{FFFD}"), (.windows1252, "C3BC", "Ã¼"), (.latin1, "80", "\u{80}"),
            (.windows1252, "9F", "Ÿ"),
        ] as [(MIDIText.Encoding?, String, String)])
    func `texts are shown`(_ encoding: MIDIText.Encoding?, content: String, shown: String) {
        var texts = MIDIText(encoding: encoding)
        #expect(texts.text(bytes(content)[...]) == shown)
    }

    @Test func `a tag holds for the texts behind it`() {
        var texts = MIDIText()
        #expect(texts.text([0xC3, 0xBC]) == "ü")
        #expect(texts.text(Array("{@LATIN}".utf8) + [0xC3, 0xBC]) == "Ã¼")
        #expect(texts.text([0xC3, 0xBC]) == "Ã¼")
        #expect(!texts.hasUnreadEncoding)
    }

    @Test func `Shift JIS is told, not read`() {
        var texts = MIDIText()
        #expect(texts.text(Array("{@JP}".utf8) + [0x41, 0x83]) == "Aƒ")
        #expect(texts.hasUnreadEncoding)
    }

    @Test func `a chosen encoding counts for more than a tag`() {
        var texts = MIDIText(encoding: .utf8)
        #expect(texts.text(Array("{@LATIN}".utf8) + [0xC3, 0xBC]) == "{@LATIN}ü")
    }
}
