import ScoreModel
import Testing

@Suite struct BeamsTests {
    static let states: [Beams.State] = [.begin, .continue, .end, .forwardHook, .backwardHook]

    @Test(arguments: 1...8) func `each has its own state`(number: Int) {
        for state in BeamsTests.states {
            var beams = Beams.none
            beams[number] = state
            #expect((1...8).map { beams[$0] } == (1...8).map { $0 == number ? state : nil })
        }
    }

    @Test func `all eight stand side by side`() {
        var beams = Beams.none
        for number in 1...8 { beams[number] = BeamsTests.states[number % 5] }
        #expect((1...8).map { beams[$0] } == (1...8).map { BeamsTests.states[$0 % 5] })
    }

    @Test func `can be changed and taken away`() {
        var beams = Beams.none
        beams[2] = .backwardHook
        beams[2] = .begin
        #expect(beams[2] == .begin)
        beams[2] = nil
        #expect(beams == .none)
    }

    @Test(arguments: [0, -1, 9, Int.max, Int.min]) func `beyond the eighth there are none`(number: Int) {
        var beams = Beams.none
        beams[number] = .begin
        #expect(beams[number] == nil && beams == .none)
    }
}
