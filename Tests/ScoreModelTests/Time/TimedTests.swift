import ScoreModel
import Testing

@Suite struct TimedTests {
    /// `a` for all staves from 0, `b` for staff 2 from 4, `c` for staff 1 and then `d` for all from 8.
    static let list: [Timed<String>] = [
        Timed(onset: 0, measure: 0, value: "a"), Timed(onset: 4, measure: 1, staff: 2, value: "b"),
        Timed(onset: 8, measure: 2, staff: 1, value: "c"), Timed(onset: 8, measure: 2, value: "d"),
    ]

    @Test(
        arguments: [
            (0, 1, "a"), (7 / 2, 2, "a"), (4, 1, "a"), (4, 2, "b"), (7, 2, "b"), (7, 1, "a"), (8, 1, "d"), (8, 2, "d"),
            (1000, 3, "d"),
        ] as [(Fraction, Int, String)])
    func `the last that is not later and concerns the staff is in force`(onset: Fraction, staff: Int, value: String) {
        #expect(TimedTests.list.inForce(at: onset, staff: staff) == value)
    }

    @Test func `nothing is in force before the first`() {
        #expect(TimedTests.list.inForce(at: -1, staff: 1) == nil)
        #expect([Timed<String>]().inForce(at: 0, staff: 1) == nil)
        #expect(Array(TimedTests.list[1...]).inForce(at: 5, staff: 1) == nil)
    }

    @Test func `of two at the same time the later in the list counts`() {
        let list = [Timed(onset: 0, measure: 0, value: "a"), Timed(onset: 0, measure: 0, value: "b")]
        #expect(list.inForce(at: 0, staff: 1) == "b")
    }

    @Test(arguments: [(nil, true), (1, false), (2, true)] as [(Int?, Bool)])
    func `without a staff it concerns them all`(staff: Int?, concernsTwo: Bool) {
        #expect(Timed(onset: 0, measure: 0, staff: staff, value: "a").concerns(staff: 2) == concernsTwo)
    }
}
