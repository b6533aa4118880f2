/// Tables of a lookup, already multiplied by the matrix that reads what is looked up: a lookup and a product are one sum of rows then.
struct TableProducts: Sendable {
    private struct Entry {
        let column: FeatureColumn
        /// The start of its first row.
        let offset: Int
    }

    /// How many numbers a row has.
    let width: Int
    private let entries: [Entry]
    private let numbers: [Float]

    /// - Parameters:
    ///   - weights: The matrix that reads the lookup's results.
    ///   - isTaken: Which columns of ids are looked up; the others are left out.
    init(
        _ lookup: TableLookup, times weights: MatrixPlace, in parameters: [Float],
        where isTaken: (FeatureColumn) -> Bool = { _ in true }
    ) {
        width = weights.columns
        var entries: [Entry] = []
        var numbers: [Float] = []
        for entry in lookup.entries where isTaken(entry.column) {
            entries.append(Entry(column: entry.column, offset: numbers.count))
            var product = [Float](repeating: 0, count: entry.table.rows * weights.columns)
            parameters.withUnsafeBufferPointer { parameters in
                product.withUnsafeMutableBufferPointer { product in
                    guard let start = parameters.baseAddress, let result = product.baseAddress else { return }
                    let buffer = UnsafeMutablePointer(mutating: start)
                    let reading = weights.matrix(in: buffer).rows(entry.start..<(entry.start + entry.table.columns))
                    Matrix(result, rows: entry.table.rows, columns: weights.columns)
                        .add(entry.table.matrix(in: buffer), times: reading)
                }
            }
            numbers += product
        }
        (self.entries, self.numbers) = (entries, numbers)
    }

    /// Adds what is looked up to the rows of a matrix.
    ///
    /// - Parameters:
    ///   - ids: The first row's ids, column after column.
    ///   - stride: How far the columns lie apart.
    func add(_ ids: UnsafePointer<UInt8>, stride: Int, to result: Matrix<Float>) {
        numbers.withUnsafeBufferPointer { numbers in
            guard let start = numbers.baseAddress else { return }
            for row in 0..<result.rows {
                let sum = result.row(row)
                for entry in entries {
                    let id = Int(ids[entry.column.rawValue * stride + row])
                    Harmonizer.add(start + entry.offset + id * width, to: sum, count: width)
                }
            }
        }
    }
}
