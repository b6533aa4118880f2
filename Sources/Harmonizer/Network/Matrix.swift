/// A row-major matrix in memory that someone else owns and keeps alive.
public struct Matrix<Scalar: Real> {
    /// Its first number.
    public let start: UnsafeMutablePointer<Scalar>
    /// How many rows it has.
    public let rows: Int
    /// How many columns it has.
    public let columns: Int
    /// True when a product takes its rows for columns.
    public private(set) var isTransposed = false

    /// A matrix whose rows lie one after another.
    public init(_ start: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int) {
        self.start = start
        self.rows = rows
        self.columns = columns
    }

    /// It with its rows for columns, in products.
    var transposed: Matrix {
        var matrix = self
        matrix.isTransposed.toggle()
        return matrix
    }

    /// The start of a row.
    func row(_ index: Int) -> UnsafeMutablePointer<Scalar> { start + index * columns }

    /// Some of its rows.
    func rows(_ range: Range<Int>) -> Matrix {
        Matrix(row(range.lowerBound), rows: range.count, columns: columns)
    }

    /// Makes each row a copy of `bias`.
    func setRows(to bias: UnsafePointer<Scalar>) {
        for index in 0..<rows { row(index).update(from: bias, count: columns) }
    }

    /// Adds all rows to `sum`.
    func addRows(to sum: UnsafeMutablePointer<Scalar>) {
        for index in 0..<rows { Harmonizer.add(row(index), to: sum, count: columns) }
    }

    /// Fills it with zeros.
    func clear() {
        for index in 0..<rows { row(index).update(repeating: 0, count: columns) }
    }

    /// Adds the product of `a` and `b` to `scale` times it.
    func add(_ a: Matrix, times b: Matrix, keeping scale: Scalar = 1) {
        Scalar.multiply(a, b, into: self, keeping: scale)
    }
}

/// Adds numbers to others.
@inline(__always)
func add<Scalar: Real>(_ numbers: UnsafePointer<Scalar>, to sum: UnsafeMutablePointer<Scalar>, count: Int) {
    for index in 0..<count { sum[index] += numbers[index] }
}

/// Adds a multiple of numbers to others.
@inline(__always)
func add<Scalar: Real>(
    _ factor: Scalar, times numbers: UnsafePointer<Scalar>, to sum: UnsafeMutablePointer<Scalar>, count: Int
) {
    for index in 0..<count { sum[index] += factor * numbers[index] }
}

extension UnsafeMutablePointer where Pointee: Real {
    /// Makes negative numbers zero.
    @inline(__always)
    func cutNegative(count: Int) {
        for index in 0..<count { self[index] = max(self[index], 0) }
    }
}
