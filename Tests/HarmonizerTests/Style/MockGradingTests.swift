import Counterpoint
import Harmonizer
import Testing

struct MockGradingTests {
    private func sample(_ text: String) throws -> StyleSample {
        try StyleSample(name: "", Grid.Reading(choir(text)).grid)
    }

    private static let plain = """
        S C5 A4 B4 C5 | C5 A4 B4 C5
        A E4 D4 D4 E4 | E4 D4 D4 E4
        T G3 A3 G3 G3 | G3 A3 G3 G3
        B C3 F3 G3 C3 | C3 F3 G3 C3
        """

    @Test func `A piece is like itself`() throws {
        let sample = try sample(Self.plain)
        let grade = try #require(MockGrading([sample]).grade(sample))
        #expect(grade.total == 0 && grade.distances.count == 9)
    }

    /// The reference has one parallel fifth, the pieces one parallel in as many notes, or none: octaves lie one rank from fifths.
    @Test(arguments: [("C5", "C3 | D3", 0), ("C5", "E3 | F3", 1), ("C5^", "E3 | F3", 0), ("C5", "C3 | F3", 0)])
    func `Parallels count by their kind and by how many they are`(top: String, bass: String, expected: Double) throws {
        func sample(_ top: String, _ bass: String) throws -> StyleSample {
            try self.sample(
                """
                S C5 A4 B4 \(top) | A4 B4 C5*2
                A E4 D4 D4 E4 | F4 D4 E4*2
                T G3 A3 G3 G3 | A3 G3 G3*2
                B C3 F3 G3 \(bass) G3 C3*2
                """)
        }
        let grade = try #require(MockGrading([sample("C5", "C3 | D3")]).grade(sample(top, bass)))
        #expect(grade.distances[.parallels] == expected)
    }

    @Test func `A mode that the reference lacks has no grade`() throws {
        let minor = try sample(
            """
            S A4 F4 G#4 A4 | A4 F4 G#4 A4
            A E4 D4 E4 E4 | E4 D4 E4 E4
            T C4 A3 B3 C4 | C4 A3 B3 C4
            B A3 D3 E3 A2 | A2 D3 E3 A2
            """)
        #expect(minor.key.mode == .minor)
        #expect(try MockGrading([sample(Self.plain)]).grade(minor) == nil)
    }
}
