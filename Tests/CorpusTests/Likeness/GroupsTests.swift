import Testing

@testable import Corpus

@Suite struct GroupsTests {
    @Test func `who belongs together, in whatever order it is said`() {
        for pairs in [[(0, 2), (2, 4), (1, 5)], [(4, 2), (5, 1), (2, 0)]] {
            var groups = Groups(6)
            for (first, second) in pairs { groups.join(first, second) }
            #expect(groups.numbers == [1, 2, 1, nil, 1, 2])
        }
        #expect(Groups(0).numbers.isEmpty)
    }
}
