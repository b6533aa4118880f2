#if canImport(Accelerate)
    internal import Accelerate
#else
    internal import CBLAS
#endif

/// A number that the network computes in: `Float` for use, `Double` to check gradients.
public protocol Real: BinaryFloatingPoint, Sendable {
    /// Adds the product of two matrices to `scale` times a third, which is not transposed.
    static func multiply(_ a: Matrix<Self>, _ b: Matrix<Self>, into c: Matrix<Self>, keeping scale: Self)
    /// Replaces numbers by their logistic function.
    static func logistic(_ numbers: UnsafeMutablePointer<Self>, count: Int)
    /// Writes the hyperbolic tangents of numbers.
    static func tangent(_ numbers: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
    /// Replaces numbers by their exponentials.
    static func exponential(_ numbers: UnsafeMutablePointer<Self>, count: Int)
}

extension Float: Real {
    /// A product of matrices in single precision, by BLAS.
    public static func multiply(_ a: Matrix<Float>, _ b: Matrix<Float>, into c: Matrix<Float>, keeping scale: Float) {
        cblas_sgemm(
            CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans, b.isTransposed ? CblasTrans : CblasNoTrans,
            Length(c.rows), Length(c.columns), Length(a.isTransposed ? a.rows : a.columns), 1, a.start,
            Length(a.columns),
            b.start, Length(b.columns), scale, c.start, Length(c.columns))
    }
}

extension Double: Real {
    /// A product of matrices in double precision, by BLAS.
    public static func multiply(_ a: Matrix<Double>, _ b: Matrix<Double>, into c: Matrix<Double>, keeping scale: Double)
    {
        cblas_dgemm(
            CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans, b.isTransposed ? CblasTrans : CblasNoTrans,
            Length(c.rows), Length(c.columns), Length(a.isTransposed ? a.rows : a.columns), 1, a.start,
            Length(a.columns),
            b.start, Length(b.columns), scale, c.start, Length(c.columns))
    }
}

#if canImport(Accelerate)
    private typealias Length = __LAPACK_int
#else
    private typealias Length = blasint
#endif

/// What computes products of matrices.
public enum MatrixProducts {
    /// The name of the kernels that BLAS has chosen for this processor, such as `SkylakeX`; `Accelerate` on macOS.
    public static var kernels: String {
        #if canImport(Accelerate)
            "Accelerate"
        #else
            String(cString: openblas_get_corename())
        #endif
    }

    /// Makes BLAS compute in the thread that calls it: training has a thread for each part of a batch, and sums in one order.
    public static func useCallingThread() {
        #if canImport(Accelerate)
            BLASSetThreading(BLAS_THREADING_SINGLE_THREADED)
        #else
            openblas_set_num_threads(1)
        #endif
    }
}
