/// Where a matrix lies in a flat buffer of numbers.
public struct MatrixPlace: Hashable, Sendable {
    /// Its first number in the buffer.
    public let offset: Int
    /// Its rows.
    public let rows: Int
    /// Its columns.
    public let columns: Int
    /// The numbers that it has.
    public var count: Int { rows * columns }
    /// Its numbers in the buffer.
    public var range: Range<Int> { offset..<(offset + count) }

    /// It in a buffer.
    func matrix<Scalar>(in buffer: UnsafeMutablePointer<Scalar>) -> Matrix<Scalar> {
        Matrix(buffer + offset, rows: rows, columns: columns)
    }

    /// Its room, for a matrix of as many rows and no more columns.
    func matrix<Scalar>(in buffer: UnsafeMutablePointer<Scalar>, columns: Int) -> Matrix<Scalar> {
        Matrix(buffer + offset, rows: rows, columns: columns)
    }
}
