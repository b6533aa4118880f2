extension StopHabits {
    private static let names = (notes: "stops.notes", stopped: "stops.stopped", shapes: "stops.shapes")
    /// A shape in a file: its voice, how often it is written, and three intervals, 0 where there is none.
    private static let width = 5

    /// Puts them into a file.
    func add(to file: inout Safetensors) {
        let shape = [NetworkShape.voices, Self.situations]
        file.set(Self.names.notes, shape: shape, notes.map { Int32(clamping: $0) })
        file.set(Self.names.stopped, shape: shape, stopped.map { Int32(clamping: $0) })
        var rows: [Int32] = []
        for (voice, shapes) in shapes.enumerated() {
            let sorted = shapes.sorted { left, right in
                left.value > right.value
                    || left.value == right.value
                        && left.key.intervals.lexicographicallyPrecedes(right.key.intervals)
            }
            for (stop, count) in sorted {
                rows += ([voice, count] + stop.intervals + [0, 0]).prefix(Self.width).map { Int32(clamping: $0) }
            }
        }
        file.set(Self.names.shapes, shape: [rows.count / Self.width, Self.width], rows)
    }

    /// Reads them from a file; nil when it has none.
    ///
    /// - Throws: ``SafetensorsError`` when they are not whole.
    init?(_ file: Safetensors) throws(SafetensorsError) {
        guard file.tensors[Self.names.notes] != nil else { return nil }
        let (notes, stopped) = (try file.integers(Self.names.notes), try file.integers(Self.names.stopped))
        let rows = try file.integers(Self.names.shapes)
        let count = NetworkShape.voices * Self.situations
        guard notes.count == count, stopped.count == count, (notes + stopped).allSatisfy({ $0 >= 0 }),
            rows.count.isMultiple(of: Self.width)
        else { throw SafetensorsError("its stops are not whole") }
        var shapes = [[Stop: Int]](repeating: [:], count: NetworkShape.voices)
        for start in stride(from: 0, to: rows.count, by: Self.width) {
            let row = rows[start..<(start + Self.width)].map { $0 }
            guard shapes.indices.contains(row[0]), row[1] > 0, let stop = Stop(intervals: row[2...].filter { $0 != 0 })
            else { throw SafetensorsError("it has a stop that is none") }
            shapes[row[0]][stop] = row[1]
        }
        self.init(notes: notes, stopped: stopped, shapes: shapes)
    }
}
