import ScoreModel
import Testing

@Suite struct TextureTests {
    static func texture(_ lines: String...) -> Texture.Kind { Texture(lines.flatMap { [Tone]($0) }).kind }

    @Test func `a melody is a line`() {
        #expect(TextureTests.texture("60 1, 62 1, - 1, 64 1") == .line)
        #expect(Texture([]).kind == .line)
    }

    @Test func `a melody with a double stop has chords`() {
        #expect(TextureTests.texture("67 1, 69 1, 71 1, 72 1, 74 1, 72 1", "- 5, 64 1") == .chords)
    }

    @Test func `lines that go their own ways are voices`() {
        #expect(
            TextureTests.texture(
                "72 1, 71 1, 72 1, 74 1", "67 2, 65 2", "60 1/2, 62 1/2, 64 1, 57 2", "48 1, 50 1, 52 1, 50 1")
                == .voices(4))
    }

    @Test func `chords over single basses are keyboard music`() {
        #expect(
            TextureTests.texture(
                "- 1, 72 1, - 1, 72 1, - 1, 71 1", "- 1, 67 1, - 1, 67 1, - 1, 67 1", "- 1, 64 1, - 1, 65 1, - 1, 65 1",
                "36 2, 41 2, 43 2") == .keyboard)
    }

    @Test func `hundreds of tones at a time are no voices`() {
        let texture = Texture((0..<300).map { Tone(onset: 0, duration: 1, key: $0 % 128) })
        #expect(texture.kind == .keyboard && texture.confidence == 0)
    }
}
