internal import Foundation

// Single precision: the exponential is 2^n times a polynomial, with n and the rest found by adding a number so large that no fraction
// is left. Its relative error stays below 2e-7; the coefficients are those of the Taylor series around 0, where the rest is below 0.35.

private typealias Lanes = SIMD8<Float>

@inline(__always)
private func exponential(_ numbers: Lanes) -> Lanes {
    // Comparing and choosing is done for all lanes at once; the library's clamped(lowerBound:upperBound:) is not.
    let bounded = numbers.replacing(with: -87, where: numbers .< -87).replacing(with: 88, where: numbers .> 88)
    let shift = Lanes(repeating: 12_582_912)
    let shifted = bounded * Float(1.442_695_04) + shift
    let whole = shifted - shift
    let rest = (bounded - whole * Float(0.693_359_375)) + whole * Float(2.121_944_4e-4)
    var sum = Lanes(repeating: 1 / 5040)
    sum = sum * rest + Float(1.0 / 720)
    sum = sum * rest + Float(1.0 / 120)
    sum = sum * rest + Float(1.0 / 24)
    sum = sum * rest + Float(1.0 / 6)
    sum = sum * rest + Float(0.5)
    sum = sum * rest + Float(1)
    sum = sum * rest + Float(1)
    let power = (unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &<< 23) &+ SIMD8<UInt32>(repeating: 0x3F80_0000)
    return sum * unsafeBitCast(power, to: Lanes.self)
}

extension Float {
    /// Calls `body` for each eight numbers, the last ones filled up with zeros.
    @inline(__always)
    private static func byLanes(
        _ numbers: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int, _ body: (Lanes) -> Lanes
    ) {
        var index = 0
        while index + 8 <= count {
            let value = UnsafeRawPointer(numbers + index).loadUnaligned(as: Lanes.self)
            UnsafeMutableRawPointer(result + index).storeBytes(of: body(value), as: Lanes.self)
            index += 8
        }
        guard index < count else { return }
        var value = Lanes()
        for lane in 0..<(count - index) { value[lane] = numbers[index + lane] }
        value = body(value)
        for lane in 0..<(count - index) { result[index + lane] = value[lane] }
    }

    /// Replaces numbers by their logistic function, eight at a time.
    public static func logistic(_ numbers: UnsafeMutablePointer<Float>, count: Int) {
        byLanes(numbers, into: numbers, count: count) { 1 / (1 + Harmonizer.exponential(-$0)) }
    }

    /// Writes the hyperbolic tangents of numbers, eight at a time.
    public static func tangent(_ numbers: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int) {
        byLanes(numbers, into: result, count: count) { 1 - 2 / (Harmonizer.exponential($0 + $0) + 1) }
    }

    /// Replaces numbers by their exponentials, eight at a time.
    public static func exponential(_ numbers: UnsafeMutablePointer<Float>, count: Int) {
        byLanes(numbers, into: numbers, count: count) { Harmonizer.exponential($0) }
    }
}

extension Double {
    /// Replaces numbers by their logistic function, by the C library.
    public static func logistic(_ numbers: UnsafeMutablePointer<Double>, count: Int) {
        for index in 0..<count { numbers[index] = 1 / (1 + exp(-numbers[index])) }
    }

    /// Writes the hyperbolic tangents of numbers, by the C library.
    public static func tangent(_ numbers: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int)
    {
        for index in 0..<count { result[index] = tanh(numbers[index]) }
    }

    /// Replaces numbers by their exponentials, by the C library.
    public static func exponential(_ numbers: UnsafeMutablePointer<Double>, count: Int) {
        for index in 0..<count { numbers[index] = exp(numbers[index]) }
    }
}
