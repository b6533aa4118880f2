import ScoreModel
import Testing

@Suite struct PitchNameTests {
    @Test(arguments: ["C4", "F#5", "Bbb3", "F##5", "A-1", "G10"]) func `A pitch is what its name says`(_ name: String) {
        #expect(Pitch(name)?.description == name)
    }

    @Test(arguments: ["", "H4", "C", "C#b4", "C###4", "c4", "C4x", "C11", "4"]) func `Nothing else is a name`(
        _ name: String
    ) {
        #expect(Pitch(name) == nil)
    }
}
