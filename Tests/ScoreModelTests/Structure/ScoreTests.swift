import ScoreModel
import Testing

@Suite struct ScoreTests {
    @Test func `is as long as its measures`() {
        var score = Score()
        #expect(score.length == .zero)
        score.measures = [Measure(number: "0", onset: 0, length: 1), Measure(number: "1", onset: 1, length: 7 / 2)]
        #expect(score.length == Fraction(9) / 2)
    }

    @Test(arguments: [
        ("", "", ""), ("Work", "", "Work"), ("", "Movement", "Movement"), ("Work", "Movement", "Movement"),
    ])
    func `is called by its movement, else by the work`(work: String, movement: String, title: String) {
        var credits = Credits()
        (credits.workTitle, credits.movementTitle) = (work, movement)
        #expect(credits.title == title)
    }
}
