import Counterpoint
import Testing

@testable import Harmonizer

struct CopiedRunsTests {
    private static let learned = """
        S C5 C5 D5 E5 | F5 E5 D5*2
        A G4 A4 B4/2 A4/2 G4 | A4 G4/2 A4/2 B4*2
        T E4/2 D4/2 C4 G4 G4 | F4 G4 G4*2
        B C3 F3 G3 C3 | D3 E3/2 F3/2 G3*2
        """

    private func grid(_ text: String) throws -> Grid { try Grid.Reading(choir(text)).grid }

    private func runs() throws -> CopiedRuns {
        try CopiedRuns(
            [("other", grid("S C5*4\nA A4*4\nT F4*4\nB F3*4")), ("learned", grid(Self.learned))], voices: [1, 2, 3])
    }

    @Test func `A piece is copied from itself`() throws {
        let runs = try runs().longest(in: grid(Self.learned))
        let run = try #require(runs.byTicks)
        #expect(run.piece == "learned" && run.voices == [1, 2] && run.ticks == 0..<32 && run.attacks == 17)
        #expect(runs.byAttacks == run)
    }

    /// A fifth lower, two beats later, alto and bass alone.
    @Test func `Copies may be transposed and moved, as a whole`() throws {
        let runs = try runs().longest(
            in: grid(
                """
                S C5*2 C5*2 | C5*4 | C5*2
                A F4*2 C4 D4 | E4/2 D4/2 C4 D4 C4/2 D4/2 | E4*2
                T C4*2 G3 G3 | C4 C4 A3/2 A3/2 A3 | G3*2
                B F3*2 F2 B-2 | C3 F2 G2 A2/2 B-2/2 | C3*2
                """.replacing("B-", with: "Bb")))
        let run = try #require(runs.byTicks)
        #expect(run.piece == "learned" && run.voices == [1, 3] && run.ticks == 9..<40)
        #expect(run.attacks == 15)
    }

    /// The tenor as it was, the bass an octave lower.
    @Test func `Voices that move alike at another interval share nothing`() throws {
        let text = Self.learned.split(separator: "\n").map(String.init)
        let other = [text[0], "A E4 F4 C4 D4 | E4 D4 C4*2", text[2], "B C2 F2 G2 C2 | D2 E2/2 F2/2 G2*2"]
        #expect(try runs().longest(in: grid(other.joined(separator: "\n"))).byTicks == nil)
    }

    @Test func `Voices that were kept do not count`() throws {
        let runs = try runs()
        let run = try #require(runs.longest(in: grid(Self.learned), among: [2, 3]).byAttacks)
        #expect(run.voices == [2, 3])
        #expect(try runs.longest(in: grid(Self.learned), among: [0, 3]).byAttacks == nil)
    }

    /// Voices by chance, which share much since they move by steps on beats only.
    @Test(arguments: 0..<8) func `What hashes find is what the notes say`(seed: UInt64) {
        func grids(_ count: Int, seed: UInt64) -> [Grid] {
            SmallPieces.pieces(count, ticks: 60, seed: seed).map { piece in
                Grid(voiceCount: 4, tokens: piece.tokens, ticks: Array(repeating: TickContext(), count: piece.ticks))
            }
        }
        let (learned, grid) = (grids(12, seed: seed + 100), grids(1, seed: seed)[0])
        let found = CopiedRuns(learned.map { ("", $0) }, voices: [1, 2, 3]).longest(in: grid)
        let runs = learned.flatMap { shared(grid, $0) }.filter { $0.ticks >= CopiedRuns.shortest }
        #expect(found.byTicks?.ticks.count == runs.map(\.ticks).max())
        #expect(found.byAttacks?.attacks == runs.map(\.attacks).max())
    }

    /// All that pairs of the lower voices share, as far as it goes at each place.
    private func shared(_ grid: Grid, _ other: Grid) -> [(ticks: Int, attacks: Int)] {
        func events(_ grid: Grid, _ pair: (Int, Int)) -> [[Int]] {
            let sounding = SoundingGrid(grid)
            return grid.ticks.indices.map { tick in
                [pair.0, pair.1].flatMap { voice in
                    [
                        sounding.begins(tick, voice) ? 1 : 0,
                        tick > 0 ? sounding[tick, voice] - sounding[tick - 1, voice] : 0,
                    ]
                } + [sounding[tick, pair.0] - sounding[tick, pair.1]]
            }
        }
        return [(1, 2), (1, 3), (2, 3)].flatMap { pair in
            let (own, others) = (events(grid, pair), events(other, pair))
            return own.indices.flatMap { start in
                others.indices.map { place in
                    let length = zip(own[start...], others[place...]).prefix { $0 == $1 }.count
                    return (length, own[start..<start + length].reduce(0) { $0 + $1[0] + $1[2] })
                }
            }
        }
    }

    @Test func `A file brings it back`() throws {
        let runs = try runs()
        var file = Safetensors()
        runs.add(to: &file)
        let bytes = file.bytes
        let read = try CopiedRuns(Safetensors(bytes: bytes))
        #expect(read == runs)
        #expect(bytes.count < 2 * 3 * 48 + 500)
    }

    @Test(arguments: [
        ("[1,2,3]", "[1,2]"), ("[1,2,3]", "[1,2,4]"), ("[1,2,3]", "[1,2,2]"), ("\"window\":8", "\"window\":7"),
        ("\"other\",", ""), ("{", ""),
    ]) func `A file that says something else is refused`(part: String, changed: String) throws {
        var file = Safetensors()
        try runs().add(to: &file)
        let text = try #require(file.metadata["copied-runs"])
        #expect(text.contains(part))
        file.metadata["copied-runs"] = text.replacing(part, with: changed)
        #expect(throws: SafetensorsError.self) { try CopiedRuns(file) }
    }
}
