/// Where a melody says again what it said elsewhere: music that comes back mostly does so from the beginning of a phrase to the end of one.
struct Refrains {
    /// For each note how much begins with it that stands elsewhere too, from 0 to 1.
    private(set) var begins: [Double]
    /// For each note how much of that kind ends with it.
    private(set) var ends: [Double]

    /// What is shorter, in notes, comes back by chance.
    private static let shortest = 5
    /// What is longer tells no more.
    private static let longest = 12
    /// How far apart, in notes, the two may stand.
    private static let farthest = 2000

    init(_ melody: Melody) {
        let tones = melody.tones
        begins = Array(repeating: 0, count: tones.count)
        ends = begins
        let lengths = tones.map { $0.end - $0.onset }
        for distance in Self.shortest..<max(Self.shortest, min(Self.farthest, tones.count)) {
            var start: Int?
            for index in 0...tones.count - distance {
                let isSame =
                    index + distance < tones.count && tones[index].key == tones[index + distance].key
                    && lengths[index] == lengths[index + distance]
                if isSame {
                    start = start ?? index
                } else if let first = start {
                    mark(first..<index, distance)
                    start = nil
                }
            }
        }
    }

    private mutating func mark(_ range: Range<Int>, _ distance: Int) {
        guard range.count >= Self.shortest else { return }
        let share = Double(min(range.count, Self.longest)) / Double(Self.longest)
        for shift in [0, distance] {
            begins[range.lowerBound + shift] = max(begins[range.lowerBound + shift], share)
            ends[range.upperBound - 1 + shift] = max(ends[range.upperBound - 1 + shift], share)
        }
    }
}
