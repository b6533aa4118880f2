/// Rows of tables, put side by side: how ids become numbers.
struct TableLookup: Sendable {
    /// A table that is looked up.
    struct Entry: Sendable {
        /// Whose ids.
        let column: FeatureColumn
        /// Its parameters.
        let table: MatrixPlace
        /// The first of the columns that it is added to.
        let start: Int
    }

    private(set) var entries: [Entry] = []
    /// How many columns its results have.
    private(set) var width = 0

    /// A lookup whose results begin in a column.
    init(from start: Int = 0) {
        width = start
    }

    /// Puts a table to the right of what there is.
    mutating func append(_ column: FeatureColumn, _ table: MatrixPlace) {
        entries.append(Entry(column: column, table: table, start: width))
        width += table.columns
    }

    /// Puts the sum of tables to the right of what there is.
    mutating func append(sum tables: [(FeatureColumn, MatrixPlace)]) {
        for (column, table) in tables { entries.append(Entry(column: column, table: table, start: width)) }
        width += tables.first?.1.columns ?? 0
    }

    /// Writes the rows of the tables. The columns of sums have to be zero before.
    func look<Scalar: Real>(
        up ids: UnsafePointer<UInt8>, in parameters: UnsafeMutablePointer<Scalar>, into result: Matrix<Scalar>
    ) {
        for entry in entries {
            let ids = ids + entry.column.rawValue * result.rows
            let table = entry.table.matrix(in: parameters)
            for row in 0..<result.rows {
                add(table.row(Int(ids[row])), to: result.row(row) + entry.start, count: table.columns)
            }
        }
    }

    /// Adds gradients of results to those of the tables.
    func spread<Scalar: Real>(
        _ results: Matrix<Scalar>, by ids: UnsafePointer<UInt8>, to gradients: UnsafeMutablePointer<Scalar>
    ) {
        for entry in entries {
            let ids = ids + entry.column.rawValue * results.rows
            let table = entry.table.matrix(in: gradients)
            for row in 0..<results.rows {
                add(results.row(row) + entry.start, to: table.row(Int(ids[row])), count: table.columns)
            }
        }
    }
}
